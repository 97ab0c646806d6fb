"""Rows of the feeds that are followed and of what waits in the inbox."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.domain.article import Imprint
from summit_reader.domain.feed import ItemState, Schedule, Trouble
from summit_reader.store.columns import IMPRINT, STRINGS, OneOf, UtcTime
from summit_reader.store.rows.base import Base


class FeedRow(Base):
    """A feed, and what is remembered of asking it."""

    __tablename__ = "feeds"

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    outlet: Mapped[str]
    homepage: Mapped[str]
    folders: Mapped[tuple[str, ...]] = mapped_column(STRINGS)
    schedule: Mapped[Schedule] = mapped_column(OneOf(Schedule))
    full_text: Mapped[bool]
    etag: Mapped[str]
    last_modified: Mapped[str]
    status: Mapped[int | None]
    trouble: Mapped[Trouble | None] = mapped_column(OneOf(Trouble))
    failures: Mapped[int]
    asked_at: Mapped[datetime | None] = mapped_column(UtcTime)
    due: Mapped[datetime | None] = mapped_column(UtcTime)
    not_before: Mapped[datetime | None] = mapped_column(UtcTime)


class InboxItemRow(Base):
    """An item of a feed. `address` is its link as links are compared; empty if it has none.

    What is long comes last, as with articles.
    """

    __tablename__ = "inbox_items"
    __table_args__ = (
        UniqueConstraint("feed_id", "key"),
        Index("ix_inbox_items_state_feed_id", "state", "feed_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"))
    key: Mapped[str]
    state: Mapped[ItemState] = mapped_column(OneOf(ItemState))
    received: Mapped[datetime] = mapped_column(UtcTime)
    article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.id", ondelete="SET NULL"), index=True
    )
    address: Mapped[str] = mapped_column(index=True)
    imprint: Mapped[Imprint] = mapped_column(IMPRINT)
    text: Mapped[str]
    raw: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
