"""Named queries on what could be proposed for a point; only the columns are read that it takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Role
from summit_reader.store.database import Work
from summit_reader.store.rows import OutletRow, TakeRow, is_listed


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


def takes_in(work: Work, stretches: Mapping[int, Sequence[Span]]) -> tuple[ProposableTake, ...]:
    """The takes that begin in these stretches of their articles, in the order of text."""
    # Where takes begin is told by an index alone; of the others nothing need be read.
    begins = work.session.execute(
        select(TakeRow.id, TakeRow.article_id, TakeRow.start).where(
            TakeRow.article_id.in_(stretches)
        )
    )
    ids = [
        take_id
        for take_id, article_id, start in begins
        if any(one.start <= start < one.end for one in stretches[article_id])
    ]
    return _proposable(work, TakeRow.id.in_(ids))


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
