"""The bytes of a file on disk, or the reason why there are none."""

from __future__ import annotations

import os
import stat
from errno import ENAMETOOLONG
from pathlib import Path

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
"""Bytes an article may have: a long newspaper article has 50,000, a whole novel a million."""

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
    try:
        _insist_on_regular(path, os.stat(path).st_mode)  # noqa: PTH116 - os.open below wants the same call
        descriptor = os.open(path, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        raise _problem(path, error) from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        # Again, of what was opened: the name may have changed its meaning in between.
        _insist_on_regular(path, status.st_mode)
        try:
            # Files under /proc claim to be empty, so the size is only believed when it is large.
            content = b"" if status.st_size > SIZE_LIMIT else file.read(SIZE_LIMIT + 1)
        except OSError as error:
            raise _problem(path, error) from error
    size = max(status.st_size, len(content))
    if size > SIZE_LIMIT:
        raise FileTooLarge(path, size=-(-size // MEBIBYTE), limit=SIZE_LIMIT // MEBIBYTE)
    if not content:
        raise EmptyFile(path)
    return content


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
