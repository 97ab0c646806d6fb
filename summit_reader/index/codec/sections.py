"""A file of named arrays: written once from front to back, then mapped into memory and read.

    magic, version | array | array | ... | directory (JSON) | where the directory is, its CRC, magic

Arrays begin at multiples of 64 bytes, are little-endian, and are read in place: opening a file of
200 MB costs as much as reading its directory. The version stands in the file itself, so that a file
of another one is refused by whoever meets it, not misread.
"""

from __future__ import annotations

import json
import mmap
import shutil
import struct
import tempfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

VERSION = 2
"""Of the whole format: raised whenever any array changes its name, its type or its meaning."""

_MAGIC = b"ColIndex"
_HEAD = struct.Struct("<8sI52x")
_FOOT = struct.Struct("<QQI4x8s")
_ALIGNMENT = 64
_COPIED_AT_ONCE = 1 << 20
_SPOOLED = 1 << 15


class WrongFormat(Exception):
    """The file is not one of ours, is cut short, or is of another version."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def spool(folder: Path) -> IO[bytes]:
    """An unnamed file to be read back, in memory until it is large.

    One article makes seventy of them; creating files would take longer than all the rest.
    """
    return cast("IO[bytes]", tempfile.SpooledTemporaryFile(_SPOOLED, dir=str(folder)))


def drop(stream: IO[bytes]) -> None:
    """Close a file whose content does not matter any more: on a full disk, closing fails, too."""
    with suppress(OSError):
        stream.close()


class GrowingArray:
    """An array whose length shows only at the end; it waits in a spool of its own."""

    def __init__(self, folder: Path, dtype: npt.DTypeLike) -> None:
        self.dtype = np.dtype(dtype).newbyteorder("<")
        self.length = 0
        self.stream = spool(folder)

    def extend(self, values: Array) -> None:
        """Put `values` at the end; they must fit the type."""
        self.stream.write(np.ascontiguousarray(values, self.dtype).data)
        self.length += len(values)

    def extend_bytes(self, content: bytes) -> None:
        """Put raw bytes at the end of an array of bytes."""
        self.stream.write(content)
        self.length += len(content)


class SectionWriter:
    """Writes the file; nothing of it is valid before `finish`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream = path.open("wb")
        self._stream.write(_HEAD.pack(_MAGIC, VERSION))
        self._sections: dict[str, tuple[str, int, int]] = {}
        self._growing: dict[str, GrowingArray] = {}

    @property
    def folder(self) -> Path:
        """Where the file lies."""
        return self._path.parent

    @property
    def closed(self) -> bool:
        """Whether it was finished or abandoned."""
        return self._stream.closed

    def add(self, name: str, values: Array) -> None:
        """Write a whole array."""
        dtype = values.dtype.newbyteorder("<")
        self._begin(name, dtype, len(values))
        self._stream.write(np.ascontiguousarray(values, dtype).data)

    def grow(self, name: str, dtype: npt.DTypeLike) -> GrowingArray:
        """An array to be extended; it is written by `settle` or, at the latest, by `finish`."""
        self._growing[name] = array = GrowingArray(self.folder, dtype)
        return array

    def settle(self) -> None:
        """Write the arrays that have grown so far and let go of their files."""
        for name, array in self._growing.items():
            self._begin(name, array.dtype, array.length)
            array.stream.seek(0)
            shutil.copyfileobj(array.stream, self._stream, _COPIED_AT_ONCE)
            array.stream.close()
        self._growing.clear()

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Write the directory, with `facts` (JSON) about the whole, and close the file."""
        self.settle()
        directory = json.dumps({"facts": dict(facts), "sections": self._sections}).encode()
        place = self._stream.tell()
        self._stream.write(directory)
        foot = _FOOT.pack(place, len(directory), zlib.crc32(directory), _MAGIC)
        self._stream.write(foot)
        self._stream.close()

    def abandon(self) -> None:
        """Close what is open and delete the file."""
        for array in self._growing.values():
            drop(array.stream)
        self._growing.clear()
        drop(self._stream)
        self._path.unlink(missing_ok=True)

    def _begin(self, name: str, dtype: np.dtype[Any], length: int) -> None:
        place = -(-self._stream.tell() // _ALIGNMENT) * _ALIGNMENT
        self._stream.write(b"\0" * (place - self._stream.tell()))
        self._sections[name] = (dtype.str, place, length)


class SectionFile:
    """The file, mapped. Arrays taken from it are views: `close` needs them gone on Windows."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as stream:
            size = path.stat().st_size
            if size < _HEAD.size + _FOOT.size:
                raise WrongFormat(path, "it is too short")
            self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            directory = self._directory(path, size)
            self.facts: dict[str, Any] = directory["facts"]
            self._arrays = {
                name: self._array(path, *where) for name, where in directory["sections"].items()
            }
        except BaseException:
            self.close()
            raise

    def _directory(self, path: Path, size: int) -> dict[str, Any]:
        magic, version = _HEAD.unpack_from(self._map, 0)
        if magic != _MAGIC:
            raise WrongFormat(path, "it does not begin like one of ours")
        if version != VERSION:
            raise WrongFormat(path, f"it is of version {version}, ours is {VERSION}")
        place, length, checksum, magic = _FOOT.unpack_from(self._map, size - _FOOT.size)
        raw = self._map[place : place + length]
        if magic != _MAGIC or zlib.crc32(raw) != checksum:
            raise WrongFormat(path, "its directory is damaged")
        directory: dict[str, Any] = json.loads(raw)
        return directory

    def _array(self, path: Path, dtype: str, place: int, length: int) -> Array:
        kind = np.dtype(dtype)
        if place + kind.itemsize * length > len(self._map):
            raise WrongFormat(path, "it is cut short")
        if not length:
            return np.zeros(0, kind)
        return np.frombuffer(self._map, kind, length, place)

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def __getitem__(self, name: str) -> Array:
        return self._arrays[name]

    def names(self) -> Iterable[str]:
        """The names of the arrays."""
        return self._arrays.keys()

    def close(self) -> None:
        """Let go of the file.

        Arrays somebody still holds stay readable; the map goes with the last of them.
        """
        self._arrays = {}
        with suppress(BufferError):
            self._map.close()


def smallest_dtype(largest: int) -> np.dtype[Any]:
    """The narrowest unsigned type that holds numbers up to `largest`."""
    return np.min_scalar_type(max(largest, 0))
