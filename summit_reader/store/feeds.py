"""Named queries on the feeds that are followed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Row, Select, func, select

from summit_reader.domain.feed import Feed, ItemState, Schedule, Visit
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchFeed
from summit_reader.store.rows import FeedRow, InboxItemRow

UNASKED = Visit()
"""What is remembered of a feed that has not been asked."""


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed before it is stored."""

    url: str
    title: str
    outlet: str
    homepage: str = ""
    folders: tuple[str, ...] = ()
    schedule: Schedule = Schedule.OFF
    full_text: bool = False
    visit: Visit = UNASKED


def add(work: Work, new: NewFeed) -> int:
    """The id of the feed at that address; one that is followed already stays as it is."""
    found = at(work, new.url)
    if found is not None:
        return found
    row = FeedRow(
        url=new.url,
        title=new.title,
        outlet=new.outlet,
        homepage=new.homepage,
        folders=new.folders,
        schedule=new.schedule,
        full_text=new.full_text,
    )
    _note(row, new.visit)
    work.session.add(row)
    work.session.flush()
    return row.id


def at(work: Work, url: str) -> int | None:
    """The id of the feed that is followed at this address."""
    return work.session.scalar(select(FeedRow.id).where(FeedRow.url == url))


def by_id(work: Work, feed_id: int) -> Feed:
    """The feed.

    Raises:
        NoSuchFeed: if there is none.
    """
    row = work.session.execute(_with_waiting().where(FeedRow.id == feed_id)).one_or_none()
    if row is None:
        raise NoSuchFeed(feed_id)
    return _feed(row)


def all_feeds(work: Work) -> tuple[Feed, ...]:
    """Every feed, by title."""
    found = [_feed(row) for row in work.session.execute(_with_waiting())]
    return tuple(sorted(found, key=lambda feed: (feed.title.casefold(), feed.id)))


def remember(work: Work, feed_id: int, visit: Visit, url: str = "") -> None:
    """Note what came of asking the feed, and where it lies from now on if `url` says so.

    Raises:
        NoSuchFeed: if there is none.
    """
    row = _row(work, feed_id)
    _note(row, visit)
    # Two feeds that moved to one address stay two, rather than one taking the other's items.
    if url and at(work, url) is None:
        row.url = url
    work.session.flush()


def describe(work: Work, feed_id: int, *, title: str, homepage: str) -> None:
    """Note what the feed says of itself, where nobody has said it yet.

    Raises:
        NoSuchFeed: if there is none.
    """
    row = _row(work, feed_id)
    row.title = row.title or title
    row.homepage = row.homepage or homepage
    row.outlet = row.outlet or row.title
    work.session.flush()


def set_schedule(work: Work, feed_id: int, schedule: Schedule) -> None:
    """Have the feed asked by itself so often; due at once, or never.

    Raises:
        NoSuchFeed: if there is none.
    """
    row = _row(work, feed_id)
    row.schedule = schedule
    interval = schedule.interval
    row.due = row.asked_at + interval if interval and row.asked_at else None
    work.session.flush()


def set_full_text(work: Work, feed_id: int, *, full_text: bool) -> None:
    """Say whether the pages its items lead to are fetched when they are kept.

    Raises:
        NoSuchFeed: if there is none.
    """
    _row(work, feed_id).full_text = full_text
    work.session.flush()


def set_outlet(work: Work, feed_id: int, outlet: str) -> None:
    """Say whose articles the feed brings, where they do not say so themselves.

    Raises:
        NoSuchFeed: if there is none.
    """
    _row(work, feed_id).outlet = outlet
    work.session.flush()


def remove(work: Work, feed_id: int) -> None:
    """Forget the feed and what it brought to the inbox; articles that were kept stay.

    Raises:
        NoSuchFeed: if there is none.
    """
    work.session.delete(_row(work, feed_id))
    work.session.flush()


def _row(work: Work, feed_id: int) -> FeedRow:
    row = work.session.get(FeedRow, feed_id)
    if row is None:
        raise NoSuchFeed(feed_id)
    return row


def _with_waiting() -> Select[FeedRow, int]:
    waiting = (
        select(func.count())
        .where(InboxItemRow.feed_id == FeedRow.id, InboxItemRow.state == ItemState.NEW)
        .scalar_subquery()
    )
    return select(FeedRow, waiting)


def _feed(found: Row[FeedRow, int]) -> Feed:
    row, waiting = found
    return Feed(
        id=row.id,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        homepage=row.homepage,
        folders=row.folders,
        schedule=row.schedule,
        full_text=row.full_text,
        visit=Visit(
            etag=row.etag,
            last_modified=row.last_modified,
            status=row.status,
            trouble=row.trouble,
            failures=row.failures,
            at=row.asked_at,
            due=row.due,
            not_before=row.not_before,
        ),
        waiting=waiting,
    )


def _note(row: FeedRow, visit: Visit) -> None:
    row.etag, row.last_modified = visit.etag, visit.last_modified
    row.status, row.trouble, row.failures = visit.status, visit.trouble, visit.failures
    row.asked_at, row.due, row.not_before = visit.at, visit.due, visit.not_before
