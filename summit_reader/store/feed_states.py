"""How feeds stood, and having them so again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, insert, select, update

from summit_reader.domain.feed_state import FeedState, KeptFeed
from summit_reader.store.database import Work
from summit_reader.store.rows import ArticleRow, FeedRow, InboxItemRow

# Tables, not rows: what is long is not loaded with a row unless it is asked for.
_FEEDS = FeedRow.__table__
_ITEMS = InboxItemRow.__table__
_ARTICLES = ArticleRow.__table__
"""Texts in the bin among them: they may come out again."""

_WISHES = ("schedule", "full_text", "outlet", "due")
"""What the reader says of a feed that is followed; the rest is what came of asking it."""


def state_of(work: Work, feed_ids: Iterable[int]) -> FeedState:
    """How these feeds stand."""
    return FeedState({feed_id: _kept(work, feed_id) for feed_id in feed_ids})


def restore(work: Work, state: FeedState) -> FeedState:
    """How these feeds stood just now; from here on they stand as they did.

    What came to a feed that stayed meanwhile stays. A feed is not put back beside another one that
    is followed at its address by now.
    """
    before = state_of(work, state.feeds)
    for feed_id, kept in state.feeds.items():
        if kept is None:
            work.session.execute(delete(FeedRow).where(FeedRow.id == feed_id))
        elif before.feeds[feed_id] is not None:
            wishes = {name: kept.columns[name] for name in _WISHES}
            work.session.execute(update(FeedRow).where(FeedRow.id == feed_id).values(wishes))
        else:
            _put_back(work, kept)
    work.session.expire_all()
    return before


def _kept(work: Work, feed_id: int) -> KeptFeed | None:
    row = work.session.execute(select(_FEEDS).where(_FEEDS.c.id == feed_id)).mappings().first()
    if row is None:
        return None
    items = work.session.execute(select(_ITEMS).where(_ITEMS.c.feed_id == feed_id)).mappings()
    return KeptFeed(dict(row), tuple([dict(item) for item in items]))


def _put_back(work: Work, kept: KeptFeed) -> None:
    taken = select(_FEEDS.c.id).where(_FEEDS.c.url == kept.columns["url"])
    if work.session.scalar(taken) is not None:
        return
    work.session.execute(insert(FeedRow), [dict(kept.columns)])
    if kept.items:
        ids = [item["article_id"] for item in kept.items if item["article_id"] is not None]
        here = set(work.session.scalars(select(_ARTICLES.c.id).where(_ARTICLES.c.id.in_(ids))))
        work.session.execute(
            insert(InboxItemRow),
            [
                {**item, "article_id": number if number in here else None}
                for item in kept.items
                for number in (item["article_id"],)
            ],
        )
