from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_reader.bootstrap import Services
from summit_reader.domain.decision_state import DecisionState
from summit_reader.domain.importing import Imported
from summit_reader.domain.point import DecidedBy, Decision, PointView
from summit_reader.domain.relation import Relation, TakeRelation
from summit_reader.domain.take import Take
from summit_reader.store import articles, points, takes
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchPoint, NoSuchTake

Paste = Callable[..., Imported]


def all_takes(services: Services) -> list[Take]:
    texts = services.reading.texts()
    return [take for text in texts for take in services.reading.takes_in(text.article_id)]


def shown(view: PointView) -> list[int]:
    return [one.take.id for one in view.takes]


@pytest.fixture
def filled(stocked: Services) -> Services:
    """A library with two points, both takes on the first."""
    point = stocked.comparing.add_point("Who pays?")
    stocked.comparing.add_point("What next?", "the time after the vote")
    for take in all_takes(stocked):
        stocked.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    return stocked


def test_a_decision_is_taken_back_and_made_again(filled: Services) -> None:
    first, second = all_takes(filled)
    before = filled.comparing.decide(1, first.id, Decision.REFUSED)
    assert shown(filled.comparing.view(1)) == [second.id]
    again = filled.deciding.restore(before)
    assert shown(filled.comparing.view(1)) == [first.id, second.id]
    filled.deciding.restore(again)
    assert shown(filled.comparing.view(1)) == [second.id]


def test_taking_back_the_first_decision_leaves_none(stocked: Services) -> None:
    point = stocked.comparing.add_point("Who pays?")
    (take, _) = all_takes(stocked)
    before = stocked.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    stocked.deciding.restore(before)
    assert stocked.comparing.view(point.id).takes == ()


def test_a_removed_point_comes_back_with_all_that_was_decided(filled: Services) -> None:
    view = filled.comparing.view(1)
    before = filled.comparing.remove_point(1)
    assert [each.point.id for each in filled.comparing.points()] == [2]
    again = filled.deciding.restore(before)
    assert filled.comparing.view(1) == view
    filled.deciding.restore(again)
    with pytest.raises(NoSuchPoint):
        filled.comparing.view(1)


def test_no_number_of_a_point_is_used_twice(filled: Services) -> None:
    filled.comparing.remove_point(2)
    assert filled.comparing.add_point("Something else?").id == 3


def test_a_new_question_and_phrase_are_taken_back(filled: Services) -> None:
    renamed = filled.comparing.rename_point(1, "Who will pay?")
    phrased = filled.comparing.set_second_phrase(1, "the bill")
    filled.deciding.restore(phrased)
    filled.deciding.restore(renamed)
    point = filled.comparing.point_named("who pays")
    assert (point.id, point.second_phrase) == (1, "")


def test_the_readers_order_of_takes_stays(
    filled: Services, paste: Paste, database: Database
) -> None:
    first, second = all_takes(filled)
    with database.write() as work:
        points.set_first_pair(work, 1, (first.id, second.id))
        work.commit()
    before = filled.deciding.move_take(1, first.id, 1)
    assert shown(filled.comparing.view(1)) == [second.id, first.id]
    third = paste("Quay\n\n“Nobody will pay for it,” said Ida Moss.\n", "The Tide").article_id
    (take,) = filled.reading.takes_in(third)
    filled.comparing.decide(1, take.id, Decision.ACCEPTED)
    assert shown(filled.comparing.view(1)) == [second.id, first.id, take.id]
    filled.deciding.restore(before)
    assert shown(filled.comparing.view(1))[0] == first.id


@pytest.mark.parametrize("position", [-5, 99])
def test_places_beyond_the_ends_are_the_ends(filled: Services, position: int) -> None:
    first, second = all_takes(filled)
    filled.deciding.move_take(1, first.id, position)
    order = [first.id, second.id] if position < 0 else [second.id, first.id]
    assert shown(filled.comparing.view(1)) == order
    filled.deciding.move_point(1, position)
    points_now = [each.point.id for each in filled.comparing.points()]
    assert points_now == ([1, 2] if position < 0 else [2, 1])


def test_points_are_put_in_order_and_back(filled: Services) -> None:
    before = filled.deciding.move_point(2, 0)
    assert [each.point.id for each in filled.comparing.points()] == [2, 1]
    filled.deciding.restore(before)
    assert [each.point.id for each in filled.comparing.points()] == [1, 2]


def test_a_take_that_is_not_there_moves_nothing(filled: Services) -> None:
    view = filled.comparing.view(1)
    filled.deciding.move_take(1, 99, 0)
    assert filled.comparing.view(1) == view


def test_a_relation_is_what_the_reader_says(filled: Services) -> None:
    first, second = all_takes(filled)
    nothing = filled.deciding.relate(first.id, second.id, Relation.ADDS)
    assert filled.comparing.view(1).relations == (TakeRelation(first.id, second.id, Relation.ADDS),)
    adds = filled.deciding.relate(second.id, first.id, Relation.CONTRADICTS)
    assert filled.deciding.relation(first.id, second.id) == TakeRelation(
        second.id, first.id, Relation.CONTRADICTS
    )
    again = filled.deciding.restore(adds)
    assert filled.deciding.relation(second.id, first.id) == TakeRelation(
        first.id, second.id, Relation.ADDS
    )
    filled.deciding.restore(again)
    filled.deciding.restore(nothing)
    assert filled.deciding.relation(first.id, second.id) is None
    assert filled.comparing.view(1).relations == ()


def test_saying_nothing_takes_a_relation_away(filled: Services) -> None:
    first, second = all_takes(filled)
    filled.deciding.relate(first.id, second.id, None)
    filled.deciding.relate(first.id, second.id, Relation.AGREES)
    before = filled.deciding.relate(second.id, first.id, None)
    assert filled.deciding.relation(first.id, second.id) is None
    filled.deciding.restore(before)
    found = filled.deciding.relation(first.id, second.id)
    assert found is not None
    assert found.is_between(second.id, first.id)


def test_a_relation_needs_two_takes_that_are_there(filled: Services) -> None:
    first, _ = all_takes(filled)
    with pytest.raises(ValueError, match="itself"):
        filled.deciding.relate(first.id, first.id, Relation.AGREES)
    with pytest.raises(NoSuchTake):
        filled.deciding.relate(first.id, 99, Relation.AGREES)


def test_a_take_in_a_relation_outlives_the_rules(filled: Services, database: Database) -> None:
    first, second = all_takes(filled)
    filled.comparing.remove_point(1)
    filled.deciding.relate(first.id, second.id, Relation.AGREES)
    with database.read() as work:
        assert takes.in_use(work, first.article_id) == {first.id}
        assert takes.in_use(work, second.article_id) == {second.id}


def test_a_relation_goes_with_a_take_into_the_one_it_becomes_part_of(
    filled: Services, paste: Paste
) -> None:
    text = "Quay\n\n“Nobody will pay,” said Ida Moss. “We told them so,” said Al Finn.\n"
    one, other = filled.reading.takes_in(paste(text, "Anchor").article_id)
    first, _ = all_takes(filled)[:2]
    filled.deciding.relate(other.id, first.id, Relation.AGREES)
    filled.correcting.merge(one.id, other.id)
    assert filled.deciding.relation(one.id, first.id) == TakeRelation(
        one.id, first.id, Relation.AGREES
    )


def test_what_is_about_a_text_that_is_gone_stays_away(filled: Services, database: Database) -> None:
    first, second = all_takes(filled)
    filled.deciding.relate(first.id, second.id, Relation.AGREES)
    related = filled.deciding.relate(first.id, second.id, None)
    removed = filled.comparing.remove_point(1)
    with database.write() as work:
        articles.remove(work, first.article_id)
        work.commit()
    filled.deciding.restore(removed)
    filled.deciding.restore(related)
    assert shown(filled.comparing.view(1)) == [second.id]
    assert filled.comparing.view(1).relations == ()


def test_nobody_overrules_the_reader(filled: Services, database: Database) -> None:
    first, _ = all_takes(filled)
    filled.comparing.decide(1, first.id, Decision.REFUSED)
    with database.write() as work:
        for who in (DecidedBy.PROGRAM, DecidedBy.CATALOGUE):
            points.decide(work, 1, first.id, Decision.ACCEPTED, who)
        work.commit()
    assert first.id not in shown(filled.comparing.view(1))


KINDS = ("accept", "refuse", "order", "points", "phrase", "remove", "relate")
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 1), st.integers(-1, 2)), max_size=6
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_everything_is_as_it_was_when_all_steps_are_taken_back(
    filled: Services, steps: list[tuple[str, int, int]]
) -> None:
    ids = [take.id for take in all_takes(filled)]
    states = [_seen(filled)]
    backs: list[DecisionState] = []
    for kind, which, place in steps:
        try:
            backs.append(_step(filled, kind, ids[which], ids[1 - which], place))
        except NoSuchPoint:  # it was removed before
            continue
        states.append(_seen(filled))
    forwards = []
    for back, state in zip(reversed(backs), reversed(states[:-1]), strict=True):
        forwards.append(filled.deciding.restore(back))
        assert _seen(filled) == state
    for forward, state in zip(reversed(forwards), states[1:], strict=True):
        filled.deciding.restore(forward)
        assert _seen(filled) == state
    for back in reversed(backs):
        filled.deciding.restore(back)


def _step(services: Services, kind: str, take: int, other: int, place: int) -> DecisionState:
    comparing, deciding = services.comparing, services.deciding
    steps: dict[str, Callable[[], DecisionState]] = {
        "accept": lambda: comparing.decide(1, take, Decision.ACCEPTED),
        "refuse": lambda: comparing.decide(1, take, Decision.REFUSED),
        "order": lambda: deciding.move_take(1, take, place),
        "points": lambda: deciding.move_point(1, place),
        "phrase": lambda: comparing.set_second_phrase(1, f"phrase {place}"),
        "remove": lambda: comparing.remove_point(1),
        "relate": lambda: deciding.relate(take, other, Relation.AGREES if place else None),
    }
    return steps[kind]()


def _seen(services: Services) -> object:
    summaries = services.comparing.points()
    views = [services.comparing.view(each.point.id) for each in summaries]
    first, second = (take.id for take in all_takes(services))
    return views, services.deciding.relation(first, second)
