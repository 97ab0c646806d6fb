"""Rows of facts about the library itself and of the changes its index has to follow."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from summit_reader.store.columns import OneOf
from summit_reader.store.rows.base import Base


class Action(StrEnum):
    """What the index has to do with an article."""

    PUT = "put"
    REMOVE = "remove"


class PropertyRow(Base):
    """A fact about the library."""

    __tablename__ = "properties"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class OutboxRow(Base):
    """A change. Numbers are never used twice, and an article's removal outlives the article."""

    __tablename__ = "outbox"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - declarative configuration

    change: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int]
    action: Mapped[Action] = mapped_column(OneOf(Action))
