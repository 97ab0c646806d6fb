"""Named queries on outlets."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from summit_reader.domain.outlet import (
    Outlet,
    OutletKind,
    OutletProfile,
    OutletRef,
    OutletSummary,
)
from summit_reader.store import mapping
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchOutlet
from summit_reader.store.names import outlet_key
from summit_reader.store.rows import (
    ArticleRow,
    OutletAliasRow,
    OutletRow,
    TakeRow,
    is_listed,
)


def ensure(work: Work, profile: OutletProfile) -> OutletRef:
    """The stored outlet that goes by the profile's name or an alias of it, else a new one.

    A stored outlet keeps its name and its facts; the profile adds names and fills gaps, which
    nobody fills once the reader has settled the facts.
    """
    row = _named(work, profile.name)
    for alias in profile.aliases:
        row = row or _named(work, alias)
    if row is None:
        row = OutletRow(
            name=profile.name,
            key=outlet_key(profile.name),
            country=profile.country,
            language=profile.language,
            kind=profile.kind,
            domains=profile.domains,
        )
        work.session.add(row)
        work.session.flush()
    elif not row.is_decided:
        row.country = row.country or profile.country
        row.language = row.language or profile.language
        row.domains = row.domains or profile.domains
        if row.kind is OutletKind.UNKNOWN:
            row.kind = profile.kind
    if not row.is_decided:
        for name in (profile.name, *profile.aliases):
            _add_alias(work, row, name)
    work.session.flush()
    return mapping.outlet_ref(row)


def named(work: Work, name: str) -> OutletRef | None:
    """The outlet with this name or alias."""
    row = _named(work, name)
    return None if row is None else mapping.outlet_ref(row)


def by_id(work: Work, outlet_id: int) -> Outlet:
    """The outlet with all that is known of it.

    Raises:
        NoSuchOutlet: if there is none.
    """
    row = work.session.scalar(
        select(OutletRow)
        .where(OutletRow.id == outlet_id)
        .options(selectinload(OutletRow.aliases), selectinload(OutletRow.labels))
    )
    if row is None:
        raise NoSuchOutlet(outlet_id)
    return Outlet(row.id, mapping.outlet_profile(row), mapping.labels(row), row.owner, row.notes)


def summaries(work: Work) -> tuple[OutletSummary, ...]:
    """Outlets with at least one article or take, by name without case and leading article."""
    held = counts(work)
    rows = work.session.scalars(select(OutletRow).options(selectinload(OutletRow.labels)))
    return tuple(
        OutletSummary(
            mapping.outlet_ref(row),
            held.articles.get(row.id, 0),
            held.takes.get(row.id, 0),
            row.language,
            row.kind,
            mapping.labels(row),
            row.owner,
        )
        for row in sorted(rows, key=lambda row: (row.key, row.id))
        if row.id in held.outlets
    )


@dataclass(frozen=True, slots=True)
class OutletCounts:
    """How many articles, and takes that are listed, outlets have, by their ids."""

    articles: dict[int, int]
    takes: dict[int, int]

    @property
    def outlets(self) -> AbstractSet[int]:
        """The outlets that have any."""
        return self.articles.keys() | self.takes.keys()


def counts(work: Work) -> OutletCounts:
    """What each outlet has in the library."""
    return OutletCounts(_counts(work, ArticleRow), _counts(work, TakeRow, is_listed()))


def _named(work: Work, name: str) -> OutletRow | None:
    key = outlet_key(name)
    row = work.session.scalar(select(OutletRow).where(OutletRow.key == key))
    return row or work.session.scalar(
        select(OutletRow)
        .join(OutletAliasRow, OutletAliasRow.outlet_id == OutletRow.id)
        .where(OutletAliasRow.key == key)
    )


def _add_alias(work: Work, row: OutletRow, name: str) -> None:
    if outlet_key(name) and _named(work, name) is None:
        work.session.add(OutletAliasRow(outlet_id=row.id, alias=name, key=outlet_key(name)))
        work.session.flush()


def _counts(
    work: Work, table: type[ArticleRow | TakeRow], *where: ColumnElement[bool]
) -> dict[int, int]:
    rows = work.session.execute(
        select(table.outlet_id, func.count()).where(*where).group_by(table.outlet_id)
    )
    return {outlet_id: count for outlet_id, count in rows}  # noqa: C416 - rows are no pairs
