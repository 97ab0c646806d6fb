from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.spans import Span
from summit_reader.index.matching import marked, marks


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("summits", "a summit, SUMMITS", ["summit", "SUMMITS"]),
        ('"the summit"', "the summits, the summit", ["the summit"]),
        ("stand-offs", "one stand-off", ["stand-off"]),
        ("final", "the ﬁnal say", ["ﬁnal"]),
        ("istanbul", "İstanbul", ["İstanbul"]),
        ("cafes", "two Cafe\u0301s\u0301!", ["Cafe\u0301s\u0301"]),
        ("us", "the U.S. and us", ["U.S.", "us"]),
        ("co-operate operate", "co-operate", ["co-operate"]),
        ("kim -putin", "Kim and Putin", ["Kim"]),
        ("東京", "在東京。", ["東京"]),
        ("kim", "", []),
    ],
)
def test_marked(query: str, text: str, marked: list[str]) -> None:
    (spans,) = marks(query, [text], ["en"])
    assert [span.of(text) for span in spans] == marked


def test_without_languages_english_stems_are_marked() -> None:
    (spans,) = marks("summits", ["a summit"], [])
    assert [span.of("a summit") for span in spans] == ["summit"]


@given(st.lists(st.text("aɑ bﬁİ\u0301'’.-*\"()", max_size=30)), st.text('abfi *"-()', max_size=20))
def test_marks_are_ascending_and_apart(texts: list[str], query: str) -> None:
    for text, spans in zip(texts, marks(query, texts, ["en"]), strict=True):
        ends = [0]
        for span in spans:
            assert ends[-1] <= span.start < span.end <= len(text)
            ends.append(span.end)


def test_words_that_a_text_no_longer_has_are_not_marked() -> None:
    assert marked("flour and rice", [(0, 1), (2, 3), (2, 4), (9, 10)]) == (
        Span(0, 5),
        Span(10, 14),
    )
    assert marked("", [(0, 1)]) == marked("flour", []) == ()


@given(st.text(), st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3))))
def test_marked_words_are_ascending_and_apart(text: str, stretches: list[tuple[int, int]]) -> None:
    found = marked(text, [(first, first + length) for first, length in stretches])
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
