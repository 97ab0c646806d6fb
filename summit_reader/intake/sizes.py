"""How large a file is once it is unpacked, as far as the file itself says so at no cost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_XZ, _GZIP = b"\xfd7zXZ\0", b"\x1f\x8b"
_XZ_END = b"YZ"
_FOOTER = 12
_LARGEST_INDEX = 2**24
_SEVEN = 0x7F
_MORE = 0x80


def unpacked_size(path: Path) -> int:
    """Bytes of what the file holds; 0 where that cannot be told.

    A file may say what it likes: this is for telling how long reading will take, and nothing else.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_XZ))
            size = file.seek(0, 2)
            if head.startswith(_GZIP):
                file.seek(-4, 2)
                told = int.from_bytes(file.read(4), "little")
                return told if told >= size else 0  # it counts no further than 4 GB
            if head != _XZ:
                return size
            file.seek(-_FOOTER, 2)
            footer = file.read(_FOOTER)
            length = 4 * (int.from_bytes(footer[4:8], "little") + 1)
            if not footer.endswith(_XZ_END) or not 0 < length <= min(_LARGEST_INDEX, size):
                return 0
            file.seek(-_FOOTER - length, 2)
            return sum(_block_sizes(file.read(length)))
    except (OSError, ValueError, StopIteration):
        return 0


def _block_sizes(index: bytes) -> Iterator[int]:
    """The unpacked sizes of the blocks that the index of an .xz file lists."""
    rest = iter(index[1:])
    for _ in range(_number(rest)):
        _number(rest)
        yield _number(rest)


def _number(rest: Iterator[int]) -> int:
    value = shift = 0
    for byte in rest:
        value |= (byte & _SEVEN) << shift
        shift += 7
        if not byte & _MORE:
            return value
    message = "the index ends in the middle of a number"
    raise ValueError(message)
