"""A library of the program itself, made of the corpus: what typing and adding are measured on."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from search_corpus import FIRST_DAY, documents

from summit_reader.bootstrap import Services, open_services
from summit_reader.domain.article import ArticleDraft, Metadata, RawArticle
from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.spans import Span
from summit_reader.store import articles
from summit_reader.store.database import Database

AT_ONCE = 500


def library_of(folder: Path, corpus: Path, count: int | None = None) -> Services:
    """The services on a library of the articles in a database of `search_corpus`.

    They are stored without takes: finding these is not what is measured.
    """
    if not folder.exists():
        open_services(folder, create=True).close()
        database = Database.open(folder)
        rows = documents(corpus, count)
        while _stored(database, rows):
            pass
        database.close()
    return open_services(folder)


def _stored(database: Database, rows: Iterator[tuple[int, str, str, str, int]]) -> bool:
    with database.write() as work:
        for number, row in enumerate(rows, 1):
            articles.add(work, draft(*row))
            if number == AT_ONCE:
                work.commit()
                return True
        work.commit()
    return False


def draft(number: int, title: str, body: str, outlet: str, day: int) -> ArticleDraft:
    """An article with its headline and a passage a line."""
    source = unicodedata.normalize("NFC", f"{title}\n{body}")
    content = source.encode("utf-8", "replace")
    return ArticleDraft(
        raw=RawArticle(f"{number}.txt", content, "text/plain", source),
        metadata=Metadata(
            OutletProfile(outlet or "Unknown"),
            headline=title,
            published=FIRST_DAY + dt.timedelta(day),
        ),
        cleaned=CleanedText(source, (Piece(Span(0, len(source)), source),)),
        passages=tuple(_passages(source)),
        removed=(),
        takes=(),
        fingerprint=sha256(f"{number} {source}".encode("utf-8", "replace")).hexdigest(),
    )


def _passages(source: str) -> Iterator[Passage]:
    start = 0
    for line in source.splitlines(keepends=True):
        text = line.rstrip()
        if text:
            kind = PassageKind.BODY if start else PassageKind.HEADLINE
            span = Span(start, start + len(text))
            yield Passage(kind, span, span)
        start += len(line)
