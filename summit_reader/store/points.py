"""Named queries on points."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from summit_reader.domain.point import DecidedBy, Decision, Point, PointSummary, PointTake
from summit_reader.store import mapping
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchPoint, NoSuchTake
from summit_reader.store.names import question_key
from summit_reader.store.rows import PointRow, PointTakeRow, TakeRow

_AUTHORITY = {DecidedBy.PROGRAM: 0, DecidedBy.CATALOGUE: 1, DecidedBy.READER: 2}
"""Nobody overrules a decision of somebody above."""


def all_points(work: Work) -> tuple[Point, ...]:
    """Every point, by position."""
    rows = work.session.scalars(select(PointRow).order_by(PointRow.position, PointRow.id))
    belonging = work.session.execute(
        select(PointTakeRow.point_id, PointTakeRow.take_id).where(_belongs())
    )
    present = {(point_id, take_id) for point_id, take_id in belonging}
    return tuple(_point(row, present) for row in rows)


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


def summaries(work: Work) -> tuple[PointSummary, ...]:
    """Every point with the number of its takes, their outlets and texts, by position."""
    rows = work.session.execute(
        select(
            PointTakeRow.point_id,
            func.count(),
            func.count(TakeRow.outlet_id.distinct()),
            func.count(TakeRow.article_id.distinct()),
        )
        .join(TakeRow, TakeRow.id == PointTakeRow.take_id)
        .where(_belongs())
        .group_by(PointTakeRow.point_id)
    )
    counts = {point_id: (takes, outlets, texts) for point_id, takes, outlets, texts in rows}
    return tuple(
        PointSummary(point, *counts.get(point.id, (0, 0, 0))) for point in all_points(work)
    )


def takes_on(work: Work, point_id: int) -> tuple[PointTake, ...]:
    """The takes that belong to the point, by position; refused ones are left out."""
    rows = work.session.scalars(
        select(PointTakeRow)
        .where(PointTakeRow.point_id == point_id, _belongs())
        .order_by(PointTakeRow.position, PointTakeRow.take_id)
        .options(joinedload(PointTakeRow.take).joinedload(TakeRow.outlet))
    )
    return tuple(PointTake(mapping.take(row.take), row.decision, row.decided_by) for row in rows)


def add(work: Work, question: str) -> int:
    """The id of a new point, after all others."""
    last = work.session.scalar(select(func.max(PointRow.position)))
    row = PointRow(
        question=question,
        key=question_key(question),
        position=0 if last is None else last + 1,
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


def _belongs() -> ColumnElement[bool]:
    return PointTakeRow.decision != Decision.REFUSED


def _point(row: PointRow, present: set[tuple[int, int]]) -> Point:
    first, second = row.first_take_id, row.second_take_id
    # A pair of which the reader refused one, or whose article is gone, is none any more.
    if first is None or second is None or not {(row.id, first), (row.id, second)} <= present:
        return Point(row.id, row.question, row.position)
    return Point(row.id, row.question, row.position, (first, second))


def _row(work: Work, point_id: int) -> PointRow:
    row = work.session.get(PointRow, point_id)
    if row is None:
        raise NoSuchPoint(point_id)
    return row
