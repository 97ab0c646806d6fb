"""Named queries on a few facts of many articles, for lists and for what is searched."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.passage import RemovedRange
from summit_reader.store.database import Work
from summit_reader.store.rows import ArticleRow, OutletRow


@dataclass(frozen=True, slots=True)
class Heading:
    """As much of an article as results and the index need. `headline` may be empty."""

    article_id: int
    outlet: OutletRef
    title: str
    headline: str
    language: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """An article's source text, and which ranges of it are not shown."""

    article_id: int
    source: str
    removed: tuple[RemovedRange, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """An article as far as silence is concerned: whose it is and whether a paywall cuts it."""

    article_id: int
    outlet_id: int
    cut: bool


def headings(work: Work, article_ids: Sequence[int]) -> tuple[Heading, ...]:
    """The headings of these articles, in the order they came in."""
    rows = work.session.execute(
        select(
            ArticleRow.id,
            OutletRow.id,
            OutletRow.name,
            OutletRow.country,
            ArticleRow.title,
            ArticleRow.headline,
            ArticleRow.language,
        )
        .join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.id.in_(article_ids))
        .order_by(ArticleRow.id)
    )
    return tuple(
        Heading(article_id, OutletRef(outlet_id, name, country), title, headline, language)
        for article_id, outlet_id, name, country, title, headline, language in rows
    )


def withheld(work: Work, article_ids: Collection[int]) -> tuple[Withheld, ...]:
    """What is not shown of these articles, in the order they came in."""
    rows = work.session.execute(
        select(ArticleRow.id, ArticleRow.removed, ArticleRow.source_text)
        .where(ArticleRow.id.in_(article_ids))
        .order_by(ArticleRow.id)
    )
    return tuple(
        Withheld(article_id, text, tuple(each for each in removed if not each.restored))
        for article_id, removed, text in rows
    )


def holdings(work: Work) -> tuple[Holding, ...]:
    """Whose articles the library has, and which of them are cut."""
    rows = work.session.execute(select(ArticleRow.id, ArticleRow.outlet_id, ArticleRow.cut))
    return tuple(Holding(article_id, outlet_id, cut) for article_id, outlet_id, cut in rows)
