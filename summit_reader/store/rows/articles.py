"""Rows of published texts, of their passages and of the happenings they cover."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from summit_reader.domain.article import Imprint, Layout
from summit_reader.domain.passage import PassageKind, RemovedRange
from summit_reader.domain.point import DecidedBy
from summit_reader.store.columns import IMPRINT, REMOVED, OneOf, UtcTime
from summit_reader.store.rows.base import Base
from summit_reader.store.rows.outlets import OutletRow


class ArticleRow(Base):
    """A text with what it says of itself; `title` is its headline or what stands in for it.

    `extraction` is the version of the rules that read it.
    The long columns come last: SQLite reads a row from its front, and lists need only the front.
    """

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    outlet_id: Mapped[int] = mapped_column(
        ForeignKey("outlets.id", ondelete="RESTRICT"), index=True
    )
    fingerprint: Mapped[str] = mapped_column(unique=True)
    imported_at: Mapped[datetime] = mapped_column(UtcTime)
    name: Mapped[str]
    media_type: Mapped[str]
    title: Mapped[str]
    layout: Mapped[Layout] = mapped_column(OneOf(Layout))
    carrier: Mapped[str]
    headline: Mapped[str]
    standfirst: Mapped[str]
    byline: Mapped[str]
    dateline: Mapped[str]
    published: Mapped[date | None]
    suggested_date: Mapped[date | None]
    date_evidence: Mapped[str]
    url: Mapped[str]
    language: Mapped[str]
    cut: Mapped[bool]
    extraction: Mapped[int]
    removed: Mapped[tuple[RemovedRange, ...]] = mapped_column(
        REMOVED, deferred=True, deferred_raiseload=True
    )
    pieces: Mapped[list[list[Any]]] = mapped_column(JSON, deferred=True, deferred_raiseload=True)
    source_text: Mapped[str] = mapped_column(deferred=True, deferred_raiseload=True)
    raw: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    imprint: Mapped[Imprint | None] = mapped_column(IMPRINT, deferred=True, deferred_raiseload=True)

    outlet: Mapped[OutletRow] = relationship(lazy="raise")
    passages: Mapped[list[PassageRow]] = relationship(
        lazy="raise", order_by="PassageRow.number", passive_deletes=True
    )


class PassageRow(Base):
    """A paragraph; `text` is what is shown of it, so that results need not load the article."""

    __tablename__ = "passages"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PassageKind] = mapped_column(OneOf(PassageKind))
    source_start: Mapped[int]
    source_end: Mapped[int]
    cleaned_start: Mapped[int]
    cleaned_end: Mapped[int]
    text: Mapped[str]


class StoryRow(Base):
    """A happening."""

    __tablename__ = "stories"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class StoryArticleRow(Base):
    """An article's place in a story, and who put it there."""

    __tablename__ = "story_articles"

    story_id: Mapped[int] = mapped_column(
        ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True
    )
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    decided_by: Mapped[DecidedBy] = mapped_column(OneOf(DecidedBy))
