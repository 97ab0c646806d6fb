"""What an index folder holds, written at the end of each of Whoosh's tables of contents.

    the table, as Whoosh reads it | manifest (JSON) | its length, CRC of all before, magic

A commit writes its segment, then the table with the manifest beside it, and last renames that into
place. The library change it carries and the checksums of all its files thus count from the same
instant as the batch itself: whoever dies before the rename leaves the old generation as it was. (A
number kept outside, written after the commit, may lag; written before, it may lie; one kept in a
document costs a deletion at every batch and says nothing of damage; a file of its own is one more
to wait for.)
"""

from __future__ import annotations

import json
import os
import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from summit_reader.index.analyzer import analysis_version
from summit_reader.index.codec import sections
from summit_reader.index.errors import BrokenIndex

LAYOUT = 5
"""Raised whenever `schema.py`, what lies beside the codec's files, or what `services.upkeep` tells
of the same article changes."""

NAME = "MAIN"
"""What Whoosh calls the index; the names of its files begin with it."""

ATTEMPTS = 20
"""How often a reader looks again: what was the latest generation may be gone when it is opened."""

TABLE = ".toc"
"""How Whoosh's tables of contents end. They are pickles, so none is opened unverified."""

_MAGIC = b"Manifest"
_FOOT = struct.Struct("<QI8s")
_BLOCK = 1 << 20
_TABLE = re.compile(rf"_{NAME}_([0-9]+)\.toc")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Size in bytes and CRC-32 of a file."""

    size: int
    crc: int

    @classmethod
    def of(cls, path: Path | str) -> Fingerprint:
        """The fingerprint of the file as it lies on disk."""
        size = crc = 0
        with Path(path).open("rb") as stream:
            while block := stream.read(_BLOCK):
                size += len(block)
                crc = zlib.crc32(block, crc)
        return cls(size, crc)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The library change that a generation holds, and its files."""

    change: int
    files: Mapping[str, Fingerprint]

    def at_the_end_of(self, table: bytes) -> bytes:
        """A table of contents with this manifest."""
        body = json.dumps(
            {
                "format": _format(),
                "change": self.change,
                "files": {name: asdict(each) for name, each in self.files.items()},
            }
        ).encode()
        content = table + body
        return content + _FOOT.pack(len(body), zlib.crc32(content), _MAGIC)

    @classmethod
    def read(cls, folder: Path, generation: int) -> Manifest:
        """The manifest of `generation`; its table is then known to be as it was written.

        Raises:
            FileNotFoundError: if there is none.
            BrokenIndex: if it cannot be read, or tells of another format than ours.
        """
        try:
            content = table_path(folder, generation).read_bytes()
            length, checksum, magic = _FOOT.unpack(content[-_FOOT.size :])
            content = content[: -_FOOT.size]
            is_intact = magic == _MAGIC and zlib.crc32(content) == checksum
            said = json.loads(content[-length:]) if is_intact else {}
            found = said.get("format", "unreadable")
            if found == _format():
                files = {name: Fingerprint(**each) for name, each in said["files"].items()}
                return cls(int(said["change"]), files)
        except FileNotFoundError:
            raise
        except (OSError, struct.error, ValueError, TypeError, AttributeError, KeyError) as error:
            raise BrokenIndex(folder, "its table of contents cannot be read") from error
        raise BrokenIndex(folder, f"its format is “{found}”, ours “{_format()}”")


def latest_generation(folder: Path) -> int:
    """The generation that was committed last; -1 if there is none."""
    found = (_TABLE.fullmatch(path.name) for path in folder.glob(f"_{NAME}_*.toc"))
    return max((int(match[1]) for match in found if match), default=-1)


def latest_manifest(folder: Path) -> Manifest:
    """The manifest of the generation that was committed last.

    Raises:
        BrokenIndex: if there is none, or it cannot be read.
    """
    for _ in range(ATTEMPTS):
        try:
            return Manifest.read(folder, latest_generation(folder))
        except FileNotFoundError:
            continue
    raise BrokenIndex(folder, "it has no table of contents")


def table_path(folder: Path, generation: int) -> Path:
    """Where Whoosh's table of contents of `generation` lies."""
    return folder / f"_{NAME}_{generation}{TABLE}"


def put_in_place(path: Path, content: bytes) -> None:
    """Put a whole file in place, after all that was written to its folder before.

    After a power cut there is the old file or the new one, and with the new one all the others.
    Which of the two is not waited for: the library tells again what the old one lacks.
    """
    draft = path.with_name(path.name + ".draft")
    with draft.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    settle_folder(path.parent)
    draft.replace(path)


def settle(path: Path) -> None:
    """Wait until the file has reached the disk."""
    with path.open("r+b") as stream:  # Windows flushes only what may be written
        os.fsync(stream.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the folder's entries have reached the disk, where the system can tell."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _format() -> str:
    return f"{LAYOUT}; {sections.VERSION}; {analysis_version()}"
