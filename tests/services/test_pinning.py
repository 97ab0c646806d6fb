from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison
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
    assert [one.position for one in comparison.clippings] == list(range(len(comparison.clippings)))
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
    clipping = before.clippings[clipping.position]
    without = stocked.pinning.unpin(before.id, clipping.id)
    assert order(without) == [one for one in order(before) if one != clipping.id]
    assert stocked.pinning.restore(before.id, clipping) == before


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
        assert stocked.pinning.restore(states[0].id, removed.pop()) == states.pop()


@shared_library
@given(data=st.data(), count=st.integers(1, 6))
def test_moving_can_be_undone(
    stocked: Services, board: Board, data: st.DataObject, count: int
) -> None:
    before = board(count)
    clipping = data.draw(st.sampled_from(before.clippings))
    to = data.draw(st.integers(0, count - 1))
    moved = stocked.pinning.move(before.id, clipping.id, to)
    expected = order(before)
    expected.insert(to, expected.pop(clipping.position))
    assert order(moved) == expected
    assert stocked.pinning.move(before.id, clipping.id, clipping.position) == before


@pytest.mark.parametrize(("position", "last"), [(-5, [2, 0, 1]), (99, [0, 1, 2])])
def test_a_place_beyond_the_ends_is_the_end(
    stocked: Services, board: Board, position: int, last: list[int]
) -> None:
    before = board(3)
    ids = order(before)
    moved = stocked.pinning.move(before.id, ids[2], position)
    assert order(moved) == [ids[number] for number in last]


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
    with pytest.raises(NoSuchClipping):
        stocked.pinning.move(board.id, "two", 0)
    with pytest.raises(NoSuchClipping):
        stocked.pinning.set_note(board.id, "two", "x")
    assert stocked.pinning.current() == before
