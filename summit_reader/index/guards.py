"""What stands around every access to the files: locks, and errors by their right names."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.util.filelock import try_for

from summit_reader.domain.errors import DiskFull, LibraryBusy, LibraryReadOnly, SummitError
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.manifest import NAME
from summit_reader.index.soundness import Soundness

WRITING = f"{NAME}_WRITELOCK"
"""Whoever commits holds it."""

REPLACING = f"{NAME}_REPLACELOCK"
"""Whoever writes a new index beside the old one holds it."""

_PAUSE = 0.05
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def locked(folder: Path, name: str, wait: float) -> Iterator[None]:
    """The lock of that name, waited for so many seconds; the system's, it dies with its owner.

    Raises:
        LibraryBusy: if somebody else keeps it for too long.
        LibraryReadOnly: if the disk refuses.
    """
    lock = FileStorage(str(folder)).lock(name)
    with writing(folder):
        is_ours = try_for(lock.acquire, timeout=wait, delay=_PAUSE)
    if not is_ours:
        raise LibraryBusy(folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Tell damage from defects: damaged bytes make Whoosh raise anything at all.

    If the files are as they were written, the error is a defect of ours and stays what it is.
    """
    try:
        yield
    except (BrokenIndex, SummitError):
        raise
    except Exception:
        Soundness(folder).verify()
        raise


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Tell the reader when the disk refuses."""
    try:
        yield
    except OSError as error:
        problem = DiskFull if error.errno in _FULL else LibraryReadOnly
        raise problem(folder, reason=error.strerror or str(error)) from error
