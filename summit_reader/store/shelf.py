"""Named queries on the list of all articles, and on what the reader has noted on them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.shelf import Marks, MarksState, ShelfRow
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.rows import (
    ArticleMarkRow,
    ArticleRow,
    OutletRow,
    StoryArticleRow,
    TakeRow,
    is_listed,
)


def rows(work: Work) -> tuple[ShelfRow, ...]:
    """Every article, the one that came in last first; one query, the long columns untouched."""
    counts = (
        select(TakeRow.article_id, func.count().label("takes"))
        .where(is_listed())
        .group_by(TakeRow.article_id)
        .subquery()
    )
    found = work.session.execute(
        select(
            ArticleRow.id,
            ArticleRow.title,
            OutletRow.id,
            OutletRow.name,
            OutletRow.country,
            ArticleRow.language,
            ArticleRow.published,
            ArticleRow.suggested_date,
            ArticleRow.imported_at,
            func.coalesce(counts.c.takes, 0),
            ArticleRow.cut,
            func.coalesce(StoryArticleRow.story_id, 0),
            func.coalesce(ArticleMarkRow.is_read, False),
            func.coalesce(ArticleMarkRow.is_flagged, False),
        )
        .join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .outerjoin(counts, counts.c.article_id == ArticleRow.id)
        .outerjoin(StoryArticleRow, StoryArticleRow.article_id == ArticleRow.id)
        .outerjoin(ArticleMarkRow, ArticleMarkRow.article_id == ArticleRow.id)
        .order_by(ArticleRow.id.desc())
    )
    outlets: dict[int, OutletRef] = {}
    return tuple(
        ShelfRow(
            article_id,
            title,
            outlets.setdefault(outlet_id, OutletRef(outlet_id, name, country)),
            language,
            published or suggested,
            published is not None,
            imported.date(),
            takes,
            cut,
            story_id,
            bool(read),
            bool(flagged),
        )
        for (
            article_id, title, outlet_id, name, country, language, published, suggested,
            imported, takes, cut, story_id, read, flagged,
        ) in found
    )  # fmt: skip


def marks(work: Work, article_ids: Collection[int]) -> MarksState:
    """What is noted on those of these articles that are there."""
    found: dict[int, Marks] = {}
    ids = sorted(article_ids)
    for chunk in chunks(ids):
        query = (
            select(ArticleRow.id, ArticleMarkRow.is_read, ArticleMarkRow.is_flagged)
            .outerjoin(ArticleMarkRow, ArticleMarkRow.article_id == ArticleRow.id)
            .where(ArticleRow.id.in_(chunk))
        )
        for article_id, read, flagged in work.session.execute(query):
            found[article_id] = Marks(bool(read), bool(flagged))
    return tuple(found.items())


def put_marks(work: Work, wanted: MarksState) -> None:
    """Note this on the articles, which are there."""
    values = [
        {"article_id": article_id, "is_read": each.is_read, "is_flagged": each.is_flagged}
        for article_id, each in wanted
    ]
    if values:
        statement = insert(ArticleMarkRow)
        new = statement.excluded
        work.session.execute(
            statement.on_conflict_do_update(
                index_elements=["article_id"],
                set_={"is_read": new.is_read, "is_flagged": new.is_flagged},
            ),
            values,
        )
