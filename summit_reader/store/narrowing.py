"""Named queries on what a library is narrowed by: the texts with their days, and who is quoted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from summit_reader.store.database import Work
from summit_reader.store.rows import ArticleRow, TakeRow, is_listed


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text with its outlet, and the day it was published on or hints at."""

    article_id: int
    outlet_id: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """How many takes of an outlet a text holds."""

    article_id: int
    outlet_id: int
    takes: int


def texts(work: Work) -> tuple[DatedText, ...]:
    """Every text."""
    rows = work.session.execute(
        select(
            ArticleRow.id,
            ArticleRow.outlet_id,
            func.coalesce(ArticleRow.published, ArticleRow.suggested_date),
        )
    )
    return tuple(DatedText(article_id, outlet_id, day) for article_id, outlet_id, day in rows)


def quoted(work: Work) -> tuple[Quoted, ...]:
    """Whose takes stand in which text."""
    rows = work.session.execute(
        select(TakeRow.article_id, TakeRow.outlet_id, func.count())
        .where(is_listed())
        .group_by(TakeRow.article_id, TakeRow.outlet_id)
    )
    return tuple(Quoted(article_id, outlet_id, takes) for article_id, outlet_id, takes in rows)
