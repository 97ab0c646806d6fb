"""The command line as a whole: its grammar, and what becomes of errors."""

from __future__ import annotations

import errno
import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from summit_reader import __version__
from summit_reader.cli.aligning import add_align
from summit_reader.cli.articles import add_article, add_restore
from summit_reader.cli.backups import add_backups
from summit_reader.cli.bin import add_bin
from summit_reader.cli.call import Call, Window
from summit_reader.cli.checking import add_check
from summit_reader.cli.comparing import add_compare
from summit_reader.cli.exporting import add_export
from summit_reader.cli.feeds import add_feeds
from summit_reader.cli.importing import add_import
from summit_reader.cli.links import add_register_links
from summit_reader.cli.merging import add_merge
from summit_reader.cli.outlets import add_outlets
from summit_reader.cli.parser import add_command, add_common_options
from summit_reader.cli.people import add_people
from summit_reader.cli.point import add_point, add_relate
from summit_reader.cli.points import add_points
from summit_reader.cli.samples import add_demo, add_sample
from summit_reader.cli.screen import Screen
from summit_reader.cli.searching import add_search
from summit_reader.cli.status import Status
from summit_reader.cli.stories import add_stories
from summit_reader.cli.takes import add_takes
from summit_reader.cli.upkeep import add_doctor, add_reindex
from summit_reader.cli.watching import add_watch
from summit_reader.domain.errors import Cancelled, SummitError

_COMMANDS = (
    add_import,
    add_feeds,
    add_watch,
    add_search,
    add_points,
    add_point,
    add_compare,
    add_relate,
    add_stories,
    add_align,
    add_outlets,
    add_people,
    add_check,
    add_article,
    add_restore,
    add_bin,
    add_export,
    add_merge,
    add_takes,
    add_reindex,
    add_doctor,
    add_backups,
    add_register_links,
    add_sample,
    add_demo,
)

_DESCRIPTION = (
    "Compare what outlets say on the same point, side by side at the sentence. "
    "Without a command the window opens."
)
_EPILOG = (
    "Exit codes: 0 all went well, 1 nothing found or trouble found, 2 bad input or usage, "
    "130 stopped with Ctrl+C."
)


def main(arguments: Sequence[str], *, window: Window) -> int:
    """Carry out the command that `arguments` name; its exit code.

    Raises:
        SystemExit: from argparse, for a wrong call and after `--help` and `--version`.
    """
    parsed = grammar().parse_args(arguments)
    screen = Screen(as_json=parsed.json)
    try:
        return int(parsed.run(Call(parsed, screen, window)))
    except BrokenPipeError:  # `summit-reader search US | head -1` has seen enough
        _drop_output()
        return Status.FINE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        screen.complain(f"The output could not be written: {error.strerror}.")
        return Status.BAD_INPUT
    except (KeyboardInterrupt, Cancelled):
        screen.complain(str(Cancelled()))
        return Status.INTERRUPTED
    except SummitError as error:
        screen.complain(str(error))
        return Status.BAD_INPUT


def grammar() -> ArgumentParser:
    """The parser of the whole command line."""
    parser = ArgumentParser(
        prog="summit-reader", description=_DESCRIPTION, epilog=_EPILOG, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    add_common_options(parser, outermost=True)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in _COMMANDS:
        add(partial(add_command, commands))
    return parser


def _drop_output() -> None:
    # The interpreter flushes standard output once more at exit, and would complain there.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
