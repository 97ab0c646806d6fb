"""Moving cards about: nothing is lost, no place holds two, every move can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.arrangement import (
    Place,
    Places,
    arranged,
    column_moved,
    exchanged,
    free_column,
    in_new_row,
    in_turn,
    next_place,
    places_of,
    ranked_rows,
    row_moved,
    set_down,
    with_card,
    without_card,
)
from summit_reader.domain.comparison import COLUMNS, Comparison, LooseClipping

EMPTY = Comparison(1, "Board", "", ())
PLACES = st.tuples(st.integers(-2, 6), st.integers(-1, 7))


def board(*places: tuple[int, int]) -> Comparison:
    """A comparison with cards "0", "1", ... put into these rows and columns one after the other."""
    made = EMPTY
    for number, (row, column) in enumerate(places):
        made = with_card(made, LooseClipping(str(number), "words", column, row))
    return made


def shown(comparison: Comparison) -> list[list[str]]:
    rows = [["."] * comparison.columns for _ in range(comparison.rows)]
    for card_id, place in places_of(comparison).items():
        rows[place.row][place.column] = card_id
    return rows


boards = st.lists(PLACES, max_size=8).map(lambda places: board(*places))


@given(boards)
def test_no_place_holds_two_and_no_row_is_empty(made: Comparison) -> None:
    places = list(places_of(made).values())
    assert places == sorted(set(places))
    assert {place.row for place in places} == set(range(made.rows))
    assert all(0 <= place.column < COLUMNS for place in places)


MOVES: list[Callable[[Comparison, str, int, int], Places]] = [
    lambda made, card, row, column: exchanged(made, card, Place(row, column)),
    lambda made, card, row, column: in_new_row(made, card, Place(row, column)),
    lambda made, card, row, column: set_down(made, card, Place(row, column)),
    lambda made, card, row, _: in_turn(made, card, row),
    lambda made, _, row, column: row_moved(made, row, column),
    lambda made, _, row, column: column_moved(made, row, column),
]


@pytest.mark.parametrize("move", MOVES)
@given(made=boards, row=st.integers(-2, 9), column=st.integers(-2, 9), card=st.integers(0, 8))
def test_every_move_keeps_all_cards_and_can_be_taken_back(
    move: Callable[[Comparison, str, int, int], Places],
    made: Comparison,
    row: int,
    column: int,
    card: int,
) -> None:
    after = arranged(made, move(made, str(card), row, column))
    assert {one.id for one in after.cards} == {one.id for one in made.cards}
    assert arranged(after, places_of(made)) == made


@given(boards, st.integers(0, 8))
def test_a_card_that_was_taken_out_comes_back_where_it_was(made: Comparison, number: int) -> None:
    card = made.card(str(number))
    gone = without_card(made, str(number))
    if card is not None:
        assert arranged(with_card(gone, card), places_of(made)) == made


def test_a_card_changes_places_with_what_stood_there() -> None:
    made = board((0, 0), (0, 1), (1, 0))
    assert shown(arranged(made, exchanged(made, "0", Place(1, 0)))) == [["2", "1"], ["0", "."]]
    assert shown(arranged(made, exchanged(made, "2", Place(1, 1)))) == [["0", "1"], [".", "2"]]
    assert exchanged(made, "0", Place(0, 0)) == {}
    assert exchanged(made, "nowhere", Place(0, 0)) == {}


def test_what_is_set_down_on_another_card_goes_below_it() -> None:
    made = board((0, 0), (0, 1), (1, 0))
    assert shown(arranged(made, set_down(made, "2", Place(0, 1)))) == [["0", "1"], [".", "2"]]
    assert shown(arranged(made, set_down(made, "0", Place(1, 1)))) == [[".", "1"], ["2", "0"]]
    assert set_down(made, "2", Place(1, 0)) == {}


def test_a_new_row_opens_between_two() -> None:
    made = board((0, 0), (0, 1), (1, 0))
    assert shown(arranged(made, in_new_row(made, "1", Place(1, 0)))) == [
        ["0", "."],
        ["1", "."],
        ["2", "."],
    ]
    assert in_new_row(made, "2", Place(1, 0)) == {}
    assert in_new_row(made, "2", Place(2, 0)) == {}


def test_rows_and_columns_move_whole() -> None:
    made = board((0, 0), (0, 1), (1, 0), (2, 1))
    assert shown(arranged(made, row_moved(made, 0, 2))) == [["2", "."], [".", "3"], ["0", "1"]]
    assert shown(arranged(made, column_moved(made, 0, 1))) == [["1", "0"], [".", "2"], ["3", "."]]
    assert row_moved(made, 0, -4) == {}


def test_what_is_added_stands_beside_the_last() -> None:
    made = board((0, 0))
    assert next_place(EMPTY, 1) == Place(0, 1)
    assert next_place(made, 1) == Place(0, 1)
    assert next_place(made, 0) == Place(1, 0)
    assert next_place(made, 99) == Place(0, COLUMNS - 1)


def test_columns_fill_from_above() -> None:
    assert ranked_rows([0, 0, 1, 2, 1]) == [0, 1, 0, 0, 1]


def test_a_take_of_no_pane_goes_where_there_is_room() -> None:
    assert free_column(EMPTY) == 0
    assert free_column(board((0, 0))) == 1
    assert free_column(board((0, 0), (0, 1))) == 0
    assert free_column(board((0, 1))) == 0
    assert free_column(board((0, 0), (0, 1), (1, 0), (2, 2), (3, 0), (3, 1))) == 2
