"""Named queries on speakers."""

from __future__ import annotations

from sqlalchemy import select

from summit_reader.store.database import Work
from summit_reader.store.names import person_key
from summit_reader.store.rows import PersonRow


def ensure(work: Work, name: str) -> int:
    """The id of the person with this name, who remembers every form in which it was printed."""
    key = person_key(name)
    row = work.session.scalar(select(PersonRow).where(PersonRow.key == key))
    if row is None:
        row = PersonRow(name=name, key=key, aliases=())
        work.session.add(row)
    elif name != row.name and name not in row.aliases:
        row.aliases = (*row.aliases, name)
    work.session.flush()
    return row.id
