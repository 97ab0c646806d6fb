from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.differences import differences
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import terms_of
from summit_reader.domain.difference import FactKind, Speech

from .conftest import by_blanks

ONE = "Kim may lift 100,000 sanctions in April 2019 but he will not pay Putin"
OTHER = "Putin lifts the sanction on Thursday. 100 000 men and 7 women never left Moscow."


def test_words_are_compared_by_their_stems() -> None:
    words = differences(ONE, OTHER, by_blanks).of(FactKind.WORDS)
    assert {"lift", "sanctions"} <= set(words.shared)
    assert "pay" in words.only_first
    assert "women" in words.only_second


def test_the_words_of_the_story_are_left_out() -> None:
    story = PassageSet([terms_of(f"sanctions {word}", by_blanks) for word in "abcdefgh"])
    found = differences(ONE, OTHER, by_blanks, story)
    assert found.common == ("sanctions",)
    assert "sanctions" not in found.of(FactKind.WORDS).shared


def test_a_name_that_opens_a_sentence_is_there_too() -> None:
    names = differences(ONE, OTHER, by_blanks).of(FactKind.NAMES)
    assert names.shared == ("Putin",)
    assert (names.only_first, names.only_second) == ((), ("Moscow",))


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (FactKind.NUMBERS, "100,000", "7"),
        (FactKind.DATES, "April 2019", "Thursday"),
        (FactKind.NEGATIONS, "not", "never"),
    ],
)
def test_facts_on_one_side_only(kind: FactKind, first: str, second: str) -> None:
    fact = differences(ONE, OTHER, by_blanks).of(kind)
    assert first in fact.only_first
    assert second in fact.only_second


def test_a_hedge_is_told() -> None:
    assert differences(ONE, OTHER, by_blanks).of(FactKind.HEDGES).only_first == ("may",)


def test_the_same_number_set_otherwise_is_no_difference() -> None:
    numbers = differences("1,000 men", "1.000 men", by_blanks).of(FactKind.NUMBERS)
    assert (numbers.only_first, numbers.only_second) == ((), ())


def test_how_much_each_lets_a_speaker_say() -> None:
    said = ([("Ada Byrne", "We close."), ("Ada Byrne", "For good.")], [("Tom Reed", "It stays.")])
    assert differences("", "", by_blanks, None, said).speeches == (
        Speech("Ada Byrne", 4, 0),
        Speech("Tom Reed", 0, 2),
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_alone_here_is_not_there(one: str, other: str) -> None:
    for fact, turned in zip(
        differences(one, other, by_blanks).facts,
        differences(other, one, by_blanks).facts,
        strict=True,
    ):
        assert len(fact.only_first) == len(turned.only_second)
        assert not {*fact.shared} & {*fact.only_first}


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    for fact in differences(text, text, by_blanks).facts:
        assert (fact.only_first, fact.only_second) == ((), ())
