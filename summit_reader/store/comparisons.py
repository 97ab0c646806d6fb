"""Named queries on comparisons and their clippings.

Where clippings stand is decided by `domain.arrangement`; what is written here is its answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, String, select, type_coerce, update
from sqlalchemy.orm import selectinload

from summit_reader.domain.arrangement import Places, arranged, with_card, without_card
from summit_reader.domain.comparison import (
    BoardSummary,
    Card,
    Clipping,
    Colour,
    Comparison,
    LooseClipping,
    Source,
)
from summit_reader.domain.take import Take
from summit_reader.store import kept_copies, relations
from summit_reader.store.database import Work
from summit_reader.store.errors import NoSuchClipping, NoSuchComparison
from summit_reader.store.rows import ClippingRow, ComparisonRow, TakeRow


def all_comparisons(work: Work) -> tuple[Comparison, ...]:
    """Every comparison that is not in the bin, oldest first."""
    rows = work.session.scalars(
        _without_copies().where(ComparisonRow.is_binned.is_(False)).order_by(ComparisonRow.id)
    )
    return tuple(_comparison(work, row) for row in rows)


def summaries(work: Work) -> tuple[BoardSummary, ...]:
    """Every comparison in short, those in the bin included, oldest first."""
    rows = work.session.scalars(_with_clippings().order_by(ComparisonRow.id))
    return tuple(
        BoardSummary(
            row.id,
            row.name,
            len(row.clippings),
            len({name for each in row.clippings if (name := kept_copies.outlet_name(each.kept))}),
            row.is_binned,
        )
        for row in rows
    )


def by_id(work: Work, comparison_id: int) -> Comparison:
    """The comparison, also one in the bin.

    Raises:
        NoSuchComparison: if there is none.
    """
    row = work.session.scalar(_without_copies().where(ComparisonRow.id == comparison_id))
    if row is None:
        raise NoSuchComparison(comparison_id)
    return _comparison(work, row)


def add(work: Work, name: str) -> int:
    """The id of a new, empty comparison."""
    row = ComparisonRow(name=name, my_take="", titles=[], is_binned=False)
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


def bin_comparison(work: Work, comparison_id: int, *, binned: bool) -> None:
    """Put the comparison into the bin, or take it out.

    Raises:
        NoSuchComparison: if there is none.
    """
    _row(work, comparison_id).is_binned = binned
    work.session.flush()


def is_binned(work: Work, comparison_id: int) -> bool:
    """Whether the comparison is in the bin.

    Raises:
        NoSuchComparison: if there is none.
    """
    return _row(work, comparison_id).is_binned


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


def set_titles(work: Work, comparison_id: int, titles: Sequence[str]) -> None:
    """Keep what the reader calls the columns.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    _row(work, comparison_id).titles = list(titles)


def put_clipping(work: Work, comparison_id: int, card: Card) -> None:
    """Put the clipping into its place, or below it if that is taken; a known id stays as it is.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    before = _places(work, comparison_id)
    if work.session.get(ClippingRow, card.id) is not None:
        return
    work.session.add(_clipping(comparison_id, card, _take_there(work, card)))
    work.session.flush()
    in_place = LooseClipping(card.id, "", card.column, card.row)
    _write_places(work, with_card(before, in_place))


def put_clippings(work: Work, comparison_id: int, cards: Sequence[Card]) -> None:
    """Put these clippings into their places at once; none of their ids may be known.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    _row(work, comparison_id)
    takes = {card.take.id for card in cards if isinstance(card, Clipping)}
    there = set(work.session.scalars(select(TakeRow.id).where(TakeRow.id.in_(takes))))
    work.session.add_all(
        _clipping(
            comparison_id,
            card,
            card.take.id if isinstance(card, Clipping) and card.take.id in there else None,
        )
        for card in cards
    )
    work.session.flush()
    _write_places(work, arranged(_places(work, comparison_id), {}))


def remove_clipping(work: Work, comparison_id: int, clipping_id: str) -> None:
    """Take the clipping out.

    Raises:
        NoSuchClipping: if it is not in the comparison.
    """
    row = _clipping_row(work, comparison_id, clipping_id)
    after = without_card(_places(work, comparison_id), clipping_id)
    work.session.delete(row)
    work.session.flush()
    _write_places(work, after)


def arrange(work: Work, comparison_id: int, places: Places) -> None:
    """Put these clippings into these places; those that are not in the comparison are passed over.

    Raises:
        NoSuchComparison: if there is no such comparison.
    """
    _write_places(work, arranged(_places(work, comparison_id), places))


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


def set_tags(work: Work, comparison_id: int, clipping_id: str, tags: Sequence[str]) -> None:
    """Keep the words by which the reader sorts the clipping.

    Raises:
        NoSuchClipping: if it is not in the comparison.
    """
    _clipping_row(work, comparison_id, clipping_id).tags = list(tags)


def set_colour(work: Work, comparison_id: int, clipping_id: str, colour: Colour | None) -> None:
    """Keep the colour that the reader marks the clipping with.

    Raises:
        NoSuchClipping: if it is not in the comparison.
    """
    _clipping_row(work, comparison_id, clipping_id).colour = colour


def _with_clippings() -> Select[ComparisonRow]:
    # The same unit of work may have changed the clippings after it had loaded them.
    return (
        select(ComparisonRow)
        .options(selectinload(ComparisonRow.clippings))
        .execution_options(populate_existing=True)
    )


def _without_copies() -> Select[ComparisonRow]:
    return _with_clippings().options(selectinload(ComparisonRow.clippings).defer(ClippingRow.kept))


def _comparison(work: Work, row: ComparisonRow) -> Comparison:
    copies = work.session.execute(
        select(ClippingRow.id, type_coerce(ClippingRow.kept, String))
        .where(ClippingRow.comparison_id == row.id)
    )  # fmt: skip
    kept = {id_: copy for id_, copy in copies}  # noqa: C416 - rows are no pairs
    cards = [_card(each, kept_copies.decoded_text(kept[each.id])) for each in row.clippings]
    clippings = tuple(card for card in cards if isinstance(card, Clipping))
    takes = {clipping.take.id for clipping in clippings}
    return Comparison(
        row.id,
        row.name,
        row.my_take,
        clippings,
        tuple(card for card in cards if isinstance(card, LooseClipping)),
        tuple(row.titles),
        relations.among(work, takes) if len(takes) > 1 else (),
    )


def _card(row: ClippingRow, kept: tuple[Take, Source] | str) -> Card:
    tags = tuple(row.tags)
    if isinstance(kept, str):
        return LooseClipping(row.id, kept, row.column, row.row, row.note, tags, row.colour)
    take, source = kept
    return Clipping(row.id, take, source, row.column, row.row, row.note, tags, row.colour)


def _clipping(comparison_id: int, card: Card, take_id: int | None) -> ClippingRow:
    return ClippingRow(
        id=card.id,
        comparison_id=comparison_id,
        take_id=take_id,
        row=card.row,
        column=card.column,
        note=card.note,
        tags=list(card.tags),
        colour=card.colour,
        kept=kept_copies.encoded(card.take, card.source)
        if isinstance(card, Clipping)
        else kept_copies.encoded_words(card.words),
    )


def _take_there(work: Work, card: Card) -> int | None:
    if not isinstance(card, Clipping) or work.session.get(TakeRow, card.take.id) is None:
        return None
    return card.take.id


def _places(work: Work, comparison_id: int) -> Comparison:
    """The comparison with nothing on its cards: to move them, their copies need not be read."""
    row = _row(work, comparison_id)
    cards = work.session.execute(
        select(ClippingRow.id, ClippingRow.column, ClippingRow.row)
        .where(ClippingRow.comparison_id == comparison_id)
        .order_by(ClippingRow.row, ClippingRow.column)
    )
    loose = tuple(LooseClipping(id_, "", column, at) for id_, column, at in cards)
    return Comparison(row.id, "", "", (), loose)


def _write_places(work: Work, comparison: Comparison) -> None:
    before = {card.id: card for card in _places(work, comparison.id).cards}
    changed = [
        {"id": card.id, "row": card.row, "column": card.column}
        for card in comparison.cards
        if before.get(card.id) != card
    ]
    if changed:
        work.session.execute(update(ClippingRow), changed)
        work.session.expire_all()


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
