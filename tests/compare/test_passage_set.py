from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.likeness import likeness, on_points
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms, terms_of
from summit_reader.compare.word_vectors import WordVectors

from .conftest import by_blanks

MakeTerms = Callable[[str], Terms]
MakeSet = Callable[..., PassageSet]

TEXTS = (
    "kim wants sanctions lifted",
    "kim met putin at the pier",
    "fishermen in the harbour mend nets",
    "",
    "the and of",
)


def test_joints_are_no_terms(terms: MakeTerms) -> None:
    assert terms("The sanctions and a 5 will stay").stems == ("sanction", "5", "stay")


def test_a_stem_in_one_passage_is_rarer_than_one_in_two(passage_set: MakeSet) -> None:
    passages = passage_set(*TEXTS)
    assert passages.rarity("sanction") > passages.rarity("kim") > 1
    assert passages.rarity("unheard") >= passages.rarity("sanction")


def test_the_passage_on_the_same_is_the_likest(passage_set: MakeSet, terms: MakeTerms) -> None:
    passages = passage_set(*TEXTS)
    table = likeness(passages, [terms("a harbour net"), terms("no sanction")], range(len(TEXTS)))
    assert table.argmax(axis=1).tolist() == [2, 0]


def test_vectors_find_what_is_put_otherwise(
    passage_set: MakeSet, terms: MakeTerms, vectors: WordVectors
) -> None:
    passages = passage_set(*TEXTS, vectors=vectors)
    asked = [terms("embargo ended"), terms("sailors repaired ropes")]
    assert on_points(passages, asked, range(len(TEXTS))).argmax(axis=1).tolist() == [0, 2]
    assert not on_points(passage_set(*TEXTS), asked, range(len(TEXTS))).any()


def test_what_is_near_to_every_point_is_on_none(passage_set: MakeSet, terms: MakeTerms) -> None:
    passages = passage_set("kim putin sanctions china", "sanctions", "china")
    both = on_points(passages, [terms("sanctions"), terms("china")], [0])
    alone = on_points(passages, [terms("sanctions")], [0])
    assert both[0, 0] < alone[0, 0]


@pytest.mark.parametrize("with_vectors", [True, False])
def test_nothing_is_like_nothing(
    passage_set: MakeSet, terms: MakeTerms, vectors: WordVectors, *, with_vectors: bool
) -> None:
    used = vectors if with_vectors else None
    passages = passage_set(*TEXTS, vectors=used)
    assert likeness(passages, [terms("")], [3, 4]).tolist() == [[0, 0]]
    assert likeness(passages, [], [0]).shape == (0, 1)
    assert likeness(passages, [terms("kim")], []).shape == (1, 0)
    assert len(passage_set(vectors=used)) == 0
    assert likeness(passage_set(vectors=used), [terms("kim")], []).shape == (1, 0)


@given(st.lists(st.text("abc \n", max_size=30), max_size=6), st.text("abc ", max_size=30))
def test_measures_lie_between_nothing_and_all(texts: list[str], asked: str) -> None:
    passages = PassageSet([terms_of(text, by_blanks) for text in texts])
    among = range(len(texts))
    point = [terms_of(asked, by_blanks)]
    tables = (
        passages.shared_words(point, among),
        passages.shared_pairs(point, among),
        *passages.cover(point, among),
    )
    for table in tables:
        assert table.shape == (1, len(texts))
        assert np.all((table >= 0) & (table <= 1.0001))


def test_a_very_long_text_is_cut(terms: MakeTerms) -> None:
    assert len(terms("peace " * 100_000).words) <= 1_000
