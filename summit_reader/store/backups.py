"""Whole copies of the database: made while it is in use, looked at, and put back.

SQLite's online backup (https://www.sqlite.org/backup.html) copies one state of the database page by
page, whatever others write meanwhile.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Callable, Container, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from summit_reader.domain.backup import Backup, BackupReason, Change, backup_name, backup_named
from summit_reader.domain.errors import BackupDamaged, DiskFull, LibraryReadOnly
from summit_reader.store.inspection import insist_on_our_header, stamp_of
from summit_reader.store.revisions import DATABASE_FILE, REVISIONS

FOLDER = "backups"
"""Where in a library's folder its backups lie."""

_PAGES = 2_000
"""Pages copied between two looks at whether to go on: some 8 MB."""

_PATIENCE = 5.0
"""Seconds to wait for another's write to end."""

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database that is in use, or was when the program died."""

_COUNTED = (
    ("texts", "articles"),
    ("takes", "takes"),
    ("points", "points"),
    ("comparisons", "comparisons"),
    ("pinned takes", "clippings"),
    ("saved searches", "saved_searches"),
)
"""What a reader would miss, and the tables it is in."""

_IN_BIN = "SELECT article_id FROM binned_articles"
_SEEN = {
    "articles": (("binned_articles.article_id", f"id NOT IN ({_IN_BIN})"),),
    "takes": (
        ("takes.replaced_by", "replaced_by IS NULL AND standing != 'rejected'"),
        ("binned_articles.article_id", f"article_id NOT IN ({_IN_BIN})"),
        ("binned_takes.take_id", "id NOT IN (SELECT take_id FROM binned_takes)"),
    ),
    "comparisons": (("comparisons.is_binned", "NOT is_binned"),),
    "clippings": (
        (
            "comparisons.is_binned",
            "comparison_id NOT IN (SELECT id FROM comparisons WHERE is_binned)",
        ),
    ),
}
"""What of a table a reader sees, with the column that must be there: older copies lack some."""


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups of the library in `folder`, newest first."""
    try:
        files = list((folder / FOLDER).iterdir())
    except OSError:
        return ()
    found = []
    for path in files:
        with suppress(OSError):  # cleared away since
            backup = backup_named(path, path.stat().st_size)
            if backup is not None:
                found.append(backup)
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def back_up(
    folder: Path,
    reason: BackupReason,
    now: datetime | None = None,
    checkpoint: Callable[[], None] = lambda: None,
) -> Backup:
    """A new backup of the library in `folder`; `now` is for those who know better than the clock.

    Raises:
        LibraryProblem: if it cannot be made; whatever `checkpoint` raises stops it.
    """
    made = now or datetime.now(UTC)
    path = folder / FOLDER / backup_name(made, reason)
    copy(folder / DATABASE_FILE, path, checkpoint)
    return Backup(path, made, reason, path.stat().st_size)


def has_changed_since(folder: Path, backup: Backup) -> bool:
    """Whether the library in `folder` was written to after the backup was made."""
    written = [
        (folder / f"{DATABASE_FILE}{suffix}").stat().st_mtime
        for suffix in ("", *_BESIDE[:1])
        if (folder / f"{DATABASE_FILE}{suffix}").exists()
    ]
    return max(written, default=0) > backup.path.stat().st_mtime


def copy(source: Path, target: Path, checkpoint: Callable[[], None] = lambda: None) -> None:
    """Copy the database file `source` to `target`, which is there whole or not at all.

    `checkpoint` is called now and then and stops the copying by raising.

    Raises:
        LibraryReadOnly: if the copy cannot be written.
        BackupDamaged: if the source cannot be read.
    """
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with _refusals_named(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        with (
            _faults_named(source, target),
            _opened(source) as origin,
            closing(sqlite3.connect(beside)) as destination,
        ):
            origin.backup(destination, pages=_PAGES, progress=lambda *_: checkpoint())
            # One file, without a log beside it: what is carried away must be whole.
            destination.execute("PRAGMA journal_mode=DELETE").close()
        with _refusals_named(target):
            _put(beside, target)
    finally:
        for suffix in ("", "-journal", *_BESIDE):
            left = Path(f"{beside}{suffix}")
            with suppress(OSError):
                left.unlink()


def insist_on_sound(path: Path) -> None:
    """Make sure that the file at `path` is a whole database of ours that can be opened here.

    Raises:
        LibraryProblem: if it is not.
    """
    insist_on_our_header(path, path)
    stamp = stamp_of(path, path)
    with _faults_named(path, path), _opened(path) as connection:
        faults = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if faults != ["ok"]:
        raise BackupDamaged(path, reason=faults[0] if faults else "it cannot be checked")
    if stamp not in REVISIONS:
        raise BackupDamaged(path, reason="a newer version of Summit Reader wrote it")


def restore(backup: Path, folder: Path) -> None:
    """Put the copy at `backup` in the place of the database in `folder`, all of it or nothing.

    The database may be open here: what others do in it waits, or sees the restored state from its
    next transaction on.

    Raises:
        LibraryProblem: if the copy is not sound, or the library cannot be written.
    """
    insist_on_sound(backup)
    target = folder / DATABASE_FILE
    with (
        _faults_named(backup, target),
        _opened(backup) as origin,
        closing(sqlite3.connect(target, timeout=_PATIENCE)) as destination,
    ):
        origin.backup(destination)


def set_aside(folder: Path) -> Path:
    """Where the database that lay in `folder`, and cannot be read, lies now.

    Raises:
        LibraryReadOnly: if it cannot be moved.
    """
    kept = folder / f"damaged {secrets.token_hex(4)}.library"
    with _refusals_named(folder):
        (folder / DATABASE_FILE).rename(kept)
        for suffix in _BESIDE:
            with suppress(FileNotFoundError):
                (folder / f"{DATABASE_FILE}{suffix}").rename(f"{kept}{suffix}")
    return kept


def differences(folder: Path, backup: Path) -> tuple[Change, ...]:
    """What there is more or less of in the library than in the backup, by what a reader misses.

    Raises:
        BackupDamaged: if one of the two cannot be read.
    """
    here, there = _counts(folder / DATABASE_FILE), _counts(backup)
    return tuple(Change(what, here[what], there[what]) for what, _ in _COUNTED)


def discard(backup: Backup) -> None:
    """Delete a backup; one that cannot be deleted stays."""
    with suppress(OSError):
        backup.path.unlink()


def _counts(path: Path) -> dict[str, int]:
    counts = {}
    with _faults_named(path, path), _opened(path) as connection:
        columns = set(
            connection.execute(
                "SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables "
                "JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
            )
        )
        for what, table in _COUNTED:
            here = (f"{table}.id",) in columns
            counts[what] = connection.execute(_count(table, columns)).fetchone()[0] if here else 0
    return counts


def _count(table: str, columns: Container[tuple[str]]) -> str:
    seen = [condition for column, condition in _SEEN.get(table, ()) if (column,) in columns]
    return f"SELECT count(*) FROM {table} WHERE {' AND '.join(('1', *seen))}"  # noqa: S608 - as above


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    # Never made where it is missing; a log beside it is read along.
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
        yield connection


@contextmanager
def _faults_named(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
            raise DiskFull(target, reason=str(error)) from error
        raise BackupDamaged(source, reason=str(error)) from error


@contextmanager
def _refusals_named(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibraryReadOnly(target, reason=error.strerror or str(error)) from error


def _put(beside: Path, target: Path) -> None:
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(target)
