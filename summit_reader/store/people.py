"""Named queries on speakers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, insert, select
from sqlalchemy.orm import joinedload

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.take import Take
from summit_reader.store import mapping
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.names import person_key
from summit_reader.store.rows import OutletRow, PersonRow, TakeRow, is_listed


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one outlet describes him or her, with the number of takes that do so."""

    person_id: int
    name: str
    key: str
    outlet: OutletRef
    description: str
    takes: int


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


def ensure_all(work: Work, names: Collection[str]) -> dict[str, int]:
    """The ids of the people with these names, as `ensure` finds or makes them."""
    forms: dict[str, list[str]] = {}
    for name in sorted(names):
        forms.setdefault(person_key(name), []).append(name)
    ids: dict[str, int] = {}
    keys = list(forms)
    for chunk in chunks(keys):
        rows = work.session.scalars(select(PersonRow).where(PersonRow.key.in_(chunk)))
        for row in rows:
            ids[row.key] = row.id
            fresh = [
                name for name in forms[row.key] if name != row.name and name not in row.aliases
            ]
            if fresh:
                row.aliases = (*row.aliases, *fresh)
    made = [
        {"name": printed[0], "key": key, "aliases": tuple(printed[1:])}
        for key, printed in forms.items()
        if key not in ids
    ]
    if made:
        rows_made = work.session.execute(
            insert(PersonRow).returning(PersonRow.key, PersonRow.id), made
        )
        ids.update((key, person_id) for key, person_id in rows_made)
    work.session.flush()
    return {name: ids[person_key(name)] for name in names}


def mentions(work: Work, person_ids: Collection[int] | None = None) -> tuple[Mention, ...]:
    """Who is let speak by which outlet under which description, person by person.

    With `person_ids`, only these people.
    """
    query = (
        select(
            PersonRow.id,
            PersonRow.name,
            PersonRow.key,
            OutletRow.id,
            OutletRow.name,
            OutletRow.country,
            TakeRow.affiliation,
            func.count(),
        )
        .join(TakeRow, TakeRow.person_id == PersonRow.id)
        .join(OutletRow, OutletRow.id == TakeRow.outlet_id)
        .where(is_listed())
        .group_by(PersonRow.id, OutletRow.id, TakeRow.affiliation)
        .order_by(PersonRow.id, func.min(TakeRow.id))
    )
    if person_ids is not None:
        query = query.where(PersonRow.id.in_(person_ids))
    return tuple(
        Mention(person_id, name, key, OutletRef(outlet_id, outlet, country), description, takes)
        for person_id, name, key, outlet_id, outlet, country, description, takes in (
            work.session.execute(query)
        )
    )


def key(work: Work, person_id: int) -> str | None:
    """The key of the person's name; None if there is nobody with this id."""
    return work.session.scalar(select(PersonRow.key).where(PersonRow.id == person_id))


def ids(work: Work, keys: Collection[str]) -> tuple[int, ...]:
    """The people with names of these keys, in the order they came in."""
    rows = select(PersonRow.id).where(PersonRow.key.in_(keys)).order_by(PersonRow.id)
    return tuple(work.session.scalars(rows))


def takes_of(work: Work, person_ids: Collection[int]) -> tuple[Take, ...]:
    """All that these people say, article by article in the order of text."""
    rows = work.session.scalars(
        _by(person_ids).order_by(TakeRow.article_id, TakeRow.start, TakeRow.id)
    )
    return tuple(mapping.take(row) for row in rows)


def takes_elsewhere(
    work: Work, person_ids: Collection[int], article_id: int, limit: int
) -> tuple[Take, ...]:
    """What these people say in other articles, those first that came in at about the same time."""
    rows = work.session.scalars(
        _by(person_ids)
        .where(TakeRow.article_id != article_id)
        .order_by(func.abs(TakeRow.article_id - article_id), TakeRow.start, TakeRow.id)
        .limit(limit)
    )
    return tuple(mapping.take(row) for row in rows)


def speaker_of(work: Work, take_id: int) -> int | None:
    """The person whose words a take holds; None where it is no person's."""
    return work.session.scalar(select(TakeRow.person_id).where(TakeRow.id == take_id))


def _by(person_ids: Collection[int]) -> Select[TakeRow]:
    return (
        select(TakeRow)
        .options(joinedload(TakeRow.outlet))
        .where(TakeRow.person_id.in_(person_ids), is_listed())
    )
