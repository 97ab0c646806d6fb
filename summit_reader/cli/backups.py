"""`backups`: make copies of the library, see them, and go back to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from summit_reader import bootstrap
from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.backup import Backup, BackupReason, Change
from summit_reader.domain.errors import LibraryDamaged, NoBackup
from summit_reader.export.characters import one_line

_MEGABYTE = 1_000_000


def add_backups(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "backups",
        purpose="back the library up, and go back",
        description=(
            "List the backups of the library, newest first. The window makes one at each start "
            "when something has changed, and before whatever could go wrong."
        ),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--make", action="store_true", help="make one now; it is kept for good")
    what.add_argument(
        "--restore",
        metavar="N",
        type=number_named,
        help="go back to the Nth of the list; the library as it is becomes a backup first",
    )
    what.add_argument(
        "--compare", metavar="N", type=number_named, help="what going back to the Nth would change"
    )
    what.add_argument(
        "--pack", metavar="FILE", type=path_named, help="write the whole library to one file"
    )
    what.add_argument(
        "--unpack", metavar="FILE", type=path_named, help="make the library of such a file"
    )
    parser.set_defaults(run=backups)


def backups(call: Call) -> int:
    """Do what was asked for, else list the backups."""
    asked = call.arguments
    if asked.unpack is not None:
        return _unpack(call, asked.unpack)
    if asked.restore is not None:
        return _restore(call, asked.restore)
    with call.services() as services:
        keeping = services.backing_up
        if asked.compare is not None:
            chosen = _numbered(keeping.backups(), asked.compare, services.library)
            return _compare(call, keeping.differences(chosen))
        if asked.make:
            made = keeping.back_up(BackupReason.HAND)
            call.screen.data(_fields(made))
            call.screen.show(one_line(f"Backed up: {made.path}"))
            return Status.FINE
        if asked.pack is not None:
            keeping.carry_away(asked.pack)
            call.screen.data({"file": str(asked.pack)})
            call.screen.show(one_line(f"The whole library is in {asked.pack}"))
            return Status.FINE
        return _list(call, keeping.backups())


def _unpack(call: Call, file: Path) -> int:
    folder = call.library or bootstrap.default_library()
    bootstrap.unpack_library(file, folder)
    call.screen.data({"library": str(folder)})
    call.screen.show(one_line(f"The library is in {folder}"))
    return Status.FINE


def _restore(call: Call, number: int) -> int:
    """Go back, also where the library is too damaged to be opened."""
    try:
        with call.services() as services, call.screen.progress("Indexing") as report:
            chosen = _numbered(services.backing_up.backups(), number, services.library)
            services.backing_up.restore(chosen, report)
            call.screen.data(_fields(chosen))
    except LibraryDamaged as damage:
        chosen = _numbered(bootstrap.backups_of(damage.path), number, damage.path)
        kept = bootstrap.restore_library(damage.path, chosen)
        call.screen.data(_fields(chosen) | {"damaged": str(kept)})
        call.screen.complain(one_line(f"The damaged library is kept in {kept}"))
    call.screen.show(one_line(f"The library is as it was on {_told(chosen)}."))
    return Status.FINE


def _list(call: Call, found: Sequence[Backup]) -> int:
    call.screen.data({"backups": [_fields(backup) for backup in found]})
    if not found:
        call.screen.show("There is no backup yet; --make makes one.")
        return Status.NOTHING_FOUND
    table = plain_table(head=False)
    for justify in ("right", "left", "left", "right"):
        table.add_column(justify=justify, no_wrap=True)
    for number, backup in enumerate(found, start=1):
        size = f"{backup.size / _MEGABYTE:.1f} MB"
        table.add_row(str(number), _told(backup), str(backup.reason), size)
    call.screen.show(table)
    return Status.FINE


def _compare(call: Call, changes: Sequence[Change]) -> int:
    call.screen.data({"changes": [asdict(change) for change in changes]})
    table = plain_table()
    table.add_column("")
    table.add_column("now", justify="right")
    table.add_column("in the backup", justify="right")
    for change in changes:
        table.add_row(change.what, str(change.here), str(change.there))
    call.screen.show(table)
    return Status.FINE


def _numbered(found: Sequence[Backup], number: int, folder: Path) -> Backup:
    if not 0 < number <= len(found):
        raise NoBackup(folder)
    return found[number - 1]


def _told(backup: Backup) -> str:
    return f"{backup.made.astimezone():%Y-%m-%d %H:%M}"


def _fields(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "made": backup.made.isoformat(),
        "reason": str(backup.reason),
        "size": backup.size,
    }
