"""Rows of how far the reader has read."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.store.rows.base import Base


class ReadingPlaceRow(Base):
    """The offset in an article's source text that stood at the top of a pane, by its letter."""

    __tablename__ = "reading_places"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    pane: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]
