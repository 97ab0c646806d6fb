"""Rows of points, of the takes that belong to them, and of what the reader says of takes."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.domain.relation import Relation
from summit_reader.store.columns import OneOf
from summit_reader.store.rows.base import Base


class PointRow(Base):
    """A question; the two takes to open first are both there or count as none.

    `is_ordered` means that its takes stand as the reader has put them. No number is used twice:
    steps that can be taken back go by it.
    """

    __tablename__ = "points"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read once by SQLAlchemy

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    position: Mapped[int]
    first_take_id: Mapped[int | None] = mapped_column(ForeignKey("takes.id", ondelete="SET NULL"))
    second_take_id: Mapped[int | None] = mapped_column(ForeignKey("takes.id", ondelete="SET NULL"))
    second_phrase: Mapped[str]
    is_ordered: Mapped[bool]


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


class RefusedPassageRow(Base):
    """A passage that is not to be proposed for a point again; its words, for its place may move."""

    __tablename__ = "refused_passages"

    id: Mapped[int] = mapped_column(primary_key=True)
    point_id: Mapped[int] = mapped_column(ForeignKey("points.id", ondelete="CASCADE"), index=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str]


class TakeRelationRow(Base):
    """What the reader says of two takes; `is_swapped` if the greater number comes first."""

    __tablename__ = "take_relations"

    smaller_id: Mapped[int] = mapped_column(
        ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True
    )
    greater_id: Mapped[int] = mapped_column(
        ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    relation: Mapped[Relation] = mapped_column(OneOf(Relation))
    is_swapped: Mapped[bool]
