"""Named queries on stories and their articles. An article is in one story at most.

A story that has lost all its articles keeps its number, so that taking back what emptied it finds
it again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select

from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Membership
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchStory, NoSuchText
from summit_reader.store.rows import ArticleRow, StoryArticleRow, StoryRow


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, as far as it says or hints, and when it came in."""

    article_id: int
    published: date | None
    imported: date


def names(work: Work) -> dict[int, str]:
    """The name of every story, in the order they were made; empty where nobody gave one."""
    rows = work.session.execute(select(StoryRow.id, StoryRow.name).order_by(StoryRow.id))
    return dict(rows.all())


def memberships(work: Work) -> tuple[Membership, ...]:
    """Every article that is in a story, story by story."""
    rows = work.session.scalars(
        select(StoryArticleRow).order_by(StoryArticleRow.story_id, StoryArticleRow.article_id)
    )
    return tuple(Membership(row.story_id, row.article_id, row.decided_by) for row in rows)


def members(work: Work, story_id: int) -> tuple[int, ...]:
    """The articles of the story, in the order they came in.

    Raises:
        NoSuchStory: if there is no such story.
    """
    if work.session.get(StoryRow, story_id) is None:
        raise NoSuchStory(story_id)
    rows = select(StoryArticleRow.article_id).where(StoryArticleRow.story_id == story_id)
    return tuple(work.session.scalars(rows.order_by(StoryArticleRow.article_id)))


def datings(work: Work) -> tuple[Dating, ...]:
    """When each article was published and came in."""
    rows = work.session.execute(
        select(
            ArticleRow.id,
            func.coalesce(ArticleRow.published, ArticleRow.suggested_date),
            ArticleRow.imported_at,
        ).order_by(ArticleRow.id)
    )
    return tuple(Dating(article_id, day, moment.date()) for article_id, day, moment in rows)


def add(work: Work, name: str = "") -> int:
    """The id of a new story without articles."""
    row = StoryRow(name=name)
    work.session.add(row)
    work.session.flush()
    return row.id


def rename(work: Work, story_id: int, name: str) -> None:
    """Give the story a name, or none if that is empty.

    Raises:
        NoSuchStory: if there is no such story.
    """
    row = work.session.get(StoryRow, story_id)
    if row is None:
        raise NoSuchStory(story_id)
    row.name = name


def put(work: Work, story_id: int, article_ids: Collection[int], decided_by: DecidedBy) -> None:
    """Move articles to the story.

    Raises:
        NoSuchStory: if there is no such story.
        NoSuchText: if there is no such article.
    """
    if work.session.get(StoryRow, story_id) is None:
        raise NoSuchStory(story_id)
    here = select(ArticleRow.id).where(ArticleRow.id.in_(article_ids))
    for article_id in sorted(set(article_ids) - set(work.session.scalars(here))):
        raise NoSuchText(article_id)
    take_out(work, article_ids)
    work.session.add_all(
        StoryArticleRow(story_id=story_id, article_id=article_id, decided_by=decided_by)
        for article_id in article_ids
    )
    work.session.flush()


def take_out(work: Work, article_ids: Collection[int]) -> None:
    """Leave these articles in no story."""
    rows = StoryArticleRow.article_id.in_(article_ids)
    work.session.execute(delete(StoryArticleRow).where(rows))
    work.session.expire_all()
