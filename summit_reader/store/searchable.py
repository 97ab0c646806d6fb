"""Named queries on what the index is told of articles, and on where the reader has put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.passage import RemovedRange
from summit_reader.domain.point import Decision
from summit_reader.domain.take import Role, Standing, speaker_of
from summit_reader.store import takes
from summit_reader.store.database import Work
from summit_reader.store.rows import (
    ArticleRow,
    ClippingRow,
    OutletAliasRow,
    OutletRow,
    PointTakeRow,
    StoryArticleRow,
    TakeRow,
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """An article as it is searched for, its passages aside.

    `removed` are the ranges of its `source` text that are not shown.
    """

    article_id: int
    headline: str
    language: str
    outlet: OutletRef
    aliases: tuple[str, ...]
    published: date | None
    cut: bool
    source: str
    removed: tuple[RemovedRange, ...]


@dataclass(frozen=True, slots=True)
class SearchableTake:
    """A take as it is searched for. `speaker` is empty where an outlet speaks."""

    take_id: int
    article_id: int
    text: str
    outlet: OutletRef
    speaker: str
    role: Role
    headline: str


def of_articles(work: Work, article_ids: Sequence[int]) -> tuple[Searchable, ...]:
    """These articles, in the order they came in."""
    rows = work.session.execute(
        select(
            ArticleRow.id,
            ArticleRow.headline,
            ArticleRow.language,
            ArticleRow.published,
            ArticleRow.cut,
            ArticleRow.removed,
            ArticleRow.source_text,
            OutletRow.id,
            OutletRow.name,
            OutletRow.country,
        )
        .join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.id.in_(article_ids))
        .order_by(ArticleRow.id)
    ).all()
    aliases = _aliases(work, {row[7] for row in rows})
    return tuple(
        Searchable(
            article_id,
            headline,
            language,
            OutletRef(outlet_id, name, country),
            aliases.get(outlet_id, ()),
            published,
            cut,
            text,
            tuple(each for each in removed if not each.restored),
        )
        for (
            article_id, headline, language, published, cut, removed, text, outlet_id, name, country,
        ) in rows
    )  # fmt: skip


def takes_of(work: Work, article_ids: Sequence[int]) -> tuple[SearchableTake, ...]:
    """The takes of these articles, article by article in the order of text."""
    rows = work.session.execute(
        takes.with_outlets(
            article_ids,
            TakeRow.id,
            TakeRow.article_id,
            TakeRow.shown,
            TakeRow.chain,
            TakeRow.role,
            TakeRow.headline,
        )
    )
    return tuple(
        SearchableTake(
            take_id,
            article_id,
            " ".join(shown),
            OutletRef(outlet_id, name, country),
            voice.name if (voice := speaker_of(chain)) else "",
            role,
            headline,
        )
        for take_id, article_id, shown, chain, role, headline, outlet_id, name, country in rows
    )


def kept(work: Work, where: str) -> frozenset[int]:
    """The articles that the reader has put there, or of which a take is there.

    `where` is “pin”, “note”, “comparison”, “point” or “story”; nothing is anywhere else.
    """
    if where not in _KEPT:
        return frozenset()
    return frozenset(work.session.scalars(_KEPT[where]))


def _aliases(work: Work, outlet_ids: set[int]) -> dict[int, tuple[str, ...]]:
    aliases: dict[int, tuple[str, ...]] = {}
    rows = work.session.execute(
        select(OutletAliasRow.outlet_id, OutletAliasRow.alias)
        .where(OutletAliasRow.outlet_id.in_(outlet_ids))
        .order_by(OutletAliasRow.id)
    )
    for outlet_id, alias in rows:
        aliases[outlet_id] = (*aliases.get(outlet_id, ()), alias)
    return aliases


_PINNED = select(TakeRow.article_id).join(ClippingRow, ClippingRow.take_id == TakeRow.id)
_KEPT: dict[str, Select[int]] = {
    "pin": _PINNED,
    "comparison": _PINNED,
    "note": _PINNED.where(ClippingRow.note != ""),
    "point": select(TakeRow.article_id)
    .join(PointTakeRow, PointTakeRow.take_id == TakeRow.id)
    .where(PointTakeRow.decision != Decision.REFUSED, TakeRow.standing != Standing.REJECTED),
    "story": select(StoryArticleRow.article_id),
}
