from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.words import LONGEST_WORD, wording_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We won’t pay,”", '"We won\'t pay"'),
        ("The U.S. said", "the US said"),
        ("[T]he harbour", "The harbour"),
        ("1,000 tonnes", "1000 tonnes"),
        ("Orbán spoke", "Orban spoke"),
        ("Jong-un", "Jong Un"),
        ("Stra\N{LATIN SMALL LETTER SHARP S}e", "STRASSE"),
        ("har\N{SOFT HYPHEN}bour", "harbour"),
    ],
)
def test_print_makes_no_difference(one: str, other: str) -> None:
    assert wording_of(one).forms == wording_of(other).forms


@pytest.mark.parametrize(
    ("one", "other"), [("1.5 per cent", "15 per cent"), ("he pays", "he paid"), ("we", "he")]
)
def test_wording_does(one: str, other: str) -> None:
    assert wording_of(one).forms != wording_of(other).forms


@pytest.mark.parametrize("gap", ["…", "...", "[...]", "[…]", "(…)", ". . .", "[ … ]"])
def test_dots_declare_a_cut(gap: str) -> None:
    wording = wording_of(f"We will {gap} pay")
    assert wording.forms == ["we", "will", "pay"]
    assert wording.gaps == {2}


def test_square_brackets_are_an_editors() -> None:
    words = wording_of("[the president] want[s] it (all of it)").words
    assert [word.form for word in words if word.bracketed] == ["the", "president", "wants"]


def test_a_bracket_that_does_not_close_is_nobodys() -> None:
    assert not any(word.bracketed for word in wording_of("[he will pay").words)


def test_signs_without_spaces_are_words() -> None:
    assert wording_of("首脑会谈").forms == list("首脑会谈")


@given(st.text())
def test_words_lie_where_they_say(text: str) -> None:
    wording = wording_of(text)
    ends = 0
    for word in wording.words:
        assert ends <= word.span.start < word.span.end <= len(text)
        assert word.form
        assert len(word.form) <= LONGEST_WORD
        ends = word.span.end
    assert all(0 <= gap <= len(wording.words) for gap in wording.gaps)
