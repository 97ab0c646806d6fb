"""Looking at a folder before anything is opened in it, so that a refusal leaves no trace."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from summit_reader.domain.errors import (
    LibraryDamaged,
    LibraryReadOnly,
    LibraryTooNew,
    NotALibrary,
)
from summit_reader.store.revisions import APPLICATION_ID, DATABASE_FILE, REVISIONS

# https://www.sqlite.org/fileformat.html#the_database_header
_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID = slice(68, 72)


def is_vacant(folder: Path) -> bool:
    """Whether nothing is in `folder`, or nothing is there by that name.

    Raises:
        NotALibrary: if it is no folder.
        LibraryReadOnly: if we may not look inside.
    """
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return not folder.is_symlink()
    except NotADirectoryError as error:
        raise NotALibrary(folder) from error
    except OSError as error:
        raise LibraryReadOnly(folder, reason=error.strerror or str(error)) from error


def revision_of(folder: Path) -> str:
    """The revision of the library in `folder`, one of `REVISIONS`; nothing on disk changes.

    Raises:
        NotALibrary: if there is none.
        LibraryTooNew: if its revision is unknown here.
        LibraryDamaged: if it is ours but cannot be read.
        LibraryReadOnly: if we may not write to it. Reading alone is refused too: SQLite's
            write-ahead log has to be written even by readers, and pins would be lost.
    """
    path = folder / DATABASE_FILE
    insist_on_our_header(folder, path)
    revision = stamp_of(folder, path)
    if revision not in REVISIONS:
        raise LibraryTooNew(folder)
    for place in (folder, path):
        if not os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise LibraryReadOnly(folder, reason="permission denied")
    return revision


def insist_on_our_header(folder: Path, path: Path) -> None:
    """Make sure that the file at `path` says of itself that it is of the library in `folder`.

    Raises:
        NotALibrary: if there is none, or another program's.
        LibraryReadOnly: if we may not read it.
    """
    try:
        # Opening a pipe would wait for its writer.
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotALibrary(folder)
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotALibrary(folder) from error
    except OSError as error:
        raise LibraryReadOnly(folder, reason=error.strerror or str(error)) from error
    ours = APPLICATION_ID.to_bytes(4, "big")
    if not header.startswith(_MAGIC) or header[_APPLICATION_ID] != ours:
        raise NotALibrary(folder)


def stamp_of(folder: Path, path: Path) -> str:
    """The revision that the database file at `path` says it is of.

    Raises:
        LibraryDamaged: if it does not say so.
    """
    # `immutable` keeps SQLite from making a log or taking a lock. It overlooks a log that a crash
    # left behind, which matters only if the crash hit a migration; `Database` therefore looks
    # again once the log has been played back.
    address = f"{path.resolve().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise LibraryDamaged(folder, reason=str(error)) from error
    if row is None:
        raise LibraryDamaged(folder, reason="it does not say which version wrote it")
    return str(row[0])
