from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_reader.bootstrap import Services
from summit_reader.domain.arrangement import Place, in_turn, places_of
from summit_reader.domain.comparison import Colour, Comparison, LooseClipping
from summit_reader.domain.relation import Relation
from summit_reader.store import articles
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchClipping, NoSuchComparison, NoSuchTake

Board = Callable[[int], Comparison]

# The library is made once for all examples; each example works on a comparison of its own.
shared_library = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def board(stocked: Services) -> Board:
    """A new comparison with that many clippings."""

    def made(count: int) -> Comparison:
        comparison = stocked.pinning.new_comparison("Board")
        for number in range(count):
            take_id = number % 2 + 1
            comparison = stocked.pinning.pin(comparison.id, str(uuid4()), take_id, number % 3)
        return comparison

    return made


def order(comparison: Comparison) -> list[str]:
    places = [(one.row, one.column) for one in comparison.clippings]
    assert places == sorted(set(places))
    assert {row for row, _ in places} == set(range(comparison.rows))
    return [one.id for one in comparison.clippings]


def test_there_is_always_a_current_comparison(services: Services) -> None:
    assert services.pinning.comparisons() == ()
    first = services.pinning.current()
    assert (first.name, first.clippings, first.my_take) == ("My comparison", (), "")
    assert services.pinning.current() == first
    assert services.pinning.comparisons() == (first,)


def test_the_last_used_comparison_is_the_current_one(services: Services) -> None:
    first = services.pinning.current()
    second = services.pinning.new_comparison(" Who pays? ")
    assert second.name == "Who pays?"
    assert services.pinning.current() == second
    assert services.pinning.use(first.id) == first
    assert services.pinning.current() == first


def test_a_clipping_keeps_the_take_and_where_it_was_read(stocked: Services) -> None:
    board = stocked.pinning.current()
    (clipping,) = stocked.pinning.pin(board.id, "one", 1, 2).clippings
    take = stocked.reading.take(1)
    assert (clipping.id, clipping.take, clipping.column, clipping.note) == ("one", take, 2, "")
    assert clipping.source == stocked.reading.source(take.article_id)


def test_pinning_twice_under_one_id_is_pinning_once(stocked: Services) -> None:
    board = stocked.pinning.current()
    once = stocked.pinning.pin(board.id, "one", 1, 0)
    assert stocked.pinning.pin(board.id, "one", 2, 1) == once


def test_notes_names_and_own_takes_are_kept(stocked: Services) -> None:
    board = stocked.pinning.current()
    stocked.pinning.pin(board.id, "one", 1, 0)
    stocked.pinning.set_note(board.id, "one", "cf. \ud800 page 3")
    stocked.pinning.set_my_take(board.id, "Nobody will pay.\n")
    renamed = stocked.pinning.rename(board.id, "Quay")
    assert (renamed.name, renamed.my_take) == ("Quay", "Nobody will pay.\n")
    assert renamed.clippings[0].note == "cf. ? page 3"
    assert stocked.pinning.rename(board.id, " ").name == "My comparison"
    assert stocked.pinning.current() == replace(renamed, name="My comparison")


@shared_library
@given(data=st.data(), count=st.integers(1, 6))
def test_unpinning_can_be_undone(
    stocked: Services, board: Board, data: st.DataObject, count: int
) -> None:
    before = board(count)
    clipping = data.draw(st.sampled_from(before.clippings))
    before = stocked.pinning.set_note(before.id, clipping.id, "keep this")
    clipping = next(one for one in before.clippings if one.id == clipping.id)
    without = stocked.pinning.unpin(before.id, clipping.id)
    assert order(without) == [one for one in order(before) if one != clipping.id]
    assert stocked.pinning.restore(before.id, clipping, places_of(before)) == before


@shared_library
@given(data=st.data(), count=st.integers(1, 6))
def test_unpinning_many_can_be_undone_backwards(
    stocked: Services, board: Board, data: st.DataObject, count: int
) -> None:
    states = [board(count)]
    removed = []
    for clipping_id in data.draw(st.permutations(order(states[0]))):
        (clipping,) = (one for one in states[-1].clippings if one.id == clipping_id)
        removed.append(clipping)
        states.append(stocked.pinning.unpin(states[0].id, clipping_id))
    assert states.pop().clippings == ()
    while removed:
        before = states.pop()
        assert stocked.pinning.restore(before.id, removed.pop(), places_of(before)) == before


@shared_library
@given(data=st.data(), count=st.integers(1, 6))
def test_moving_can_be_undone(
    stocked: Services, board: Board, data: st.DataObject, count: int
) -> None:
    before = board(count)
    clipping = data.draw(st.sampled_from(before.clippings))
    to = data.draw(st.integers(0, count - 1))
    moved = stocked.pinning.arrange(before.id, in_turn(before, clipping.id, to))
    expected = order(before)
    expected.insert(to, expected.pop(expected.index(clipping.id)))
    assert order(moved) == expected
    assert stocked.pinning.arrange(before.id, places_of(before)) == before


def test_takes_move_round_words_from_outside(stocked: Services, board: Board) -> None:
    before = board(3)
    last = before.clippings[-1]
    words = LooseClipping("words", "heard", 5, 0)
    before = stocked.pinning.restore(before.id, words, places_of(before))
    moved = stocked.pinning.arrange(before.id, in_turn(before, last.id, 0))
    assert order(moved) == [last.id, *order(before)[:-1]]
    assert moved.loose == (words,)


def test_what_is_pinned_outlives_its_text(stocked: Services, database: Database) -> None:
    board = stocked.pinning.current()
    before = stocked.pinning.pin(board.id, "one", 1, 0)
    with database.write() as work:
        articles.remove(work, before.clippings[0].source.article_id)
        work.commit()
    assert stocked.pinning.current() == before
    stocked.pinning.unpin(board.id, "one")
    assert stocked.pinning.restore(board.id, before.clippings[0]) == before


def test_a_wrong_id_is_named_and_changes_nothing(stocked: Services) -> None:
    board = stocked.pinning.current()
    before = stocked.pinning.pin(board.id, "one", 1, 0)
    with pytest.raises(NoSuchTake):
        stocked.pinning.pin(board.id, "two", 99, 0)
    with pytest.raises(NoSuchComparison):
        stocked.pinning.pin(99, "two", 1, 0)
    with pytest.raises(NoSuchComparison):
        stocked.pinning.use(99)
    with pytest.raises(NoSuchComparison):
        stocked.pinning.restore(99, before.clippings[0])
    with pytest.raises(NoSuchClipping):
        stocked.pinning.unpin(board.id, "two")
    with pytest.raises(NoSuchComparison):
        stocked.pinning.arrange(99, {})
    with pytest.raises(NoSuchClipping):
        stocked.pinning.set_note(board.id, "two", "x")
    assert stocked.pinning.current() == before


def test_what_is_pinned_from_two_panes_shares_a_row(stocked: Services) -> None:
    board = stocked.pinning.current()
    for number, column in enumerate((0, 1, 1, 0)):
        board = stocked.pinning.pin(board.id, str(number), 1, column)
    places = places_of(board)
    assert [places[str(number)] for number in range(4)] == [
        Place(0, 0), Place(0, 1), Place(1, 1), Place(1, 0)
    ]  # fmt: skip


def test_words_from_outside_are_a_clipping_without_a_take(stocked: Services) -> None:
    board = stocked.pinning.current()
    stocked.pinning.pin(board.id, "one", 1, 0)
    card = LooseClipping("loose", "Heard on the radio.", 1, 0, "who?", ("radio",), Colour.TEAL)
    kept = stocked.pinning.restore(board.id, card)
    assert kept.loose == (card,)
    assert [one.id for one in kept.cards] == ["one", "loose"]
    assert stocked.pinning.unpin(board.id, "loose").loose == ()


def test_titles_tags_and_colours_are_kept(stocked: Services) -> None:
    board = stocked.pinning.current()
    stocked.pinning.pin(board.id, "one", 1, 0)
    stocked.pinning.set_titles(board.id, [" Asking ", "", *"CDEFGH"])
    stocked.pinning.set_tags(board.id, "one", ["aid ", "AID", " ", "to  check"])
    kept = stocked.pinning.set_colour(board.id, "one", Colour.GREEN)
    assert kept.titles == ("Asking", "", "C", "D", "E", "F")
    assert kept.clippings[0].tags == ("aid", "to check")
    assert kept.clippings[0].colour is Colour.GREEN
    assert stocked.pinning.current() == kept
    assert stocked.pinning.set_colour(board.id, "one", None).clippings[0].colour is None


def test_relations_of_takes_come_with_the_comparison(stocked: Services) -> None:
    board = stocked.pinning.current()
    stocked.pinning.pin(board.id, "one", 1, 0)
    stocked.pinning.pin(board.id, "two", 2, 1)
    stocked.deciding.relate(2, 1, Relation.ADDS)
    now = stocked.pinning.comparison(board.id)
    said = now.relation(*now.clippings)
    assert said is not None
    assert (said.first_id, said.second_id, said.relation) == (2, 1, Relation.ADDS)


def test_the_bin_keeps_what_was_thrown_away(stocked: Services) -> None:
    first = stocked.pinning.current()
    kept = stocked.pinning.pin(first.id, "one", 1, 0)
    second = stocked.pinning.new_comparison("Second")
    assert stocked.pinning.throw_away(second.id) == kept
    assert stocked.pinning.comparisons() == (kept,)
    told = [
        (one.name, one.cards, one.outlets, one.is_binned) for one in stocked.pinning.summaries()
    ]
    assert told == [("My comparison", 1, 1, False), ("Second", 0, 0, True)]
    fresh = stocked.pinning.throw_away(first.id)
    assert (fresh.name, fresh.clippings) == ("My comparison", ())
    assert stocked.pinning.take_out(first.id) == kept
    assert stocked.pinning.current() == kept
    with pytest.raises(NoSuchComparison):
        stocked.pinning.throw_away(99)


def test_only_what_is_in_the_bin_is_deleted_for_good(stocked: Services) -> None:
    first = stocked.pinning.current()
    kept = stocked.pinning.pin(first.id, "one", 1, 0)
    second = stocked.pinning.new_comparison("Second")
    stocked.pinning.pin(second.id, "two", 1, 0)
    stocked.pinning.throw_away(second.id)
    with pytest.raises(NoSuchComparison):
        stocked.pinning.erase([second.id, 99])
    assert len(stocked.pinning.summaries()) == 2
    stocked.pinning.erase([first.id, second.id])
    assert [one.id for one in stocked.pinning.summaries()] == [first.id]
    assert stocked.pinning.current() == kept
    with pytest.raises(NoSuchComparison):
        stocked.pinning.take_out(second.id)
