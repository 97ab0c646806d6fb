"""Rows of points and of the takes that belong to them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.store.columns import OneOf
from summit_reader.store.rows.base import Base


class PointRow(Base):
    """A question; the two takes to open first are both there or count as none."""

    __tablename__ = "points"

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    first_take_id: Mapped[int | None] = mapped_column(ForeignKey("takes.id", ondelete="SET NULL"))
    second_take_id: Mapped[int | None] = mapped_column(ForeignKey("takes.id", ondelete="SET NULL"))


class PointTakeRow(Base):
    """Whether a take belongs to a point, and who says so."""

    __tablename__ = "point_takes"

    point_id: Mapped[int] = mapped_column(
        ForeignKey("points.id", ondelete="CASCADE"), primary_key=True
    )
    take_id: Mapped[int] = mapped_column(
        ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    decision: Mapped[Decision] = mapped_column(OneOf(Decision))
    decided_by: Mapped[DecidedBy] = mapped_column(OneOf(DecidedBy))
    position: Mapped[int]
