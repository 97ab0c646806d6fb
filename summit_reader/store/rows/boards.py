"""Rows of what the reader keeps: comparisons, their clippings, saved searches."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from summit_reader.store.rows.base import Base


class ComparisonRow(Base):
    """A board."""

    __tablename__ = "comparisons"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    my_take: Mapped[str]

    clippings: Mapped[list[ClippingRow]] = relationship(
        lazy="raise", order_by="ClippingRow.position", passive_deletes=True
    )


class ClippingRow(Base):
    """A kept take. `kept` is the copy of its words and provenance, which outlives the take."""

    __tablename__ = "clippings"
    __table_args__ = (Index(None, "comparison_id", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    comparison_id: Mapped[int] = mapped_column(ForeignKey("comparisons.id", ondelete="CASCADE"))
    take_id: Mapped[int | None] = mapped_column(
        ForeignKey("takes.id", ondelete="SET NULL"), index=True
    )
    column: Mapped[int]
    position: Mapped[int]
    note: Mapped[str]
    kept: Mapped[dict[str, Any]] = mapped_column(JSON)


class SavedSearchRow(Base):
    """A query in the sidebar."""

    __tablename__ = "saved_searches"

    id: Mapped[int] = mapped_column(primary_key=True)
    query: Mapped[str] = mapped_column(unique=True)
