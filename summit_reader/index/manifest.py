"""What an index folder holds, written beside each of Whoosh's tables of contents.

A commit writes its segment, then the manifest of the new generation, and last renames the table of
contents into place. The library change it carries and the checksums of all its files thus count
from the same instant as the batch itself: whoever dies before the rename leaves the old generation
with the old manifest. (A number kept outside, written after the commit, may lag; written before, it
may lie; one kept in a document costs a deletion at every batch and says nothing of damage.)
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from summit_reader.index.analyzer import analysis_version
from summit_reader.index.errors import BrokenIndex

LAYOUT = 3
"""Raised whenever `schema.py` or the codec changes what lies in the files."""

NAME = "MAIN"
"""What Whoosh calls the index; the names of its files begin with it."""

ATTEMPTS = 20
"""How often a reader looks again: what was the latest generation may be gone when it is opened."""

TABLE = ".toc"
"""How Whoosh's tables of contents end. They are pickles, so none is opened unverified."""

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

    @classmethod
    def of_bytes(cls, content: bytes) -> Fingerprint:
        """The fingerprint that a file of this content has."""
        return cls(len(content), zlib.crc32(content))


@dataclass(frozen=True, slots=True)
class Manifest:
    """The library change that a generation holds, and its files."""

    change: int
    files: Mapping[str, Fingerprint]

    def write(self, folder: Path, generation: int) -> None:
        """Lay the manifest of `generation` into `folder`, its content safely on disk.

        It is written in place: nobody reads it before there is a table of this generation.
        """
        body = json.dumps(
            {
                "format": _format(),
                "change": self.change,
                "files": {name: asdict(each) for name, each in self.files.items()},
            }
        )
        content = f"{zlib.crc32(body.encode()):08x}\n{body}\n"
        path = manifest_path(folder, generation)
        path.write_bytes(content.encode())
        settle(path)

    @classmethod
    def read(cls, folder: Path, generation: int) -> Manifest:
        """The manifest of `generation`.

        Raises:
            FileNotFoundError: if there is none.
            BrokenIndex: if it cannot be read, or tells of another format than ours.
        """
        path = manifest_path(folder, generation)
        try:
            checksum, _, body = path.read_text("utf-8").rstrip("\n").partition("\n")
            intact = int(checksum, 16) == zlib.crc32(body.encode())
            said = json.loads(body) if intact else {}
            found = said.get("format", "unreadable")
            if found == _format():
                files = {name: Fingerprint(**each) for name, each in said["files"].items()}
                return cls(int(said["change"]), files)
        except FileNotFoundError:
            raise
        except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
            raise BrokenIndex(folder, "its manifest cannot be read") from error
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
    raise BrokenIndex(folder, "it has no manifest")


def manifest_path(folder: Path, generation: int) -> Path:
    """Where the manifest of `generation` lies."""
    return folder / f"manifest_{generation}.json"


def table_path(folder: Path, generation: int) -> Path:
    """Where Whoosh's table of contents of `generation` lies."""
    return folder / f"_{NAME}_{generation}{TABLE}"


def put_in_place(path: Path, content: bytes) -> None:
    """Put a whole file in place, after all that was written to its folder before.

    After a power cut there is the old file or the new one, and with the new one all the others.
    """
    draft = path.with_name(path.name + ".draft")
    draft.write_bytes(content)
    settle(draft)
    settle_folder(path.parent)
    draft.replace(path)
    with suppress(OSError):  # it counts from here on, whatever the disk says
        settle_folder(path.parent)


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
    return f"{LAYOUT}; {analysis_version()}"
