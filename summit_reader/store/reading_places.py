"""Named queries on how far the reader has read."""

from __future__ import annotations

from summit_reader.store.database import Work
from summit_reader.store.rows import ArticleRow, ReadingPlaceRow


def place(work: Work, article_id: int, pane: str) -> int | None:
    """The offset in the source text that a pane was left at; None if that was the beginning."""
    row = work.session.get(ReadingPlaceRow, (article_id, pane))
    return None if row is None else row.place


def put(work: Work, article_id: int, pane: str, at: int | None) -> None:
    """Remember where a pane was left, or with None that it was at the beginning.

    Of an article that is gone nothing is remembered.
    """
    row = work.session.get(ReadingPlaceRow, (article_id, pane))
    if at is None:
        if row is not None:
            work.session.delete(row)
    elif row is not None:
        row.place = at
    elif work.session.get(ArticleRow, article_id) is not None:
        work.session.add(ReadingPlaceRow(article_id=article_id, pane=pane, place=at))
    work.session.flush()
