"""Named queries on what could be proposed for a point; only the columns are read that it takes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, select, tuple_

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Role
from summit_reader.store.database import Work
from summit_reader.store.rows import OutletRow, PassageRow, TakeRow, is_listed


@dataclass(frozen=True, slots=True)
class ProposableTake:
    """A take as far as points are concerned.

    `segments` are its places in the source text and `sentence` the one it is understood by;
    `headline` and `thesis` say what a press review makes of it.
    """

    take_id: int
    article_id: int
    outlet: OutletRef
    role: Role
    text: str
    segments: tuple[Span, ...]
    sentence: Span | None
    headline: str
    thesis: str


def takes_of(work: Work, article_ids: Collection[int]) -> tuple[ProposableTake, ...]:
    """The takes of these articles that stand in their texts, in the order of text."""
    return _proposable(work, TakeRow.article_id.in_(article_ids))


def takes_at(work: Work, places: Collection[tuple[int, int]]) -> tuple[ProposableTake, ...]:
    """The takes that begin in these passages (article, number), in the order of text."""
    place = tuple_(PassageRow.article_id, PassageRow.number)
    # SQLite finds pairs by looking at every passage there is; the articles it finds by the key.
    named = PassageRow.article_id.in_({article_id for article_id, _ in places})
    inside = exists().where(
        named,
        place.in_(places),
        PassageRow.article_id == TakeRow.article_id,
        PassageRow.source_start <= TakeRow.start,
        TakeRow.start < PassageRow.source_end,
    )
    articles = TakeRow.article_id.in_({article_id for article_id, _ in places})
    return _proposable(work, articles, inside)


def _proposable(work: Work, *where: ColumnElement[bool]) -> tuple[ProposableTake, ...]:
    rows = work.session.execute(
        select(
            TakeRow.id,
            TakeRow.article_id,
            TakeRow.role,
            TakeRow.shown,
            TakeRow.segments,
            TakeRow.sentence,
            TakeRow.headline,
            TakeRow.thesis,
            OutletRow.id,
            OutletRow.name,
            OutletRow.country,
        )
        .join(OutletRow, OutletRow.id == TakeRow.outlet_id)
        .where(*where, is_listed(), TakeRow.lost.is_(False))
        .order_by(TakeRow.article_id, TakeRow.start, TakeRow.id)
    )
    return tuple(
        ProposableTake(
            take_id,
            article_id,
            OutletRef(outlet_id, name, country),
            role,
            " … ".join(shown),
            segments,
            sentence,
            headline,
            thesis,
        )
        for (
            take_id, article_id, role, shown, segments, sentence, headline, thesis,
            outlet_id, name, country,
        ) in rows
    )  # fmt: skip
