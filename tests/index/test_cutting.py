"""Texts cut together give the words that each of them gives alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.index.analyzer import LONGEST_WORD, terms
from summit_reader.index.codec import Words
from summit_reader.index.cutting import cut

# What the rules look at stands close together here, as it does in no prose.
KNOTTY = st.text(alphabet="abs.,'’`_-‘“… \n\x1f\xa0\u2009 0123UéЖ中ß", max_size=30)


@given(st.lists(KNOTTY | st.text(max_size=20), max_size=6))
def test_the_same_words_as_one_by_one(texts: list[str]) -> None:
    assert [list(words) for words in cut(texts).texts()] == [terms(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kim’s U.S. trip", ["kim", "us", "trip"]),
        ("100,000 tonnes, 1.5 of 12\xa0000", ["100000", "tonnes", "1", "5", "of", "12000"]),
        ("the U.S.’s aim", ["the", "us", "aim"]),
        ("Ким Чен Ын’s trip", ["ким", "чен", "ын", "trip"]),
        ("习近平", ["习", "近", "平"]),
        ("", []),
        ("'s", ["s"]),
        ("a'b.c", ["a", "bc"]),
    ],
)
def test_words_of_every_script(text: str, words: list[str]) -> None:
    assert list(cut(["before", text, "after"]).text(1)) == words == terms(text)


def test_long_blobs_are_cut_short_by_characters() -> None:
    blob, letters = "x" * 1_000, "ж" * 1_000
    assert [list(words) for words in cut([blob, letters]).texts()] == [
        ["x" * LONGEST_WORD],
        ["ж" * LONGEST_WORD],
    ]


def test_texts_in_a_row_with_places_left_empty_between_them() -> None:
    tokens = cut(["Flour and oil", "", "Kim’s train"])
    words = Words(tokens, (0, 2, 1), gap=2)
    assert list(words) == ["flour", "and", "oil", "", "", "kim", "train", "", "", "", ""]
    assert len(words) == 11
    assert words.begins() == [0, 5, 9]
