"""Web archives (WARC), as libraries and crawlers keep them: each page an article."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from summit_reader.domain.article import Hints, Imprint
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.file_errors import DamagedFile, ExtraMissing, NothingInside
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.composing import line_of
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.parts import read_part, stating
from summit_reader.intake.protocol import Within

MOST_RECORDS = 500_000
PAGE_LIMIT = 16 * MEBIBYTE

_READ = ("text/html", "application/xhtml+xml", "application/pdf")
_FOUND = "200"
_MARK = b"WARC/1."


class WebArchiveReader:
    """The pages that an archive holds, each read as if it had been saved."""

    format = "warc"
    media_type = "application/warc"
    limit = 8192 * MEBIBYTE

    def __init__(self, within: Within) -> None:
        self._within = within

    def accepts(self, content: bytes) -> bool:
        """Whether it begins with the mark of the format."""
        return content.startswith(_MARK)

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article of each page that was found; one that cannot be read is a failure.

        Raises:
            ExtraMissing: if the library for it is not installed.
            NothingInside: if there is no page.
            DamagedFile: if it breaks off before the first.
        """
        yield from self.read_stream(name, BytesIO(content), hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles of a large archive, of which one page at a time is held."""
        found = False
        records = _records(name, stream)
        while True:
            try:
                record = next(records, None)
            except FileProblem as problem:
                if not found:
                    raise
                yield Failure(Path(name), problem)
                return
            if record is None:
                break
            address, content = record
            found = True
            for item in read_part(self._within, content, f"{name}#{address}", hints):
                yield _placed(item, address)
        if not found:
            raise NothingInside(name)


def _placed(item: Item, address: str) -> Item:
    """`item` with the address it was fetched from, unless the page names its own."""
    is_placed = isinstance(item, Failure) or bool(item.imprint.url)
    return item if is_placed else stating(item, Imprint(url=address))


def _records(name: str, stream: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """The addresses and bytes of the pages that were answered with success.

    Raises:
        ExtraMissing: if the library for it is not installed.
        DamagedFile: where the archive is broken.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - few have it
    except ImportError as error:
        raise ExtraMissing(name) from error
    records = iter(ArchiveIterator(stream))
    for _ in range(MOST_RECORDS):
        try:
            record = next(records, None)
            if record is None:
                return
            if _is_page(record):
                address = line_of(record.rec_headers.get_header("WARC-Target-URI") or "")[:2_000]
                yield address, record.content_stream().read(PAGE_LIMIT)
        except (FileProblem, GeneratorExit):
            raise
        except Exception as error:
            # The library lets through whatever a broken record makes Python say.
            raise DamagedFile(name) from error


def _is_page(record: Any) -> bool:  # noqa: ANN401 - the library has no types
    headers = record.http_headers
    if record.rec_type not in {"response", "resource"}:
        return False
    if headers is None:
        return (record.content_type or "").startswith(_READ)
    kind = (headers.get_header("Content-Type") or "").strip().lower()
    return kind.startswith(_READ) and headers.get_statuscode() == _FOUND
