"""PDF, of which the worker tells the lines and this module makes an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.file_errors import DamagedFile, PicturesOnly, TakesTooLong
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.composing import composed
from summit_reader.intake.documents.pdf_pages import AT_A_TIME, lines_of_pages
from summit_reader.intake.documents.printed_lines import PrintedLine, printed_text
from summit_reader.intake.documents.properties import imprint_of
from summit_reader.intake.files import MEBIBYTE, insist_on_size
from summit_reader.intake.worker import worker

MOST_ROUNDS = 12
"""Times that the worker is asked for more pages of one file."""

_HEAD = 1_024
_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?"
)


class PdfReader:
    """The one article of a PDF; of a file of pictures nothing."""

    format = "pdf"
    media_type = "application/pdf"
    limit = 80 * MEBIBYTE

    def accepts(self, content: bytes) -> bool:
        """Whether its mark stands in the first kilobyte, where all programs look for it."""
        head = content[:_HEAD]
        return head.startswith(b"%PDF-") or (b"%PDF-" in head and not head[:1].isalpha())

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The article of a large file."""
        content = stream.read(self.limit + 1)
        insist_on_size(name, len(content), self.limit)
        yield from self.read(name, content, hints)

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article, and a failure for each page that is broken.

        Raises:
            PicturesOnly: if there is no text.
            FileProblem: if it is protected, broken, or takes too long.
        """
        pages, properties = _read(content, name)
        broken = [number for number, page in enumerate(pages, 1) if page is None]
        text = printed_text(
            [[PrintedLine(*line) for line in page] for page in pages if page is not None]
        )
        if not any(any(map(str.isalnum, each)) for each in text.paragraphs):
            raise DamagedFile(name) if broken else PicturesOnly(name)
        stated = imprint_of(
            text.paragraphs,
            properties["title"],
            [properties["author"]],
            moment_of_pdf(properties["created"]),
            properties["language"],
        )
        headline = stated.headline or text.headline
        # Set apart by its size, it heads the text wherever on the page it was drawn.
        body = [each for each in text.paragraphs if each != headline]
        yield RawArticle(
            name,
            content,
            self.media_type,
            composed(body, headline) or headline,
            hints,
            replace(stated, headline=headline, url=text.url),
        )
        for number in broken:
            yield Failure(Path(f"{name}#{number}"), DamagedFile(f"{name}#{number}"))


def moment_of_pdf(text: str) -> datetime | None:
    """The moment in the spelling of PDF; None if it states none.

    >>> moment_of_pdf("D:20190425183000+09'00'").isoformat()
    '2019-04-25T18:30:00+09:00'
    """
    found = _DATE.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (part or "00" for part in found.groups()[:6])
    zone = "+00:00" if found[7] else f"{found[8]}:{found[9] or '00'}" if found[8] else ""
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}")
    except ValueError:
        return None


def _read(content: bytes, name: str) -> tuple[list[list[list[Any]] | None], dict[str, str]]:
    pages: list[list[list[Any]] | None] = []
    properties: dict[str, str] = {}
    following = 0
    for _ in range(MOST_ROUNDS):
        found = worker().run(lines_of_pages, content, name, first=str(following))
        properties = properties or found["properties"]
        pages += found["pages"]
        following = found["next"]
        if following < 0:
            return pages, properties
    raise TakesTooLong(name, seconds=round(MOST_ROUNDS * AT_A_TIME))
