"""What was decided about points and takes, read to be put back later."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from summit_reader.domain.decision_state import (
    DecisionState,
    OnPoint,
    Pair,
    PointRecord,
    RefusedPassage,
    TakeDecision,
)
from summit_reader.store import relations
from summit_reader.store.database import Work
from summit_reader.store.names import question_key
from summit_reader.store.rows import (
    ArticleRow,
    PointRow,
    PointTakeRow,
    RefusedPassageRow,
    TakeRow,
)


def of_point(work: Work, point_id: int) -> DecisionState:
    """A point with everything that was decided about what belongs to it."""
    takes = select(PointTakeRow.take_id).where(PointTakeRow.point_id == point_id)
    passages = select(RefusedPassageRow).where(RefusedPassageRow.point_id == point_id)
    return state(
        work,
        points=[point_id],
        takes=[(point_id, take_id) for take_id in work.session.scalars(takes)],
        refused=[
            RefusedPassage(row.point_id, row.article_id, row.text)
            for row in work.session.scalars(passages.order_by(RefusedPassageRow.id))
        ],
    )


def state(
    work: Work,
    *,
    points: Iterable[int] = (),
    takes: Iterable[OnPoint] = (),
    refused: Iterable[RefusedPassage] = (),
    pairs: Iterable[Pair] = (),
) -> DecisionState:
    """What there is of all these now."""
    return DecisionState(
        points=tuple((point_id, _record(work, point_id)) for point_id in points),
        takes=tuple((place, _decision(work, place)) for place in takes),
        refused=tuple((passage, bool(_refusals(work, passage))) for passage in refused),
        relations=tuple((pair, relations.between(work, *pair)) for pair in pairs),
    )


def restore(work: Work, before: DecisionState) -> DecisionState:
    """Put everything back as it was; what that changes, to be put back in turn.

    What is about a text or take that is gone since stays away.
    """
    now = state(
        work,
        points=[point_id for point_id, _ in before.points],
        takes=[place for place, _ in before.takes],
        refused=[passage for passage, _ in before.refused],
        pairs=[pair for pair, _ in before.relations],
    )
    for point_id, record in before.points:
        _put_point(work, point_id, record)
    work.session.flush()
    # A point that went has taken its rows along, which the session does not know.
    work.session.expire_all()
    for place, decision in before.takes:
        _put_decision(work, place, decision)
    for passage, is_refused in before.refused:
        put_refused(work, passage, is_refused=is_refused)
    for pair, relation in before.relations:
        if relation is None:
            relations.remove(work, *pair)
        elif _here(work, pair):
            relations.put(work, relation.first_id, relation.second_id, relation.relation)
    work.session.flush()
    return now


def put_refused(work: Work, passage: RefusedPassage, *, is_refused: bool) -> None:
    """Propose the passage for the point no more, or again; nothing if one of them is gone."""
    stored = _refusals(work, passage)
    if not is_refused:
        for row in stored:
            work.session.delete(row)
    elif (
        not stored
        and work.session.get(PointRow, passage.point_id) is not None
        and work.session.get(ArticleRow, passage.article_id) is not None
    ):
        work.session.add(
            RefusedPassageRow(
                point_id=passage.point_id, article_id=passage.article_id, text=passage.text
            )
        )
    work.session.flush()


def _record(work: Work, point_id: int) -> PointRecord | None:
    row = work.session.get(PointRow, point_id)
    if row is None:
        return None
    pair = (row.first_take_id, row.second_take_id)
    return PointRecord(row.question, row.second_phrase, row.position, row.is_ordered, pair)


def _decision(work: Work, place: OnPoint) -> TakeDecision | None:
    row = work.session.get(PointTakeRow, place)
    return None if row is None else TakeDecision(row.decision, row.decided_by, row.position)


def _refusals(work: Work, passage: RefusedPassage) -> Collection[RefusedPassageRow]:
    return work.session.scalars(
        select(RefusedPassageRow).where(
            RefusedPassageRow.point_id == passage.point_id,
            RefusedPassageRow.article_id == passage.article_id,
            RefusedPassageRow.text == passage.text,
        )
    ).all()


def _put_point(work: Work, point_id: int, record: PointRecord | None) -> None:
    row = work.session.get(PointRow, point_id)
    if record is None:
        if row is not None:
            work.session.delete(row)
        return
    if row is None:
        row = PointRow(id=point_id)
        work.session.add(row)
    row.question, row.key = record.question, question_key(record.question)
    row.second_phrase, row.position = record.second_phrase, record.position
    row.is_ordered = record.is_ordered
    row.first_take_id, row.second_take_id = (
        take_id if take_id is not None and _here(work, (take_id,)) else None
        for take_id in record.pair
    )


def _put_decision(work: Work, place: OnPoint, decision: TakeDecision | None) -> None:
    point_id, take_id = place
    row = work.session.get(PointTakeRow, place)
    if decision is None:
        if row is not None:
            work.session.delete(row)
        return
    if row is None:
        if work.session.get(PointRow, point_id) is None or not _here(work, (take_id,)):
            return
        row = PointTakeRow(point_id=point_id, take_id=take_id)
        work.session.add(row)
    row.decision, row.decided_by = decision.decision, decision.decided_by
    row.position = decision.position


def _here(work: Work, take_ids: Iterable[int]) -> bool:
    return all(work.session.get(TakeRow, take_id) is not None for take_id in take_ids)
