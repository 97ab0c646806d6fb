"""Rows of what the reader decided about names: whether two are of one person."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.domain.point import Decision
from summit_reader.store.columns import OneOf
from summit_reader.store.rows.base import Base


class PersonDecisionRow(Base):
    """A decision on two names, the lesser key first.

    It is about names and not about rows of people, so that it holds for whatever is imported later.
    """

    __tablename__ = "person_decisions"

    first_key: Mapped[str] = mapped_column(primary_key=True)
    second_key: Mapped[str] = mapped_column(primary_key=True, index=True)
    decision: Mapped[Decision] = mapped_column(OneOf(Decision))
