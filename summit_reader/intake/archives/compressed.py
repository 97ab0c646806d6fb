"""Single files packed by gzip, bzip2 or xz: a table, a mailbox, a web archive."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO, RawIOBase
from pathlib import PurePath
from typing import BinaryIO, cast

from summit_reader.domain.article import Hints
from summit_reader.domain.file_errors import ArchiveTooLarge, DamagedFile, UnsupportedFormat
from summit_reader.domain.importing import Item
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.protocol import StreamReader, Within

MOST_UNPACKED = 4096 * MEBIBYTE
"""Bytes that are unpacked of one file."""
STEEPEST = 200
"""Times that what is unpacked may be larger than the file."""
MOST_HELD = 64 * MEBIBYTE
"""Bytes of an unpacked file that is not read as a stream."""
_SUSPECT = 64 * MEBIBYTE
_HEAD = 262_144
_MEMORY = 128 * MEBIBYTE

_MARKS = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\0": "xz"}
_SUFFIXES = (".gz", ".bz2", ".xz")
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)

StreamReaderOf = Callable[[bytes], StreamReader | None]


class CompressedReader:
    """The articles of a file that was packed by itself."""

    format = "compressed"
    media_type = "application/gzip"
    limit = 1024 * MEBIBYTE

    def __init__(self, within: Within, stream_reader_of: StreamReaderOf) -> None:
        self._within = within
        self._stream_reader_of = stream_reader_of

    def accepts(self, content: bytes) -> bool:
        """Whether it begins with the mark of one of the three."""
        return content.startswith(tuple(_MARKS))

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles of the file in it.

        Raises:
            FileProblem: if it is broken, unpacks to too much, or cannot be read.
        """
        yield from self.read_stream(name, BytesIO(content), hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles of a large file, unpacked as it is read."""
        size = stream.seek(0, 2)
        stream.seek(0)
        inner = _inner_name(name)
        with _Unpacking(stream, name, min(MOST_UNPACKED, max(_SUSPECT, STEEPEST * size))) as open_:
            head = open_.read(_HEAD)
            reader = self._stream_reader_of(head)
            unpacked = cast("BinaryIO", open_)
            if reader is not None:
                unpacked.seek(0)
                yield from reader.read_stream(inner, unpacked, hints)
                return
            content = head + unpacked.read(MOST_HELD + 1 - len(head))
        if len(content) > MOST_HELD:
            raise ArchiveTooLarge(name)
        yield from self._within(content, inner, hints)


def _inner_name(name: str) -> str:
    path = PurePath(name)
    return name[: -len(path.suffix)] if path.suffix.lower() in _SUFFIXES else name


class _Unpacking(RawIOBase):
    """What is packed in a stream, capped, its errors in words of ours; it stays open."""

    def __init__(self, stream: BinaryIO, name: str, most: int) -> None:
        super().__init__()
        self._stream, self._name, self._most = stream, name, most
        self._unpacked = self._opened()
        self._done = 0

    def _opened(self) -> BinaryIO:
        mark = self._stream.read(6)
        self._stream.seek(0)
        kind = next((kind for each, kind in _MARKS.items() if mark.startswith(each)), "")
        if kind == "gzip":
            return cast("BinaryIO", gzip.GzipFile(fileobj=self._stream))
        if kind == "bzip2":
            return cast("BinaryIO", bz2.BZ2File(self._stream))
        if kind == "xz":
            return cast("BinaryIO", lzma.LZMAFile(self._stream))
        raise UnsupportedFormat(self._name)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to the beginning or forth; back to the beginning, everything is unpacked anew."""
        at = self._unpacked.seek(offset, whence)
        self._done = at
        return at

    def tell(self) -> int:
        return self._done

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # as RawIOBase calls it
        content = self.read(len(buffer))
        buffer[: len(content)] = content
        return len(content)

    def read(self, size: int = -1) -> bytes:
        return self._capped(self._unpacked.read, size)

    def readline(self, size: int | None = -1) -> bytes:
        return self._capped(self._unpacked.readline, -1 if size is None else size)

    def _capped(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            content = read(size)
        except _BROKEN as error:
            raise DamagedFile(self._name) from error
        self._done += len(content)
        if self._done > self._most:
            raise ArchiveTooLarge(self._name)
        return content

    def close(self) -> None:
        if not self.closed:
            self._unpacked.close()
        super().close()
