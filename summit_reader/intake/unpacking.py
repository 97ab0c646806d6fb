"""ZIP archives, which lie about their size until they are unpacked: looked at, then read capped."""

from __future__ import annotations

import contextlib
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from summit_reader.domain.file_errors import ArchiveTooLarge, DamagedFile, EncryptedFile
from summit_reader.intake.files import MEBIBYTE

MOST_ENTRIES = 20_000
"""Files an archive may hold."""
MOST_UNPACKED = 1024 * MEBIBYTE
"""Bytes all files of an archive may have together."""
MOST_IN_MEMORY = 64 * MEBIBYTE
"""Bytes one file of an archive may have."""
STEEPEST = 200
"""Times that a file larger than `_SUSPECT` may be larger than its packed bytes."""

_SUSPECT = 16 * MEBIBYTE
_DIRECTORY_LIMIT = 300 * MOST_ENTRIES
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 1

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
    UnicodeError,
)


class Archive:
    """An open ZIP archive whose sizes are within bounds; its names are names and nothing more."""

    def __init__(self, packed: zipfile.ZipFile, path: Path | str) -> None:
        self._packed = packed
        self._path = path
        self._left = MOST_UNPACKED
        self.entries = packed.infolist()
        self._by_name = {entry.filename: entry for entry in self.entries}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def read(self, name: str, limit: int = MOST_IN_MEMORY) -> bytes:
        """The bytes of the file called `name`; of several the last, as other programs do.

        Raises:
            DamagedFile: if there is none, or it is broken.
            EncryptedFile: if it is protected.
            ArchiveTooLarge: if it has more than `limit` bytes, or unpacks suspiciously well.
        """
        entry = self._by_name.get(name)
        if entry is None:
            raise DamagedFile(self._path)
        return self.read_entry(entry, limit)

    def read_entry(self, entry: zipfile.ZipInfo, limit: int = MOST_IN_MEMORY) -> bytes:
        """The bytes of `entry`; errors as those of `read`."""
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedFile(self._path)
        most = min(limit, self._left)
        if entry.file_size > most or is_steep(entry.file_size, entry.compress_size):
            raise ArchiveTooLarge(self._path)
        try:
            with self._packed.open(entry) as stream:
                content = stream.read(most + 1)
        except _BROKEN as error:
            raise DamagedFile(self._path) from error
        if len(content) > most:
            raise ArchiveTooLarge(self._path)
        self._left -= len(content)
        return content


@contextlib.contextmanager
def unpacked(stream: BinaryIO, path: Path | str) -> Iterator[Archive]:
    """The archive in `stream`, which stays open; `path` names it in errors.

    Raises:
        DamagedFile: if it is no ZIP archive.
        ArchiveTooLarge: if it says itself that it holds more than is allowed.
    """
    if _directory_size(stream) > _DIRECTORY_LIMIT:
        raise ArchiveTooLarge(path)
    try:
        packed = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise DamagedFile(path) from error
    with packed:
        entries = packed.infolist()
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise ArchiveTooLarge(path)
        yield Archive(packed, path)


def is_steep(size: int, packed: int) -> bool:
    """Whether `size` bytes out of `packed` ones are more than text can be packed."""
    return size > _SUSPECT and size > STEEPEST * max(packed, 1)


def _directory_size(stream: BinaryIO) -> int:
    """Bytes of the list of files: each file takes memory before the first can be looked at."""
    end = stream.seek(0, 2)
    start = max(0, end - _END.size - _LONGEST_COMMENT)
    stream.seek(start)
    tail = stream.read(end - start)
    at = tail.rfind(_END_MARK)
    stream.seek(0)
    if at < 0 or len(tail) < at + _END.size:
        return 0
    size: int = _END.unpack_from(tail, at)[5]
    return size
