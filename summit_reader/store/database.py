"""The library's database: how it is opened and made, and the units of work done in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from summit_reader.domain.backup import BackupReason
from summit_reader.domain.errors import (
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryProblem,
    LibraryReadOnly,
    LibraryTooNew,
)
from summit_reader.store.backups import back_up
from summit_reader.store.hiding import LibraryDatabaseSession
from summit_reader.store.inspection import revision_of
from summit_reader.store.revisions import DATABASE_FILE, NEWEST, REVISIONS

PATIENCE = 5.0
"""Seconds to wait for another program's write to end."""

_FAULTS = 5
"""Faults named of a damaged file; the rest would say no more."""

# The low byte of an extended result code says what it is about; https://www.sqlite.org/rescode.html
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
}


@dataclass(frozen=True, slots=True)
class Work:
    """A transaction under way; what the named queries of this package are given."""

    session: Session

    def commit(self) -> None:
        """Make it last. What follows in the same block is a new transaction."""
        self.session.commit()


class Database:
    """An open library database; several threads may share it.

    Leaving a block of work without `commit`, or with an exception, undoes it. `stand_back` is
    called before each statement, on the thread of who works: whoever shares the interpreter with
    somebody more urgent waits there.
    """

    def __init__(
        self,
        folder: Path,
        patience: float = PATIENCE,
        stand_back: Callable[[], object] | None = None,
    ) -> None:
        self.folder = folder
        self._reading = _engine(folder / DATABASE_FILE, patience)
        if stand_back is not None:
            event.listen(self._reading, "before_cursor_execute", lambda *_: stand_back())
        self._writing = self._reading.execution_options(summit_begin="BEGIN IMMEDIATE")

    @classmethod
    def open(
        cls,
        folder: Path,
        patience: float = PATIENCE,
        stand_back: Callable[[], object] | None = None,
    ) -> Database:
        """The library in `folder`, brought to the newest revision.

        Raises:
            LibraryProblem: if there is none, or it is too new, damaged, read-only or busy; then
                nothing on disk was changed.
        """
        revision_of(folder)
        database = cls(folder, patience, stand_back)
        try:
            database.bring_up_to_date()
        except BaseException:
            database.close()
            raise
        return database

    def upgrade(self) -> None:
        """Make or alter the tables until they are what this version of the program expects."""
        # Loading Alembic takes longer than all the rest of opening a library.
        from summit_reader.store.migrating import upgrade  # noqa: PLC0415

        with self._problems_named():
            upgrade(self._writing)

    def bring_up_to_date(self) -> None:
        """Alter the tables if an earlier version of the program made them; after a backup.

        Raises:
            LibraryTooNew: if a later one did.
            LibraryProblem: if there is no room for the backup, or the tables cannot be altered.
        """
        with self.read() as work:
            revision = work.session.connection().scalar(
                text("SELECT version_num FROM alembic_version")
            )
        if revision not in REVISIONS:
            raise LibraryTooNew(self.folder)
        if revision != NEWEST:
            back_up(self.folder, BackupReason.UPDATE)
            self.upgrade()

    @contextmanager
    def read(self) -> Iterator[Work]:
        """Work that sees one state of the library, whatever others write meanwhile.

        Raises:
            LibraryProblem: if the database cannot be read.
        """
        with (
            self._problems_named(),
            LibraryDatabaseSession(self._reading, expire_on_commit=False) as session,
        ):
            yield Work(session)

    @contextmanager
    def write(self) -> Iterator[Work]:
        """Work that may change the library; only one at a time is under way, others wait.

        Raises:
            LibraryBusy: if another program keeps writing.
            LibraryProblem: if the database cannot be written.
        """
        with (
            self._problems_named(),
            LibraryDatabaseSession(self._writing, expire_on_commit=False) as session,
        ):
            # A read that turns into a write cannot wait for others; so the lock comes first.
            session.connection()
            yield Work(session)

    def damage(self) -> str:
        """What is wrong with the file; empty if nothing is."""
        try:
            with self.read() as work:
                return "; ".join(_faults(work.session.connection()))
        except LibraryDamaged as error:  # too broken even to be checked to the end
            return str(error.facts["reason"])

    def close(self) -> None:
        """Let go of the file. The last to close folds the write-ahead log into it."""
        self._reading.dispose()

    @contextmanager
    def _problems_named(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            problem = _problem(error, self.folder)
            if problem is None:
                raise
            raise problem from error


def _faults(connection: Connection) -> list[str]:
    found = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA quick_check({_FAULTS})")]
    if found != ["ok"]:
        return found
    missing = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_FAULTS)
    return [f"{table} {row} refers to a missing {parent}" for table, row, parent, _ in missing]


def _engine(path: Path, patience: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": patience}
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's, proxied
    # The driver begins transactions late and leaves some statements outside them; we begin them.
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("summit_begin", "BEGIN"))


def _problem(error: DBAPIError, folder: Path) -> LibraryProblem | None:
    if not isinstance(error.orig, sqlite3.Error):
        return None
    reason = str(error.orig)
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return LibraryBusy(folder)
    if code in _BROKEN:
        return LibraryDamaged(folder, reason=reason)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(folder, reason=reason)
    if code in _UNWRITABLE:
        return LibraryReadOnly(folder, reason=reason)
    return None
