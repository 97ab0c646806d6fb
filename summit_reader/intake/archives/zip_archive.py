"""ZIP archives of anything that can be read."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.file_errors import NothingInside, UnsupportedFormat
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.composing import line_of
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.foreign import is_office_file
from summit_reader.intake.parts import read_part
from summit_reader.intake.protocol import Within
from summit_reader.intake.unpacking import unpacked

MOST_ITEMS = 200_000
"""Articles and failures of an archive, those of archives in it included."""

_JUNK = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.[^./]|Thumbs\.db$|desktop\.ini$|Icon\r$|\$RECYCLE\.BIN/|~\$)",
    re.IGNORECASE,
)
# What pages are saved with, and what nobody packs to have it read.
_FITTINGS = re.compile(
    r"\.(?:js|mjs|css|map|png|jpe?g|gif|webp|svg|ico|bmp|tiff?|avif|heic|woff2?|ttf|otf|eot|mp[34]"
    r"|m4[av]|ogg|wav|webm|mov|avi|exe|dll|so|dylib|pyc?|class|jar|lock|ini|toml|ya?ml)$",
    re.IGNORECASE,
)
_UNIX = 3


class ZipReader:
    """The articles of the files in an archive."""

    format = "zip"
    media_type = "application/zip"
    limit = 2048 * MEBIBYTE

    def __init__(self, within: Within) -> None:
        self._within = within

    def accepts(self, content: bytes) -> bool:
        """Whether it begins as archives do, or is an empty one."""
        return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles of all files in it; one that cannot be read is a failure.

        Raises:
            NothingInside: if there is no file in it that could hold a text.
            FileProblem: if it is broken or holds too much.
        """
        yield from self.read_stream(name, BytesIO(content), hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles of a large archive, of which one file at a time is held."""
        count = 0
        with unpacked(stream, name) as archive:
            if is_office_file(entry.filename for entry in archive.entries):
                raise UnsupportedFormat(name)
            for entry in archive.entries:
                if not _is_readable(entry):
                    continue
                label = _label(name, entry.filename)
                try:
                    content = archive.read_entry(entry)
                except FileProblem as problem:
                    count += 1
                    yield Failure(Path(label), type(problem)(label))
                    continue
                for item in read_part(self._within, content, label, hints):
                    count += 1
                    yield item
                    if count >= MOST_ITEMS:
                        return
        if not count:
            raise NothingInside(name)


def _is_readable(entry: zipfile.ZipInfo) -> bool:
    """Whether it may be a text: no folder, no link, nothing that systems and pages leave behind."""
    if entry.is_dir() or not entry.file_size:
        return False
    mode = entry.external_attr >> 16 if entry.create_system == _UNIX else 0
    if mode and stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        return False
    name = entry.filename.replace("\\", "/")
    return not (_JUNK.search(name) or _FITTINGS.search(name))


def _label(name: str, inner: str) -> str:
    """What a file in the archive is called in reports: never a path that leads anywhere."""
    parts = PurePosixPath(line_of(inner.replace("\\", "/"))[-500:]).parts
    kept = [part for part in parts if part not in {"/", "..", "."} and not part.endswith(":")]
    return "/".join((name, *kept))
