"""Named queries on passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select, tuple_

from summit_reader.domain.passage import PassageKind
from summit_reader.domain.spans import Span
from summit_reader.store.database import Work
from summit_reader.store.rows import PassageRow

_OPENING = 4
"""Passages among which the first sentence of a text is, whatever stands over it."""

_HEADLINES = (PassageKind.HEADLINE, PassageKind.TAKE_HEADLINE)


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its place among the article's, counted from 0, and what is shown of it."""

    article_id: int
    number: int
    kind: PassageKind
    source: Span
    cleaned: Span
    text: str


_COLUMNS = (
    PassageRow.article_id,
    PassageRow.number,
    PassageRow.kind,
    PassageRow.source_start,
    PassageRow.source_end,
    PassageRow.cleaned_start,
    PassageRow.cleaned_end,
    PassageRow.text,
)


def of_articles(work: Work, article_ids: Sequence[int]) -> tuple[StoredPassage, ...]:
    """Every passage of these articles, in order."""
    return _stored(work, PassageRow.article_id.in_(article_ids))


def openings(work: Work, article_ids: Sequence[int]) -> tuple[StoredPassage, ...]:
    """The headlines of these articles and how they begin, in order."""
    return _stored(
        work,
        PassageRow.article_id.in_(article_ids),
        or_(PassageRow.number < _OPENING, PassageRow.kind.in_(_HEADLINES)),
    )


def at(work: Work, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], StoredPassage]:
    """The passages at these places (article, number); one that is gone is left out."""
    place = tuple_(PassageRow.article_id, PassageRow.number)
    # SQLite finds pairs by looking at every passage there is; the articles it finds by the key.
    named = PassageRow.article_id.in_({article_id for article_id, _ in places})
    return {
        (each.article_id, each.number): each for each in _stored(work, named, place.in_(places))
    }


def count(work: Work) -> int:
    """How many passages all articles have."""
    return work.session.scalar(select(func.count()).select_from(PassageRow)) or 0


def _stored(work: Work, *wanted: ColumnElement[bool]) -> tuple[StoredPassage, ...]:
    """The passages that are wanted, in order. Read as columns: a result needs no rows to change."""
    rows = work.session.execute(
        select(*_COLUMNS).where(*wanted).order_by(PassageRow.article_id, PassageRow.number)
    )
    return tuple(
        StoredPassage(article_id, number, kind, Span(*source), Span(*cleaned), text)
        for article_id, number, kind, *spans, text in rows
        for source, cleaned in ((spans[:2], spans[2:]),)
    )
