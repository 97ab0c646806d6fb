"""Named queries on comparisons and their clippings.

The clippings of a comparison are numbered 0, 1, 2 ... in the reader's order, without gaps.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from summit_reader.domain.comparison import Clipping, Comparison
from summit_reader.store import kept_copies
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchClipping, NoSuchComparison
from summit_reader.store.rows import ClippingRow, ComparisonRow, TakeRow


def all_comparisons(work: Work) -> tuple[Comparison, ...]:
    """Every comparison, oldest first."""
    rows = work.session.scalars(_with_clippings().order_by(ComparisonRow.id))
    return tuple(_comparison(row) for row in rows)


def by_id(work: Work, comparison_id: int) -> Comparison:
    """The comparison.

    Raises:
        NoSuchComparison: if there is none.
    """
    row = work.session.scalar(_with_clippings().where(ComparisonRow.id == comparison_id))
    if row is None:
        raise NoSuchComparison(comparison_id)
    return _comparison(row)


def add(work: Work, name: str) -> int:
    """The id of a new, empty comparison."""
    row = ComparisonRow(name=name, my_take="")
    work.session.add(row)
    work.session.flush()
    return row.id


def remove(work: Work, comparison_id: int) -> None:
    """Forget the comparison and its clippings.

    Raises:
        NoSuchComparison: if there is none.
    """
    work.session.delete(_row(work, comparison_id))
    work.session.flush()


def rename(work: Work, comparison_id: int, name: str) -> None:
    """Call the comparison otherwise.

    Raises:
        NoSuchComparison: if there is none.
    """
    _row(work, comparison_id).name = name


def set_my_take(work: Work, comparison_id: int, text: str) -> None:
    """Keep what the reader makes of it all.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    _row(work, comparison_id).my_take = text


def put_clipping(work: Work, comparison_id: int, clipping: Clipping) -> None:
    """Put the clipping at its position, or last if that lies beyond; a known id stays as it is.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    _row(work, comparison_id)
    if work.session.get(ClippingRow, clipping.id) is not None:
        return
    in_order = _in_order(work, comparison_id)
    take_is_there = work.session.get(TakeRow, clipping.take.id) is not None
    row = ClippingRow(
        id=clipping.id,
        comparison_id=comparison_id,
        take_id=clipping.take.id if take_is_there else None,
        column=clipping.column,
        position=len(in_order),
        note=clipping.note,
        kept=kept_copies.encoded(clipping.take, clipping.source),
    )
    work.session.add(row)
    in_order.insert(_within(clipping.position, len(in_order)), row)
    _number(in_order)
    work.session.flush()


def append_clippings(work: Work, comparison_id: int, clippings: Sequence[Clipping]) -> None:
    """Put these clippings last, in their order; none of their ids may be known.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    _row(work, comparison_id)
    there = set(
        work.session.scalars(
            select(TakeRow.id).where(TakeRow.id.in_({each.take.id for each in clippings}))
        )
    )
    first = len(_in_order(work, comparison_id))
    work.session.add_all(
        ClippingRow(
            id=clipping.id,
            comparison_id=comparison_id,
            take_id=clipping.take.id if clipping.take.id in there else None,
            column=clipping.column,
            position=first + place,
            note=clipping.note,
            kept=kept_copies.encoded(clipping.take, clipping.source),
        )
        for place, clipping in enumerate(clippings)
    )
    work.session.flush()


def remove_clipping(work: Work, comparison_id: int, clipping_id: str) -> None:
    """Take the clipping out.

    Raises:
        NoSuchClipping: if it is not in the comparison.
    """
    row = _clipping_row(work, comparison_id, clipping_id)
    in_order = _in_order(work, comparison_id)
    in_order.remove(row)
    work.session.delete(row)
    _number(in_order)
    work.session.flush()


def move_clipping(work: Work, comparison_id: int, clipping_id: str, position: int) -> None:
    """Put the clipping at `position`, or as near to it as there are places.

    Raises:
        NoSuchClipping: if it is not in the comparison.
    """
    row = _clipping_row(work, comparison_id, clipping_id)
    in_order = _in_order(work, comparison_id)
    in_order.remove(row)
    in_order.insert(_within(position, len(in_order)), row)
    _number(in_order)


def holder(work: Work, clipping_id: str) -> int | None:
    """The comparison that has the clipping."""
    row = work.session.get(ClippingRow, clipping_id)
    return None if row is None else row.comparison_id


def set_note(work: Work, comparison_id: int, clipping_id: str, note: str) -> None:
    """Keep what the reader says of the clipping.

    Raises:
        NoSuchClipping: if it is not in the comparison.
    """
    _clipping_row(work, comparison_id, clipping_id).note = note


def _with_clippings() -> Select[ComparisonRow]:
    # The same unit of work may have changed the clippings after it had loaded them.
    return (
        select(ComparisonRow)
        .options(selectinload(ComparisonRow.clippings))
        .execution_options(populate_existing=True)
    )


def _comparison(row: ComparisonRow) -> Comparison:
    return Comparison(
        row.id, row.name, row.my_take, tuple(_clipping(clipping) for clipping in row.clippings)
    )


def _clipping(row: ClippingRow) -> Clipping:
    take, source = kept_copies.decoded(row.kept)
    return Clipping(row.id, take, source, row.column, row.position, row.note)


def _in_order(work: Work, comparison_id: int) -> list[ClippingRow]:
    return list(
        work.session.scalars(
            select(ClippingRow)
            .where(ClippingRow.comparison_id == comparison_id)
            .order_by(ClippingRow.position)
        )
    )


def _number(in_order: list[ClippingRow]) -> None:
    for position, row in enumerate(in_order):
        row.position = position


def _within(position: int, last: int) -> int:
    return min(max(position, 0), last)


def _row(work: Work, comparison_id: int) -> ComparisonRow:
    row = work.session.get(ComparisonRow, comparison_id)
    if row is None:
        raise NoSuchComparison(comparison_id)
    return row


def _clipping_row(work: Work, comparison_id: int, clipping_id: str) -> ClippingRow:
    row = work.session.get(ClippingRow, clipping_id)
    if row is None or row.comparison_id != comparison_id:
        raise NoSuchClipping(clipping_id)
    return row
