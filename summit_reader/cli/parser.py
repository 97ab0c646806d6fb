"""What all commands share of the command line's grammar."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

AddCommand = Callable[..., ArgumentParser]
"""`add_command` for the program at hand: takes a name, `purpose` and `description`."""


def add_command(
    commands: _SubParsersAction[ArgumentParser],
    name: str,
    *,
    purpose: str,
    description: str,
    epilog: str = "",
) -> ArgumentParser:
    """A command's own parser, with the options all of them have."""
    parser = commands.add_parser(
        name, help=purpose, description=description, epilog=epilog, allow_abbrev=False
    )
    add_common_options(parser)
    return parser


def add_common_options(parser: ArgumentParser, *, outermost: bool = False) -> None:
    """Let `--library` and `--json` be said before and after the command alike.

    A command's own default would overwrite what stood before it, so only the outermost parser has
    defaults.
    """
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=path_named,
        default=None if outermost else SUPPRESS,
        help="the library's folder (default: your own library, or the sample until you have one)",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if outermost else SUPPRESS,
        help="print JSON on standard output",
    )
    if outermost:
        # Taken off the beginning of the line before anything else; see `__main__`.
        parser.add_argument(
            "--profile",
            metavar="DIR",
            type=path_named,
            help="keep libraries and settings in DIR, on a stick perhaps; comes before all else",
        )


def path_named(text: str) -> Path:
    """A path that names something; argparse says so if the name is empty."""
    return Path(name_given(text))


def name_given(text: str) -> str:
    """A name; argparse says so if it is empty."""
    if not text.strip():
        message = "the name is empty"
        raise ArgumentTypeError(message)
    return text
