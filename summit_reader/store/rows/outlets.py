"""Rows of publishers and of the people they let speak."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from summit_reader.domain.outlet import OutletKind
from summit_reader.domain.outlet_card import Brought
from summit_reader.store.columns import BROUGHT, STRINGS, OneOf
from summit_reader.store.rows.base import Base


class OutletRow(Base):
    """A publisher; `key` is its name as lookups fold it.

    `is_decided` means that the reader has settled its facts: an import fills no gap any more. No
    number is used twice: steps that can be taken back go by it.
    """

    __tablename__ = "outlets"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - read once by SQLAlchemy

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    country: Mapped[str]
    language: Mapped[str]
    kind: Mapped[OutletKind] = mapped_column(OneOf(OutletKind))
    domains: Mapped[tuple[str, ...]] = mapped_column(STRINGS)
    owner: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    is_decided: Mapped[bool] = mapped_column(default=False)

    aliases: Mapped[list[OutletAliasRow]] = relationship(
        lazy="raise", order_by="OutletAliasRow.id", passive_deletes=True
    )
    labels: Mapped[list[OutletLabelRow]] = relationship(
        lazy="raise", order_by="OutletLabelRow.id", passive_deletes=True
    )


class OutletAliasRow(Base):
    """Another name of a publisher; no two publishers share one.

    `brought` is what came with the name when two publishers were merged.
    """

    __tablename__ = "outlet_aliases"

    id: Mapped[int] = mapped_column(primary_key=True)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlets.id", ondelete="CASCADE"), index=True)
    alias: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    brought: Mapped[Brought] = mapped_column(
        BROUGHT, default=Brought(), deferred=True, deferred_raiseload=True
    )


class OutletLabelRow(Base):
    """What the reader says of a publisher."""

    __tablename__ = "outlet_labels"

    id: Mapped[int] = mapped_column(primary_key=True)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlets.id", ondelete="CASCADE"), index=True)
    axis: Mapped[str]
    value: Mapped[str]
    source: Mapped[str]
    dated: Mapped[date | None]


class PersonRow(Base):
    """A speaker; `aliases` are the other forms in which texts print the same name."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    aliases: Mapped[tuple[str, ...]] = mapped_column(STRINGS)
