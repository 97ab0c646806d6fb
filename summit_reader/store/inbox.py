"""Named queries on the inbox: what feeds brought, and what the reader made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, delete, func, select, update
from sqlalchemy.orm import defer, undefer

from summit_reader.domain.feed import FeedItem, InboxItem, ItemState
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchItem
from summit_reader.store.rows import FeedRow, InboxItemRow

OPENING = 500
"""Characters of an item that lists are given."""
"""Values that one query is asked about."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item that came in. `address` is its link as links are compared.

    `article_id` names the article it already is in the library; such an item counts as kept.
    """

    item: FeedItem
    address: str = ""
    article_id: int | None = None


def add(work: Work, feed_id: int, arrivals: Iterable[Arrival], received: datetime) -> None:
    """Store items that the feed has not brought before, in this order."""
    work.session.add_all(_row(feed_id, arrival, received) for arrival in arrivals)
    work.session.flush()


def renew(work: Work, feed_id: int, items: Iterable[FeedItem]) -> None:
    """Take up what the feed has changed in items that still wait."""
    rows = work.session.scalars(
        select(InboxItemRow).where(
            InboxItemRow.feed_id == feed_id, InboxItemRow.state == ItemState.NEW
        )
    )
    held = {row.key: row for row in rows}
    for item in items:
        row = held.get(item.key)
        if row is not None and item.text and row.text != item.text:
            _write(row, item)
    work.session.flush()


def keys(work: Work, feed_id: int) -> set[str]:
    """The keys of all items that the feed ever brought and that are not forgotten."""
    return set(
        work.session.scalars(select(InboxItemRow.key).where(InboxItemRow.feed_id == feed_id))
    )


def addresses(work: Work, asked: Collection[str]) -> set[str]:
    """Which of these addresses an item of any feed has."""
    found: set[str] = set()
    ordered = sorted(filter(None, asked))
    for chunk in chunks(ordered):
        found |= set(
            work.session.scalars(
                select(InboxItemRow.address).where(InboxItemRow.address.in_(chunk))
            )
        )
    return found


def waiting(work: Work, feed_id: int | None = None) -> tuple[InboxItem, ...]:
    """The new items, of one feed or of all, the latest first."""
    query = _with_feed().where(InboxItemRow.state == ItemState.NEW)
    if feed_id is not None:
        query = query.where(InboxItemRow.feed_id == feed_id)
    rows = work.session.execute(query.order_by(InboxItemRow.id.desc()))
    return tuple(_item(row) for row in rows)


def by_id(work: Work, item_id: int) -> InboxItem:
    """The item.

    Raises:
        NoSuchItem: if there is none.
    """
    row = work.session.execute(_with_feed().where(InboxItemRow.id == item_id)).one_or_none()
    if row is None:
        raise NoSuchItem(item_id)
    return _item(row)


def content(work: Work, item_id: int) -> FeedItem:
    """The item as the feed brought it.

    Raises:
        NoSuchItem: if there is none.
    """
    row = work.session.scalar(
        select(InboxItemRow).where(InboxItemRow.id == item_id).options(undefer(InboxItemRow.raw))
    )
    if row is None:
        raise NoSuchItem(item_id)
    return FeedItem(row.key, row.imprint, row.text, row.raw)


def settle(
    work: Work, item_ids: Collection[int], state: ItemState, article_id: int | None = None
) -> None:
    """Note what the reader has made of these items."""
    ordered = sorted(item_ids)
    for chunk in chunks(ordered):
        work.session.execute(
            update(InboxItemRow)
            .where(InboxItemRow.id.in_(chunk))
            .values(state=state, article_id=article_id)
        )


def forget(work: Work, feed_id: int, present: Collection[str], before: datetime) -> int:
    """Drop settled items from before then that the feed no longer holds; how many there were.

    They are only remembered so that the feed does not bring them twice.
    """
    rows = work.session.execute(
        select(InboxItemRow.id, InboxItemRow.key).where(
            InboxItemRow.feed_id == feed_id,
            InboxItemRow.state != ItemState.NEW,
            InboxItemRow.received < before,
        )
    )
    held = set(present)
    gone = [item_id for item_id, key in rows if key not in held]
    for chunk in chunks(gone):
        work.session.execute(delete(InboxItemRow).where(InboxItemRow.id.in_(chunk)))
    return len(gone)


def _row(feed_id: int, arrival: Arrival, received: datetime) -> InboxItemRow:
    row = InboxItemRow(
        feed_id=feed_id,
        key=arrival.item.key,
        state=ItemState.NEW if arrival.article_id is None else ItemState.KEPT,
        received=received,
        article_id=arrival.article_id,
        address=arrival.address,
    )
    _write(row, arrival.item)
    return row


def _write(row: InboxItemRow, item: FeedItem) -> None:
    row.imprint, row.text, row.raw = item.imprint, item.text, item.raw


def _with_feed() -> Select[InboxItemRow, str, str]:
    opening = func.substr(InboxItemRow.text, 1, OPENING)
    return (
        select(InboxItemRow, FeedRow.title, opening)
        .join(FeedRow, FeedRow.id == InboxItemRow.feed_id)
        .options(defer(InboxItemRow.text))
    )


def _item(found: Row[InboxItemRow, str, str]) -> InboxItem:
    row, feed, opening = found
    said = row.imprint
    return InboxItem(
        id=row.id,
        feed_id=row.feed_id,
        feed=feed,
        headline=said.headline,
        byline=", ".join(said.authors),
        published=said.published,
        link=said.url,
        opening=opening,
        state=row.state,
        received=row.received,
        article_id=row.article_id,
    )
