"""Where the program starts. Without a command it opens the window, and imports nothing but that."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from summit_reader.domain.hand_out_errors import UnknownLink
from summit_reader.domain.link import is_link, linked_take


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run the command that `arguments` (else the process's) name.

    Returns the exit code: 0 if all went well.
    """
    match _without_profile(list(sys.argv[1:] if arguments is None else arguments)):
        case []:
            return _window(None, sample=False)
        case [link] if is_link(link):  # from a browser or another program
            return _at_take(link, None)
        case ["--library", folder, link] if is_link(link):
            return _at_take(link, Path(folder))
        case ["--library", folder] if folder and not folder.startswith("-"):
            return _window(Path(folder), sample=False)
        case [option] if (folder := option.removeprefix("--library=")) and folder != option:
            return _window(Path(folder), sample=False)
        case words:
            return _carry_out(words)


def _carry_out(words: list[str]) -> int:
    match words:
        case ["--build-index" | "--build-vectors" | "--import-texts" as task, folder]:
            # By ourselves; see `processes`.
            from summit_reader.processes import work_on  # noqa: PLC0415 - as below

            return work_on(task, Path(folder))
        case ["--read-files"]:  # by ourselves; see `intake.worker.SERVE`
            from summit_reader.intake.worker import serve  # noqa: PLC0415 - as below

            return serve()
        case ["--print-pdf"]:  # by ourselves; see `bootstrap.PRINT_PDF`
            from summit_reader.gui.export.printing import print_standard_input  # noqa: PLC0415

            return print_standard_input()
        case words:
            # Not at the top: argparse and what the commands need would delay every window.
            from summit_reader.cli.main import main as run_command  # noqa: PLC0415

            return run_command(words, window=_window)


def _without_profile(words: list[str]) -> list[str]:
    """The arguments without `--profile DIR` at their beginning, which then holds for everything."""
    match words:
        case ["--profile", folder, *rest] if folder and not folder.startswith("-"):
            pass
        case [option, *rest] if (folder := option.removeprefix("--profile=")) and folder != option:
            pass
        case _:
            return words
    from summit_reader.bootstrap import use_profile  # noqa: PLC0415 - most starts do without

    use_profile(Path(folder))
    return rest


def _at_take(link: str, library: Path | None) -> int:
    try:
        take = linked_take(link)
    except UnknownLink as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return _window(library, sample=False, take=take)


def _window(library: Path | None, *, sample: bool, take: int | None = None) -> int:
    from summit_reader.gui.app import run  # noqa: PLC0415 - commands work without Qt

    return run(library, sample=sample, take=take)


if __name__ == "__main__":
    sys.exit(main())
