from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.linking import linked
from summit_reader.compare.story_finding import Head, believed, head_of, stories

from .conftest import by_blanks

DAY = date(2019, 4, 25)
SUMMIT = ("Kim meets Putin", "The leaders of Russia and North Korea met on an island")
OTHER_SUMMIT = ("Putin receives Kim", "The North Korea leader was met by Putin on the island")
HARBOUR = ("Harbour closed", "The town council has closed the old harbour to all fishermen")
REST = [
    Head(tuple(f"word{number}{at}" for at in range(8)), DAY.toordinal()) for number in range(20)
]


def head(text: tuple[str, str], day: date | None = DAY) -> Head:
    return head_of(*text, day, by_blanks)


def test_articles_on_the_same_happening_are_one_story() -> None:
    one, other, third, *_ = stories([head(SUMMIT), head(OTHER_SUMMIT), head(HARBOUR), *REST])
    assert one == other != third


def test_the_same_words_months_later_are_another_story() -> None:
    later = head(OTHER_SUMMIT, date(2019, 9, 1))
    one, other, *_ = stories([head(SUMMIT), later, *REST])
    assert one != other


def test_an_article_without_a_date_finds_its_story() -> None:
    one, other, *_ = stories([head(SUMMIT), head(OTHER_SUMMIT, None), *REST])
    assert one == other


def test_many_articles_in_many_blocks() -> None:
    heads = [head((f"Case {number}", f"case{number} alpha{number} beta{number}"),
                  None if number % 3 else DAY) for number in range(300)]  # fmt: skip
    groups = stories(heads + heads)
    assert groups[:300] == groups[300:]
    assert len(set(groups)) == 300


def test_nobody_takes_stories_apart_or_joins_settled_ones() -> None:
    heads = [head(SUMMIT), head(OTHER_SUMMIT), head(HARBOUR), head(SUMMIT), *REST]
    loose = list(range(10, 10 + len(REST)))
    found = stories(heads, [1, 2, 1, 3, *loose], settled=[1, 2])
    assert found[0] == found[2] == 1
    assert found[1] == 2
    assert found[3] in {1, 2}


@pytest.mark.parametrize("junk", [date(1, 1, 1), date(2050, 1, 1), None])
def test_a_junk_date_is_none(junk: date | None) -> None:
    assert believed(junk, seen=DAY) is None


def test_a_date_of_tomorrow_is_one_of_another_time_zone() -> None:
    assert believed(date(2019, 4, 26), seen=DAY) == date(2019, 4, 26)


def test_no_articles_and_empty_ones() -> None:
    assert stories([]) == []
    assert len(set(stories([Head(()), Head((), 5), Head((), 5)]))) == 3
    assert stories([Head(("a",))]) == [0]


def test_the_number_of_a_settled_group_is_kept() -> None:
    assert linked([0, 7], [(0, 1, 1.0)], 0.5, settled=[7]) == [7, 7]


def test_groups_are_joined_on_average_only() -> None:
    pairs = [(0, 1, 0.9), (1, 2, 0.8)]
    assert linked([0, 1, 2], pairs, 0.5) == [0, 0, 2]
    assert linked([0, 1, 2], pairs, 0.4) == [0, 0, 0]


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 1)), max_size=20),
    st.sets(st.integers(0, 7)),
)
def test_settled_groups_stay_apart(pairs: list[tuple[int, int, float]], settled: set[int]) -> None:
    once = {(min(pair[:2]), max(pair[:2])): pair[2] for pair in pairs if pair[0] != pair[1]}
    groups = linked(range(8), [(*pair, alike) for pair, alike in once.items()], 0.1, settled)
    assert all(groups[each] == each for each in settled)
