"""The bytes of a file on disk, or the reason why there are none."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from errno import ENAMETOOLONG
from pathlib import Path
from typing import BinaryIO

from summit_reader.domain.errors import (
    EmptyFile,
    FileProblem,
    FileTooLarge,
    MissingFile,
    NotAFile,
    UnreadableFile,
)

MEBIBYTE = 2**20
SIZE_LIMIT = 16 * MEBIBYTE
"""Bytes of a file that is held as a whole: a long newspaper article has 50,000, a novel a million.

Formats that are read piece by piece have limits of their own (`protocol.StreamReader`).
"""

# A pipe without a writer would block the opening; without this flag (Windows) there are no such
# files in the file system. O_BINARY keeps Windows from translating line ends.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def bytes_of(path: Path) -> bytes:
    """All bytes of the file at `path`.

    Raises:
        MissingFile: if there is no such file.
        NotAFile: if it is a folder, a device or a pipe.
        UnreadableFile: if the system refuses to open or read it.
        EmptyFile: if it has no bytes.
        FileTooLarge: if it has more than `SIZE_LIMIT`.
    """
    with opened(path) as (file, size):
        return held(path, file, size)


def held(path: Path, file: BinaryIO, size: int) -> bytes:
    """All bytes of `file`, which is that at `path` and says that it has `size` bytes.

    Raises:
        UnreadableFile: if the system refuses to read it.
        EmptyFile: if it has no bytes.
        FileTooLarge: if it has more than `SIZE_LIMIT`.
    """
    try:
        # Files under /proc claim to be empty, so the size is only believed when it is large.
        content = b"" if size > SIZE_LIMIT else file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise _problem(path, error) from error
    insist_on_size(path, max(size, len(content)), SIZE_LIMIT)
    if not content:
        raise EmptyFile(path)
    return content


def insist_on_size(path: Path | str, size: int, limit: int) -> None:
    """Nothing, if `size` bytes are allowed.

    Raises:
        FileTooLarge: if they are more than `limit`.
    """
    if size > limit:
        raise FileTooLarge(path, size=-(-size // MEBIBYTE), limit=limit // MEBIBYTE)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file at `path`, open for reading, and the bytes that it says it has.

    Raises:
        MissingFile: if there is no such file.
        NotAFile: if it is a folder, a device or a pipe.
        UnreadableFile: if the system refuses to open it.
    """
    try:
        _insist_on_regular(path, os.stat(path).st_mode)  # noqa: PTH116 - os.open below wants the same call
        descriptor = os.open(path, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        raise _problem(path, error) from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        # Again, of what was opened: the name may have changed its meaning in between.
        _insist_on_regular(path, status.st_mode)
        yield file, status.st_size


def _insist_on_regular(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotAFile(path)


def _problem(path: Path, error: OSError | ValueError) -> FileProblem:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return MissingFile(path)
        case IsADirectoryError():
            return NotAFile(path)
        case OSError(errno=number) if number == ENAMETOOLONG:
            return MissingFile(path)
        case OSError():
            return UnreadableFile(path, reason=error.strerror or str(error))
        case _:
            return MissingFile(path)  # a NUL in the name: no file can be called that
