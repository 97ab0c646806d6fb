"""All readers in the order in which they are asked, and how deep files may lie in files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from summit_reader.domain.article import Hints
from summit_reader.domain.file_errors import NestedTooDeep
from summit_reader.domain.importing import Item
from summit_reader.intake.archives.compressed import CompressedReader
from summit_reader.intake.archives.web_archive import WebArchiveReader
from summit_reader.intake.archives.zip_archive import ZipReader
from summit_reader.intake.bibliographies.bibliography import BIBLIOGRAPHIES
from summit_reader.intake.documents.book import BookReader
from summit_reader.intake.documents.markdown import MarkdownReader
from summit_reader.intake.documents.open_document import OpenDocumentReader
from summit_reader.intake.documents.pdf import PdfReader
from summit_reader.intake.documents.word import WordReader
from summit_reader.intake.feeds.file import FeedListReader, FeedReader
from summit_reader.intake.mail.mailbox import MailboxReader
from summit_reader.intake.mail.message import MessageReader
from summit_reader.intake.pages.html import HtmlReader
from summit_reader.intake.pages.mhtml import MhtmlReader
from summit_reader.intake.plain_text import PlainTextReader
from summit_reader.intake.protocol import Reader, StreamReader
from summit_reader.intake.tables.columns import TableColumns
from summit_reader.intake.tables.table import TABLES

NO_CHOICE = TableColumns()

DEEPEST = 3
"""Files within files within files: a message in a mailbox in an archive."""

_READ_FORWARD = (WebArchiveReader, MailboxReader, *TABLES)
"""Those that never go back in a stream, and so can read what is unpacked meanwhile."""


def readers_within(depth: int = DEEPEST, columns: TableColumns = NO_CHOICE) -> tuple[Reader, ...]:
    """The readers of files that lie in no more than `DEEPEST - depth` others.

    Of tables, `columns` are those that the reader has chosen.

    What is known by its first bytes comes before what is known by its look; plain text takes what
    nobody else does.
    """
    inner = readers_within(depth - 1, columns) if depth else ()
    within = partial(_read, inner)
    holding: tuple[Reader, ...] = (
        ZipReader(within),
        CompressedReader(within, partial(_forward_reader, inner)),
        WebArchiveReader(within),
        MailboxReader(within),
        MessageReader(within),
        *(kind(within) for kind in BIBLIOGRAPHIES),
    )
    archives, mail, bibliographies = holding[:3], holding[3:5], holding[5:]
    if not depth:
        archives = tuple(map(_Sealed, archives))
        mail = tuple(map(_Sealed, mail))
        bibliographies = tuple(map(_Sealed, bibliographies))
    return (
        PdfReader(),
        WordReader(),
        OpenDocumentReader(),
        BookReader(),
        *archives,
        MhtmlReader(),
        *mail,
        FeedReader(),
        FeedListReader(),
        HtmlReader(),
        *bibliographies,
        *(kind(columns) for kind in TABLES),
        MarkdownReader(),
        PlainTextReader(),
    )


@dataclass(frozen=True)
class _Sealed:
    """Stands for a reader where files lie too deep in one another to be looked for."""

    reader: Reader

    @property
    def format(self) -> str:
        return self.reader.format

    @property
    def media_type(self) -> str:
        return self.reader.media_type

    def accepts(self, content: bytes) -> bool:
        return self.reader.accepts(content)

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:  # noqa: ARG002 - part of the protocol
        raise NestedTooDeep(name)


def _read(readers: Sequence[Reader], content: bytes, name: str, hints: Hints) -> Iterator[Item]:
    """The articles in a file that lies in another, by the first of `readers` that accepts it."""
    reader = next((one for one in readers if one.accepts(content)), None)
    if reader is None:
        raise NestedTooDeep(name)
    return reader.read(name, content, hints)


def _forward_reader(readers: Sequence[Reader], head: bytes) -> StreamReader | None:
    """The reader of a file that begins with `head`, if it can read it while it is unpacked."""
    reader = next((one for one in readers if one.accepts(head)), None)
    return reader if isinstance(reader, _READ_FORWARD) else None
