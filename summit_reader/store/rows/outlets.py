"""Rows of publishers and of the people they let speak."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from summit_reader.domain.outlet import OutletKind
from summit_reader.store.columns import STRINGS, OneOf
from summit_reader.store.rows.base import Base


class OutletRow(Base):
    """A publisher; `key` is its name as lookups fold it."""

    __tablename__ = "outlets"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)
    country: Mapped[str]
    language: Mapped[str]
    kind: Mapped[OutletKind] = mapped_column(OneOf(OutletKind))
    domains: Mapped[tuple[str, ...]] = mapped_column(STRINGS)

    aliases: Mapped[list[OutletAliasRow]] = relationship(
        lazy="raise", order_by="OutletAliasRow.id", passive_deletes=True
    )
    labels: Mapped[list[OutletLabelRow]] = relationship(
        lazy="raise", order_by="OutletLabelRow.id", passive_deletes=True
    )


class OutletAliasRow(Base):
    """Another name of a publisher; no two publishers share one."""

    __tablename__ = "outlet_aliases"

    id: Mapped[int] = mapped_column(primary_key=True)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlets.id", ondelete="CASCADE"), index=True)
    alias: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)


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
