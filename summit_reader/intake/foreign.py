"""Formats that are known and not read, so that their bytes are never taken for text."""

from __future__ import annotations

from collections.abc import Iterator

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem, PicturesOnly, UnsupportedFormat
from summit_reader.domain.importing import Item

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
_OFFICE = (b"xl/workbook", b"ppt/presentation", b"Index/Document.iwa")
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_HEAD = 256


class ForeignReader:
    """Refuses, with what to do instead, files of formats that nothing here reads."""

    format = "unknown"
    media_type = "application/octet-stream"

    def accepts(self, content: bytes) -> bool:
        """Whether it begins as such files do."""
        return _problem(content) is not None

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:  # noqa: ARG002 - part of the protocol
        """Nothing.

        Raises:
            PicturesOnly: if it is a picture.
            UnsupportedFormat: if it is anything else.
        """
        raise (_problem(content) or UnsupportedFormat)(name)


def _problem(content: bytes) -> type[FileProblem] | None:
    head = content[:_HEAD]
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return PicturesOnly
    if head.startswith(_OTHERS) or head[60:68] in {b"BOOKMOBI", b"TEXtREAd"}:
        return UnsupportedFormat
    if head.startswith(b"PK\x03\x04") and (
        _ODF in head or any(mark in content for mark in _OFFICE)
    ):
        return UnsupportedFormat
    return None
