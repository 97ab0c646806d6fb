"""Rows of what the reader keeps: comparisons, their clippings, saved searches."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from summit_reader.domain.comparison import Colour
from summit_reader.store.columns import OneOf
from summit_reader.store.rows.base import Base


class ComparisonRow(Base):
    """A board with the titles of its columns; a binned one is out of sight until it is wanted."""

    __tablename__ = "comparisons"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    my_take: Mapped[str]
    titles: Mapped[list[str]] = mapped_column(JSON)
    is_binned: Mapped[bool]

    clippings: Mapped[list[ClippingRow]] = relationship(
        lazy="raise", order_by=lambda: (ClippingRow.row, ClippingRow.column), passive_deletes=True
    )


class ClippingRow(Base):
    """A kept take. `kept` is the copy of its words and provenance, which outlives the take.

    Of a clipping without a take it holds the words alone. Rows and columns count from 0.
    """

    __tablename__ = "clippings"
    __table_args__ = (Index(None, "comparison_id", "row"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    comparison_id: Mapped[int] = mapped_column(ForeignKey("comparisons.id", ondelete="CASCADE"))
    take_id: Mapped[int | None] = mapped_column(
        ForeignKey("takes.id", ondelete="SET NULL"), index=True
    )
    row: Mapped[int]
    column: Mapped[int]
    note: Mapped[str]
    tags: Mapped[list[str]] = mapped_column(JSON)
    colour: Mapped[Colour | None] = mapped_column(OneOf(Colour))
    kept: Mapped[dict[str, Any]] = mapped_column(JSON)


class SavedSearchRow(Base):
    """A query in the sidebar."""

    __tablename__ = "saved_searches"

    id: Mapped[int] = mapped_column(primary_key=True)
    query: Mapped[str] = mapped_column(unique=True)
