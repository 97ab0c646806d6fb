"""`watch`: take in what is put into a folder, until Ctrl+C."""

from __future__ import annotations

import time
from argparse import ArgumentTypeError
from collections.abc import Iterator

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.status import Status
from summit_reader.domain.importing import ImportReport
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

PAUSE = 2.0
"""Seconds from one look at the folder to the next."""
_LONGEST = 3_600.0


def add_watch(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "watch",
        purpose="take in what is put into a folder",
        description="Look at a folder and the folders in it again and again, and take in every "
        "file that is new or has changed, once it is written to the end. Ctrl+C stops it.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=path_named)
    parser.add_argument(
        "--pause", type=_seconds, default=PAUSE, help="seconds between looks (default: 2)"
    )
    parser.set_defaults(run=watch)


def ticks(pause: float) -> Iterator[None]:
    """A tick after each pause, for ever. Tests have others, which end."""
    while True:
        time.sleep(pause)
        yield


def watch(call: Call) -> int:
    """Watch the folder until somebody stops it; then say how much came in."""
    from summit_reader.services.watching import FolderWatch  # noqa: PLC0415 - loads the library

    taken = 0
    with call.services(own=True) as services:
        watched = FolderWatch(call.arguments.folder, services.importing)
        try:
            taken += _told(call, watched.look())
            call.screen.complain(f"Watching {call.arguments.folder}. Ctrl+C stops.")
            for _ in ticks(call.arguments.pause):
                taken += _told(call, watched.look())
        except KeyboardInterrupt:
            pass  # how it is meant to end
    call.screen.data({"imported": taken})
    call.screen.show(f"{counted(taken, 'text')} taken in.")
    return Status.FINE


def _told(call: Call, report: ImportReport) -> int:
    """How many texts are new; each is said, and so is what could not be read."""
    new = [imported for imported in report.imported if not imported.known or imported.renewed]
    for imported in new:
        takes = counted(imported.takes, "take")
        call.screen.show(
            one_line(f"{imported.name}: {imported.title} ({imported.outlet}), {takes}")
        )
    for failure in report.failed:
        call.screen.complain(str(failure.error))
    return len(new)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST:
        message = f"{text!r} is not a number of seconds up to {_LONGEST:.0f}"
        raise ArgumentTypeError(message)
    return seconds
