"""Formats that are known and not read, so that their bytes are never taken for text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.file_errors import PicturesOnly, UnsupportedFormat

_PICTURES = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\1\0",
    b"AT&TFORM",
)  # fmt: skip
_OTHERS = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # Word, Excel, Outlook before 2007
    b"{\\rtf",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"SQLite format 3\0",
    b"\x7fELF",
    b"MZ\x90\0",
    b"%!PS",
    b"wOFF", b"wOF2",
    b"\x28\xb5\x2f\xfd",  # Zstandard
)  # fmt: skip
_HEAD = 256

# What an archive holds that is no archive to whoever made it: tables, slides, Apple's documents.
_OFFICE = re.compile(r"(?:xl/workbook\.\w+|ppt/presentation\.xml|Index/Document\.iwa)$")


def refusal_of(content: bytes) -> type[FileProblem] | None:
    """Why a file that begins with `content` is not read; None if it is of no known format."""
    head = content[:_HEAD]
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return PicturesOnly
    if head.startswith(_OTHERS) or head[60:68] in {b"BOOKMOBI", b"TEXtREAd"}:
        return UnsupportedFormat
    return None


def is_office_file(names: Iterable[str]) -> bool:
    """Whether an archive of files with these names is a table, slides or the like."""
    return any(_OFFICE.match(name) for name in names)
