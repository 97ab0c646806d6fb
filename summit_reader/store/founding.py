"""Making a library folder: built beside its place and put there whole, or not at all."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from summit_reader.domain.errors import LibraryExists, LibraryReadOnly
from summit_reader.store import properties
from summit_reader.store.database import Database
from summit_reader.store.inspection import is_vacant

_ABANDONED = 3600
"""Seconds after which a half-built folder belongs to nobody any more: building one takes one."""


@contextmanager
def founded(folder: Path, name: str, *, is_sample: bool = False) -> Iterator[Path]:
    """A new, empty library called `name`, to be filled while the block lasts.

    The block is given a folder beside `folder`, which takes its place when the block ends well and
    disappears when it does not. Whoever opens something in it closes it before the end.

    Raises:
        LibraryExists: if something lies in `folder`.
        LibraryReadOnly: if it cannot be made there.
    """
    folder = folder.resolve()
    if not is_vacant(folder):
        raise LibraryExists(folder)
    prefix = f".{folder.name}.new-"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder.parent, prefix)
        place = folder.parent / (prefix + secrets.token_hex(4))
        place.mkdir()
    except OSError as error:
        raise LibraryReadOnly(folder, reason=error.strerror or str(error)) from error
    try:
        with closing(Database(place)) as database:
            database.upgrade()
            with database.write() as work:
                properties.describe(work, name=name, is_sample=is_sample)
                work.commit()
        yield place
        _put(place, folder)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def discard(folder: Path) -> None:
    """Delete a library's folder, which nobody may have open.

    Raises:
        LibraryReadOnly: if it cannot be deleted; it is whole then, or gone from its place.
    """
    folder = folder.resolve()
    place = folder.with_name(f".{folder.name}.old-{secrets.token_hex(4)}")
    try:
        # Renamed first: a half-deleted folder must not look like a library.
        folder.rename(place)
        shutil.rmtree(place)
    except OSError as error:
        raise LibraryReadOnly(folder, reason=error.strerror or str(error)) from error


def _put(place: Path, folder: Path) -> None:
    try:
        if folder.exists():
            folder.rmdir()  # empty when we looked; if it is not any more, this refuses
        place.rename(folder)
    except OSError as error:
        if not is_vacant(folder):
            raise LibraryExists(folder) from error
        raise LibraryReadOnly(folder, reason=error.strerror or str(error)) from error


def _sweep(parent: Path, prefix: str) -> None:
    """Remove what a killed process left behind."""
    for place in parent.iterdir():
        # Whatever else sweeps here, or forbids it, is no reason not to go on.
        with suppress(OSError):
            if place.name.startswith(prefix) and time.time() - place.stat().st_mtime > _ABANDONED:
                shutil.rmtree(place)
