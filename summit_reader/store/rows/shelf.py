"""Rows of what the reader does with articles in the list of all: marks, corrections, the bin."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.store.columns import UtcTime
from summit_reader.store.rows.base import Base


class ArticleMarkRow(Base):
    """What the reader has noted on an article; one without a row is unread and not flagged."""

    __tablename__ = "article_marks"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    is_read: Mapped[bool]
    is_flagged: Mapped[bool]


class ArticleCorrectionRow(Base):
    """The facts of an article that the reader has put right, by column."""

    __tablename__ = "article_corrections"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)


class BinnedArticleRow(Base):
    """An article in the bin, by itself or with its outlet. No query sees it (`store.hiding`)."""

    __tablename__ = "binned_articles"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    outlet_id: Mapped[int | None] = mapped_column(
        ForeignKey("outlets.id", ondelete="CASCADE"), index=True
    )
    binned_at: Mapped[datetime] = mapped_column(UtcTime)


class BinnedTakeRow(Base):
    """A take in the bin with its outlet, while the article that carries it stays."""

    __tablename__ = "binned_takes"

    take_id: Mapped[int] = mapped_column(
        ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True
    )
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlets.id", ondelete="CASCADE"), index=True)
    binned_at: Mapped[datetime] = mapped_column(UtcTime)
