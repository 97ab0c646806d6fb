from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.backup import BackupReason
from summit_reader.domain.errors import (
    BackupDamaged,
    Cancelled,
    LibraryDamaged,
    LibraryExists,
    LibraryProblem,
    NoBackup,
    NotALibrary,
)
from summit_reader.domain.importing import Imported
from summit_reader.domain.progress import CancelToken
from summit_reader.index.memory import MemoryIndex
from summit_reader.services.backing_up import (
    BackingUp,
    newest_good_backup,
    restore_damaged,
    unpack,
)
from summit_reader.store.database import Database

Pasted = Callable[[str], Imported]


TIDE = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.
"""


@dataclass
class Clock:
    """Tells a time that only a test moves."""

    now: datetime = datetime(2026, 3, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backing_up(
    database: Database, index: MemoryIndex, services: Services, clock: Clock
) -> BackingUp:
    return BackingUp(database, index, services.upkeep, clock)


@pytest.fixture
def pasted(services: Services) -> Pasted:
    """Takes in a text."""

    def taken_in(text: str) -> Imported:
        (imported,) = services.importing.import_text(text, "pasted").imported
        return imported

    return taken_in


def titles(services: Services) -> list[str]:
    return [source.title for source in services.reading.texts()]


def test_going_back_brings_what_was_and_keeps_what_is(
    services: Services, backing_up: BackingUp, pasted: Pasted
) -> None:
    pasted(TIDE)
    first = titles(services)
    before = backing_up.back_up(BackupReason.HAND)
    pasted("A second text\n\nIt came later, and says that the crane was sold to the neighbours.")
    both = titles(services)
    assert len(both) == 2
    backing_up.restore(before)
    assert titles(services) == first
    assert services.upkeep.is_up_to_date()
    kept = backing_up.backups()[0]
    assert kept.reason is BackupReason.RESTORE
    backing_up.restore(kept)
    assert titles(services) == both


def test_searches_follow_a_restore(
    services: Services, backing_up: BackingUp, pasted: Pasted, index: MemoryIndex
) -> None:
    pasted(TIDE)
    before = backing_up.back_up(BackupReason.HAND)
    later = pasted("A second text\n\nIt says that the crane was sold to the neighbours.").article_id
    backing_up.restore(before)
    assert later not in index.article_ids()
    # The number of the new text is free again; what the index knew of it must not come back.
    again = pasted("A third text\n\nIt says nothing of what the others are about.").article_id
    assert again == later
    assert not services.searching.search("crane").articles
    assert services.searching.search("others").articles


def test_a_backup_is_made_at_start_only_if_something_changed(
    services: Services, backing_up: BackingUp, pasted: Pasted
) -> None:
    assert services.reading.texts() == ()
    assert backing_up.back_up_at_start() is not None
    assert backing_up.back_up_at_start() is None
    pasted(TIDE)
    made = backing_up.back_up_at_start()
    assert made is not None
    assert made.reason is BackupReason.START
    assert len(backing_up.backups()) == 2


def test_what_would_change_is_counted(
    services: Services, backing_up: BackingUp, pasted: Pasted
) -> None:
    empty = backing_up.back_up(BackupReason.HAND)
    pasted(TIDE)
    services.comparing.add_point("Will the harbour close?")
    changes = {one.what: (one.here, one.there) for one in backing_up.differences(empty)}
    assert changes["texts"] == (1, 0)
    assert changes["points"] == (1, 0)
    assert changes["saved searches"] == (0, 0)


def test_what_lies_in_the_bin_is_not_counted(
    services: Services, backing_up: BackingUp, pasted: Pasted
) -> None:
    pasted(TIDE)
    pasted(
        "Quay closed\n\n“Nobody will pay for the quay,” said Ada Quill, the minister, on Monday."
    )
    whole = backing_up.back_up(BackupReason.HAND)
    services.shelving.delete([services.reading.texts()[1].article_id])
    changes = {one.what: (one.here, one.there) for one in backing_up.differences(whole)}
    listed = services.reading.summary()
    assert changes["texts"] == (1, 2)
    assert changes["takes"] == (listed.takes, listed.takes + 1)
    services.shelving.delete_outlet(services.reading.outlets()[0].outlet.id)
    changes = {one.what: (one.here, one.there) for one in backing_up.differences(whole)}
    assert changes["texts"][0] == services.reading.summary().texts
    assert changes["takes"][0] == services.reading.summary().takes


def test_stopped_halfway_nothing_is_left(backing_up: BackingUp, database: Database) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        backing_up.back_up(BackupReason.HAND, token)
    assert list((database.folder / "backups").iterdir()) == []


def test_one_file_holds_the_whole_library(
    services: Services, backing_up: BackingUp, pasted: Pasted, tmp_path: Path
) -> None:
    pasted(TIDE)
    file = tmp_path / "carried.library"
    backing_up.carry_away(file)
    unpack(file, tmp_path / "elsewhere")
    with closing(Database.open(tmp_path / "elsewhere")) as other, other.read() as work:
        from summit_reader.store import articles  # noqa: PLC0415 - one look

        assert articles.count(work) == 1
    with pytest.raises(LibraryExists):
        unpack(file, tmp_path / "elsewhere")


def test_what_is_no_library_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("not a library, only a note that is long enough to be read")
    with pytest.raises(NotALibrary):
        unpack(tmp_path / "note.txt", tmp_path / "new")
    with pytest.raises(LibraryProblem):
        unpack(tmp_path / "missing", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_truncated_backup_is_refused_and_nothing_changes(
    services: Services, backing_up: BackingUp, pasted: Pasted
) -> None:
    pasted(TIDE)
    backup = backing_up.back_up(BackupReason.HAND)
    whole = backup.path.read_bytes()
    backup.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LibraryProblem):
        backing_up.restore(backup)
    assert len(titles(services)) == 1


def test_a_copy_of_a_damaged_library_is_not_kept(
    backing_up: BackingUp, database: Database, pasted: Pasted
) -> None:
    pasted(TIDE)
    database.close()
    _damage(database.folder / "library.db")
    with pytest.raises((BackupDamaged, LibraryDamaged)):
        backing_up.back_up(BackupReason.START)
    assert backing_up.backups() == ()


def test_a_damaged_library_goes_back_to_the_newest_good_backup(
    services: Services, backing_up: BackingUp, database: Database, pasted: Pasted
) -> None:
    pasted(TIDE)
    good = backing_up.back_up(BackupReason.START)
    broken = backing_up.back_up(BackupReason.START)
    broken.path.write_bytes(b"SQLite format 3\0" + bytes(4000))
    database.close()
    (database.folder / "library.db").write_bytes(b"nothing of it is left, not even its first page")
    found = newest_good_backup(database.folder)
    assert found == good
    kept = restore_damaged(database.folder, found)
    assert kept.read_bytes().startswith(b"nothing of it is left")
    with closing(Database.open(database.folder)) as restored:
        assert restored.damage() == ""


def test_without_a_backup_there_is_nothing_to_go_back_to(tmp_path: Path) -> None:
    with pytest.raises(NoBackup):
        newest_good_backup(tmp_path)


def _damage(path: Path) -> None:
    """Overwrite the last table pages with noise that no page looks like."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    with path.open("rb+") as file:
        for page in range(2, pages):
            file.seek(page * size)
            file.write(b"\xa5" * size)
