"""Named queries on points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased, joinedload

from summit_reader.domain.decision_state import RefusedPassage
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import DecidedBy, Decision, Point, PointSummary, PointTake
from summit_reader.store import mapping
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchPoint, NoSuchTake
from summit_reader.store.names import question_key
from summit_reader.store.rows import (
    PointRow,
    PointTakeRow,
    RefusedPassageRow,
    TakeRow,
    is_listed,
)

_AUTHORITY = {DecidedBy.PROGRAM: 0, DecidedBy.CATALOGUE: 1, DecidedBy.READER: 2}
"""Nobody overrules a decision of somebody above."""
PAIR = 2


@dataclass(frozen=True, slots=True)
class _Membership:
    """A take on a point. A take that was merged into another one has brought that one here."""

    row: PointTakeRow
    take_id: int
    outlet_id: int
    article_id: int


def all_points(work: Work) -> tuple[Point, ...]:
    """Every point, by position."""
    rows = work.session.scalars(select(PointRow).order_by(PointRow.position, PointRow.id))
    present = {(one.row.point_id, one.take_id) for one in _memberships(work)}
    pairs = select(PointRow.first_take_id).union(select(PointRow.second_take_id))
    merged = work.session.execute(
        select(TakeRow.id, TakeRow.replaced_by).where(TakeRow.id.in_(pairs))
    )
    standing_for = {part: whole for part, whole in merged if whole is not None}
    return tuple(_point(row, present, standing_for) for row in rows)


def by_id(work: Work, point_id: int) -> Point:
    """The point.

    Raises:
        NoSuchPoint: if there is none.
    """
    for point in all_points(work):
        if point.id == point_id:
            return point
    raise NoSuchPoint(point_id)


def named(work: Work, question: str) -> Point | None:
    """The first point with this question, whatever its case, spacing and final mark."""
    found = work.session.scalar(
        select(PointRow.id)
        .where(PointRow.key == question_key(question))
        .order_by(PointRow.position, PointRow.id)
        .limit(1)
    )
    return None if found is None else by_id(work, found)


def summaries(work: Work, narrowing: Narrowing | None = None) -> tuple[PointSummary, ...]:
    """Every point with the number of its takes, their outlets and texts, by position.

    With a narrowing, the number of those that count.
    """
    on_point: dict[int, list[_Membership]] = {}
    for one in _memberships(work):
        if narrowing is not None and not narrowing.counts(one.outlet_id, one.article_id):
            continue
        on_point.setdefault(one.row.point_id, []).append(one)
    return tuple(
        PointSummary(
            point,
            len(found := on_point.get(point.id, [])),
            len({one.outlet_id for one in found}),
            len({one.article_id for one in found}),
        )
        for point in all_points(work)
    )


def takes_on(work: Work, point_id: int) -> tuple[PointTake, ...]:
    """The takes that belong to the point, by position; refused ones are left out."""
    found = _memberships(work, PointTakeRow.point_id == point_id)
    rows = work.session.scalars(
        select(TakeRow)
        .where(TakeRow.id.in_({one.take_id for one in found}))
        .options(joinedload(TakeRow.outlet))
    )
    takes = {row.id: mapping.take(row) for row in rows}
    return tuple(
        PointTake(takes[one.take_id], one.row.decision, one.row.decided_by) for one in found
    )


def is_ordered(work: Work, point_id: int) -> bool:
    """Whether the reader has put the point's takes in order.

    Raises:
        NoSuchPoint: if there is none.
    """
    return _row(work, point_id).is_ordered


def refused(work: Work, point_id: int) -> frozenset[int]:
    """The takes that somebody said do not belong to the point."""
    rows = select(PointTakeRow.take_id).where(
        PointTakeRow.point_id == point_id, PointTakeRow.decision == Decision.REFUSED
    )
    return frozenset(work.session.scalars(rows))


def refused_passages(work: Work, point_id: int) -> tuple[RefusedPassage, ...]:
    """The passages that are not to be proposed for the point again, in the order of refusal."""
    rows = work.session.scalars(
        select(RefusedPassageRow)
        .where(RefusedPassageRow.point_id == point_id)
        .order_by(RefusedPassageRow.id)
    )
    return tuple(RefusedPassage(row.point_id, row.article_id, row.text) for row in rows)


def add(work: Work, question: str, second_phrase: str = "") -> int:
    """The id of a new point, after all others."""
    last = work.session.scalar(select(func.max(PointRow.position)))
    row = PointRow(
        question=question,
        key=question_key(question),
        position=0 if last is None else last + 1,
        second_phrase=second_phrase,
        is_ordered=False,
    )
    work.session.add(row)
    work.session.flush()
    return row.id


def rename(work: Work, point_id: int, question: str) -> None:
    """Put the point otherwise.

    Raises:
        NoSuchPoint: if there is none.
    """
    row = _row(work, point_id)
    row.question = question
    row.key = question_key(question)


def set_second_phrase(work: Work, point_id: int, phrase: str) -> None:
    """Say in other words what the point is about; empty for none.

    Raises:
        NoSuchPoint: if there is none.
    """
    _row(work, point_id).second_phrase = phrase


def put_in_order(work: Work, point_ids: Sequence[int]) -> None:
    """Have these points, which are all there are, in this order.

    Raises:
        NoSuchPoint: if there is no such point.
    """
    for position, point_id in enumerate(point_ids):
        _row(work, point_id).position = position


def put_takes_in_order(work: Work, point_id: int, take_ids: Sequence[int]) -> None:
    """Have these takes on the point in this order, as the reader wants; others come after them.

    Raises:
        NoSuchPoint: if there is no such point.
    """
    place = {take_id: number for number, take_id in enumerate(take_ids)}
    found = _memberships(work, PointTakeRow.point_id == point_id)
    found.sort(key=lambda one: place.get(one.take_id, len(place)))
    for position, one in enumerate(found):
        one.row.position = position
    _row(work, point_id).is_ordered = True


def remove(work: Work, point_id: int) -> None:
    """Forget the point and what was decided about it; the takes stay.

    Raises:
        NoSuchPoint: if there is none.
    """
    work.session.delete(_row(work, point_id))


def set_first_pair(work: Work, point_id: int, pair: tuple[int, int]) -> None:
    """Say which two takes to open first.

    Raises:
        NoSuchPoint: if there is no such point.
    """
    row = _row(work, point_id)
    row.first_take_id, row.second_take_id = pair


def decide(
    work: Work, point_id: int, take_id: int, decision: Decision, decided_by: DecidedBy
) -> None:
    """Note a decision, unless somebody with more say has decided before.

    Raises:
        NoSuchPoint: if there is no such point.
        NoSuchTake: if there is no such take.
    """
    row = work.session.get(PointTakeRow, (point_id, take_id))
    if row is not None:
        if _AUTHORITY[decided_by] >= _AUTHORITY[row.decided_by]:
            row.decision, row.decided_by = decision, decided_by
        return
    _row(work, point_id)
    if work.session.get(TakeRow, take_id) is None:
        raise NoSuchTake(take_id)
    last = work.session.scalar(
        select(func.max(PointTakeRow.position)).where(PointTakeRow.point_id == point_id)
    )
    work.session.add(
        PointTakeRow(
            point_id=point_id,
            take_id=take_id,
            decision=decision,
            decided_by=decided_by,
            position=0 if last is None else last + 1,
        )
    )
    work.session.flush()


def _memberships(work: Work, *where: ColumnElement[bool]) -> list[_Membership]:
    """What belongs to points, each take once a point, by position."""
    part = aliased(TakeRow)
    rows = work.session.execute(
        select(PointTakeRow, TakeRow.id, TakeRow.outlet_id, TakeRow.article_id)
        .join(part, part.id == PointTakeRow.take_id)
        .join(TakeRow, TakeRow.id == func.coalesce(part.replaced_by, part.id))
        .where(is_listed(), *where)
        .order_by(PointTakeRow.point_id, PointTakeRow.position, PointTakeRow.take_id)
    )
    found: dict[tuple[int, int], _Membership] = {}
    for row, take_id, outlet_id, article_id in rows:
        place = (row.point_id, take_id)
        # What was decided about the whole counts more than what was about a part of it.
        if place not in found or row.take_id == take_id:
            found[place] = _Membership(row, take_id, outlet_id, article_id)
    return [one for one in found.values() if one.row.decision is not Decision.REFUSED]


def _point(row: PointRow, present: set[tuple[int, int]], standing_for: dict[int, int]) -> Point:
    pair = [
        standing_for.get(take_id, take_id)
        for take_id in (row.first_take_id, row.second_take_id)
        if take_id is not None
    ]
    # A pair of which the reader refused one, or whose article is gone, is none any more.
    if len(set(pair)) < PAIR or not {(row.id, take_id) for take_id in pair} <= present:
        return Point(row.id, row.question, row.position, None, row.second_phrase)
    return Point(row.id, row.question, row.position, (pair[0], pair[1]), row.second_phrase)


def _row(work: Work, point_id: int) -> PointRow:
    row = work.session.get(PointRow, point_id)
    if row is None:
        raise NoSuchPoint(point_id)
    return row
