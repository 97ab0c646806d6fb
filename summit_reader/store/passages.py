"""Named queries on passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select, tuple_

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


def of_articles(work: Work, article_ids: Sequence[int]) -> tuple[StoredPassage, ...]:
    """Every passage of these articles, in order."""
    query = select(PassageRow).where(PassageRow.article_id.in_(article_ids))
    return tuple(
        _stored(row)
        for row in work.session.scalars(query.order_by(PassageRow.article_id, PassageRow.number))
    )


def openings(work: Work, article_ids: Sequence[int]) -> tuple[StoredPassage, ...]:
    """The headlines of these articles and how they begin, in order."""
    query = select(PassageRow).where(
        PassageRow.article_id.in_(article_ids),
        or_(PassageRow.number < _OPENING, PassageRow.kind.in_(_HEADLINES)),
    )
    return tuple(
        _stored(row)
        for row in work.session.scalars(query.order_by(PassageRow.article_id, PassageRow.number))
    )


def at(work: Work, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], StoredPassage]:
    """The passages at these places (article, number); one that is gone is left out."""
    place = tuple_(PassageRow.article_id, PassageRow.number)
    # SQLite finds pairs by looking at every passage there is; the articles it finds by the key.
    named = PassageRow.article_id.in_({article_id for article_id, _ in places})
    rows = work.session.scalars(select(PassageRow).where(named, place.in_(places)))
    return {(row.article_id, row.number): _stored(row) for row in rows}


def count(work: Work) -> int:
    """How many passages all articles have."""
    return work.session.scalar(select(func.count()).select_from(PassageRow)) or 0


def _stored(row: PassageRow) -> StoredPassage:
    return StoredPassage(
        row.article_id,
        row.number,
        row.kind,
        Span(row.source_start, row.source_end),
        Span(row.cleaned_start, row.cleaned_end),
        row.text,
    )
