"""Named queries on what the reader says of two takes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from summit_reader.domain.relation import Relation, TakeRelation
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchTake
from summit_reader.store.rows import TakeRelationRow, TakeRow


def among(work: Work, take_ids: Collection[int]) -> tuple[TakeRelation, ...]:
    """What is said of any two of these takes; a take brings what was said of a part of it."""
    smaller, greater = aliased(TakeRow), aliased(TakeRow)
    one = func.coalesce(smaller.replaced_by, smaller.id)
    other = func.coalesce(greater.replaced_by, greater.id)
    rows = work.session.execute(
        select(one, other, TakeRelationRow.relation, TakeRelationRow.is_swapped)
        .join(smaller, smaller.id == TakeRelationRow.smaller_id)
        .join(greater, greater.id == TakeRelationRow.greater_id)
        .where(one.in_(take_ids), other.in_(take_ids), one != other)
        .order_by(TakeRelationRow.smaller_id, TakeRelationRow.greater_id)
    )
    return tuple(
        TakeRelation(second, first, relation) if swapped else TakeRelation(first, second, relation)
        for first, second, relation, swapped in rows
    )


def between(work: Work, one_id: int, other_id: int) -> TakeRelation | None:
    """What was said of these very takes; None if nothing was."""
    pair = (min(one_id, other_id), max(one_id, other_id))
    row = work.session.get(TakeRelationRow, pair)
    if row is None:
        return None
    first, second = reversed(pair) if row.is_swapped else pair
    return TakeRelation(first, second, row.relation)


def put(work: Work, first_id: int, second_id: int, relation: Relation) -> None:
    """Say how the second take stands to the first, in place of what was said of the two.

    Raises:
        NoSuchTake: if one of them is not there.
    """
    for take_id in (first_id, second_id):
        if work.session.get(TakeRow, take_id) is None:
            raise NoSuchTake(take_id)
    pair = (min(first_id, second_id), max(first_id, second_id))
    row = work.session.get(TakeRelationRow, pair)
    if row is None:
        row = TakeRelationRow(smaller_id=pair[0], greater_id=pair[1])
        work.session.add(row)
    row.relation, row.is_swapped = relation, first_id > second_id
    work.session.flush()


def remove(work: Work, one_id: int, other_id: int) -> None:
    """Say nothing of the two any more."""
    row = work.session.get(TakeRelationRow, (min(one_id, other_id), max(one_id, other_id)))
    if row is not None:
        work.session.delete(row)
        work.session.flush()
