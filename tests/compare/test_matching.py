from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.matching import CELLS, matched

WORDS = st.lists(st.sampled_from(["we", "will", "pay", "not", "the", "men"]), max_size=40)


@given(WORDS, WORDS)
def test_pairs_are_of_the_same_words_and_ascend(one: list[str], two: list[str]) -> None:
    pairs = matched(one, two)
    assert all(one[i] == two[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))


@given(WORDS, WORDS)
def test_short_rows_lose_no_pair(one: list[str], two: list[str]) -> None:
    longest = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i, word in enumerate(one):
        for j, other in enumerate(two):
            longest[i + 1][j + 1] = max(
                longest[i][j] + (word == other), longest[i][j + 1], longest[i + 1][j]
            )
    assert len(matched(one, two)) == longest[-1][-1]


@given(WORDS)
def test_a_row_matches_itself(row: list[str]) -> None:
    assert matched(row, row) == [(at, at) for at in range(len(row))]


def test_of_two_ways_the_one_in_a_run_is_taken() -> None:
    one = ["x", "kim", "says", "y"]
    two = ["kim", "went", "home", "kim", "says", "nothing"]
    assert matched(one, two) == [(1, 3), (2, 4)]


def test_long_rows_are_matched_by_words_that_stand_once() -> None:
    one = [f"w{number}" for number in range(3 * CELLS // 100)]
    two = ["new", *(word for word in one if word not in {"w17", "w200"}), "end"]
    pairs = matched(one, two)
    assert [one[i] for i, _ in pairs] == two[1:-1]


def test_long_rows_of_nothing_but_repetition_end() -> None:
    one, two = ["a", "b"] * 2_000, ["b", "a"] * 2_000
    assert all(one[i] == two[j] for i, j in matched(one, two))
