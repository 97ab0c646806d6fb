"""Named queries on the searches in the sidebar."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select

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
    found = work.session.scalar(select(SavedSearchRow.id).where(SavedSearchRow.query == query))
    if found is not None:
        return found
    row = SavedSearchRow(query=query)
    work.session.add(row)
    work.session.flush()
    return row.id


def remove(work: Work, search_id: int) -> None:
    """Forget the query, if it is there."""
    work.session.execute(delete(SavedSearchRow).where(SavedSearchRow.id == search_id))
