"""Named queries on the searches in the sidebar."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from summit_reader.domain.search import SearchState
from summit_reader.store.database import Work
from summit_reader.store.rows import SavedSearchRow


@dataclass(frozen=True, slots=True)
class StoredSearch:
    """A query that was kept; how much it finds is not the store's to say."""

    id: int
    query: str


def all_searches(work: Work) -> tuple[StoredSearch, ...]:
    """Every kept query, oldest first."""
    rows = work.session.scalars(select(SavedSearchRow).order_by(SavedSearchRow.id))
    return tuple(StoredSearch(row.id, row.query) for row in rows)


def ensure(work: Work, query: str) -> int:
    """The id under which the query is kept."""
    found = of(work, query)
    if found is not None:
        return found
    row = SavedSearchRow(query=query)
    work.session.add(row)
    work.session.flush()
    return row.id


def of(work: Work, query: str) -> int | None:
    """The id under which the query is kept; None if it is not."""
    return work.session.scalar(select(SavedSearchRow.id).where(SavedSearchRow.query == query))


def restore(work: Work, wanted: SearchState) -> SearchState:
    """Keep that query in that place, or none there; what takes that back.

    None is kept twice, and where another one has taken the place it comes last.
    """
    row = work.session.get(SavedSearchRow, wanted.id)
    if wanted.query is None:
        before = SearchState(wanted.id, row.query if row is not None else None)
        if row is not None:
            work.session.delete(row)
            work.session.flush()
        return before
    if (kept := of(work, wanted.query)) is not None:
        return SearchState(kept, wanted.query)
    if row is not None:
        return SearchState(ensure(work, wanted.query), None)
    work.session.add(SavedSearchRow(id=wanted.id, query=wanted.query))
    work.session.flush()
    return SearchState(wanted.id, None)
