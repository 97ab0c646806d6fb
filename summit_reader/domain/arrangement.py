"""Where the cards of a comparison stand, and what every way of moving them makes of it.

Pure functions: the window shows with them at once what the library then keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from summit_reader.domain.comparison import (
    COLUMNS,
    Card,
    Clipping,
    Comparison,
    LooseClipping,
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A row and a column, both counted from 0."""

    row: int
    column: int


Places = Mapping[str, Place]
"""Places of cards by their ids."""


def places_of(comparison: Comparison) -> dict[str, Place]:
    """Where each card stands."""
    return {card.id: Place(card.row, card.column) for card in comparison.cards}


def arranged(comparison: Comparison, places: Places) -> Comparison:
    """The comparison with these cards in these places; others stay, unless their place is taken.

    Rows close up; of two cards in one place the second gets a row of its own below.
    """
    cards = [_put(card, places.get(card.id)) for card in comparison.cards]
    return _with_cards(comparison, cards)


def with_card(comparison: Comparison, card: Card) -> Comparison:
    """The comparison with the card in its place, or below it; one that is there stays as it is."""
    if comparison.card(card.id) is not None:
        return comparison
    return _with_cards(comparison, [*comparison.cards, card])


def without_card(comparison: Comparison, card_id: str) -> Comparison:
    """The comparison without that card."""
    return _with_cards(comparison, [card for card in comparison.cards if card.id != card_id])


def with_changed(comparison: Comparison, card: Card) -> Comparison:
    """The comparison with the card in place of the one with its id, where that stands."""
    cards = [
        replace(card, row=one.row, column=one.column) if one.id == card.id else one
        for one in comparison.cards
    ]
    return _with_cards(comparison, cards)


def next_place(comparison: Comparison, column: int) -> Place:
    """Where a card that is added to the column goes: into the last row, if there is room.

    So what is pinned from two panes one after the other stands side by side.
    """
    column = min(max(column, 0), COLUMNS - 1)
    last = comparison.rows - 1
    taken = {(card.row, card.column) for card in comparison.cards}
    row = last if last >= 0 and (last, column) not in taken else last + 1
    return Place(row, column)


def free_column(comparison: Comparison) -> int:
    """The first column with room in the last row, else A: where a take of no pane is added."""
    taken = {card.column for card in comparison.cards if card.row == comparison.rows - 1}
    return next((one for one in range(comparison.columns) if one not in taken), 0)


def exchanged(comparison: Comparison, card_id: str, place: Place) -> dict[str, Place]:
    """The card in that place; what stood there stands where the card was."""
    places = places_of(comparison)
    before = places.get(card_id)
    if before is None or not 0 <= place.column < COLUMNS:
        return {}
    place = Place(min(max(place.row, 0), comparison.rows), place.column)
    moved = {card_id: place}
    moved.update({other: before for other, at in places.items() if at == place})
    return {} if place == before else moved


def set_down(comparison: Comparison, card_id: str, place: Place) -> dict[str, Place]:
    """The card in that place, or where another one stands, in a row of its own below that."""
    at = (place.row, place.column)
    if any((card.row, card.column) == at and card.id != card_id for card in comparison.cards):
        return in_new_row(comparison, card_id, Place(place.row + 1, place.column))
    return exchanged(comparison, card_id, place)


def in_new_row(comparison: Comparison, card_id: str, place: Place) -> dict[str, Place]:
    """The card in a row of its own, made above what is the row of `place` now."""
    places = places_of(comparison)
    before = places.get(card_id)
    if before is None or not 0 <= place.column < COLUMNS:
        return {}
    row = min(max(place.row, 0), comparison.rows)
    alone = sum(at.row == before.row for at in places.values()) == 1
    if alone and row in {before.row, before.row + 1} and place.column == before.column:
        return {}
    moved = {
        other: Place(at.row + (at.row >= row), at.column)
        for other, at in places.items()
        if other != card_id
    }
    moved[card_id] = Place(row, place.column)
    return moved


def row_moved(comparison: Comparison, row: int, to: int) -> dict[str, Place]:
    """The whole row as the one with the number `to`, counted with it taken out."""
    to = min(max(to, 0), comparison.rows - 1)
    if not 0 <= row < comparison.rows or row == to:
        return {}
    order = list(range(comparison.rows))
    order.insert(to, order.pop(row))
    number = {old: new for new, old in enumerate(order)}
    return {
        card_id: Place(number[at.row], at.column) for card_id, at in places_of(comparison).items()
    }


def column_moved(comparison: Comparison, column: int, to: int) -> dict[str, Place]:
    """Two columns with their cards exchanged."""
    columns = range(comparison.columns)
    if column not in columns or to not in columns or column == to:
        return {}
    other = {column: to, to: column}
    return {
        card_id: Place(at.row, other[at.column])
        for card_id, at in places_of(comparison).items()
        if at.column in other
    }


def in_turn(comparison: Comparison, card_id: str, position: int) -> dict[str, Place]:
    """The take's card as the one with this number, row by row; those between move by one place.

    Cards without a take are not counted, and stay where they are.
    """
    cards = [card.id for card in comparison.clippings]
    if card_id not in cards:
        return {}
    before = {card.id: Place(card.row, card.column) for card in comparison.clippings}
    at = list(before.values())
    position = min(max(position, 0), len(cards) - 1)
    cards.insert(position, cards.pop(cards.index(card_id)))
    return {one: place for one, place in zip(cards, at, strict=True) if before[one] != place}


def ranked_rows(columns: Iterable[int]) -> list[int]:
    """A row for each of the cards whose columns these are: columns fill from above.

    >>> ranked_rows([0, 1, 1, 0])
    [0, 0, 1, 1]
    """
    heights: dict[int, int] = {}
    rows = []
    for column in columns:
        rows.append(heights.get(column, 0))
        heights[column] = rows[-1] + 1
    return rows


def _put(card: Card, place: Place | None) -> Card:
    if place is None or (card.row, card.column) == (place.row, place.column):
        return card
    return replace(card, row=place.row, column=place.column)


def _with_cards(comparison: Comparison, cards: Iterable[Card]) -> Comparison:
    settled = _settled(cards)
    return replace(
        comparison,
        clippings=tuple(card for card in settled if isinstance(card, Clipping)),
        loose=tuple(card for card in settled if isinstance(card, LooseClipping)),
    )


def _settled(cards: Iterable[Card]) -> list[Card]:
    """The cards row by row, each in a place of its own, no row empty."""
    by_row: dict[int, list[Card]] = {}
    for card in cards:
        by_row.setdefault(card.row, []).append(card)
    settled: list[Card] = []
    row = 0
    for _, waiting in sorted(by_row.items()):
        while waiting:
            here: dict[int, Card] = {}
            for card in waiting:
                here.setdefault(min(max(card.column, 0), COLUMNS - 1), card)
            settled += [
                card
                if (card.row, card.column) == (row, column)
                else replace(card, row=row, column=column)
                for column, card in sorted(here.items())
            ]
            chosen = {card.id for card in here.values()}
            waiting = [card for card in waiting if card.id not in chosen]  # noqa: PLW2901
            row += 1
    return settled
