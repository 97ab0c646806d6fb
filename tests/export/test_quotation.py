from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.take import Take, TakeKind, Voice, VoiceKind
from summit_reader.export.quotation import printed_words, quotation_of, thesis_of, with_marks

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
KOO = Voice("Koo Kab-woo", VoiceKind.PERSON, "professor")


def test_direct_words_stand_in_marks(polityka: Pinned) -> None:
    assert str(quotation_of(*polityka)) == (
        "“Things are so bad that Kim has asked Russia for 100,000 tonnes of flour.”"
    )


def test_the_comma_before_the_attribution_is_not_part_of_the_words(lankov: Pinned) -> None:
    assert str(quotation_of(*lankov)) == (
        "“Kim understands Russians are not going to shower him with money”"
    )


def test_an_ellipsis_stands_where_an_attribution_split_the_words(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("Russia wants to show Putin,", "I don’t think anyone expects miracles.")
    assert str(quotation_of(take, make_source())) == (
        "“Russia wants to show Putin … I don’t think anyone expects miracles.”"
    )


def test_a_fragment_has_its_subject_before_the_marks(make_take: Make, make_source: Make) -> None:
    take = make_take("has a lot on his plate", fragment=True, subject="Putin")
    assert str(quotation_of(take, make_source())) == "[Putin] “has a lot on his plate …”"


def test_a_fragment_without_subject_opens_with_an_ellipsis(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("satisfied with the results", fragment=True)
    assert str(quotation_of(take, make_source())) == "“… satisfied with the results …”"


def test_a_fragment_that_ends_its_sentence_has_no_ellipsis_there(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("comrade chairman.", fragment=True)
    assert str(quotation_of(take, make_source())) == "“… comrade chairman.”"


def test_words_from_inside_a_sentence_open_with_an_ellipsis(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("while the meeting is an important gesture")
    assert quotation_of(take, make_source()).words.startswith("… while")


def test_an_ellipsis_that_is_there_is_not_set_twice(make_take: Make, make_source: Make) -> None:
    take = make_take("… and then …", fragment=True)
    assert str(quotation_of(take, make_source())) == "“… and then …”"


def test_nested_double_marks_become_single(make_take: Make, make_source: Make) -> None:
    take = make_take("Analysts call him “desperate” for it.", kind=TakeKind.ROUNDUP)
    assert str(quotation_of(take, make_source())) == "“Analysts call him ‘desperate’ for it.”"


def test_indirect_speech_is_never_in_marks(make_take: Make, make_source: Make) -> None:
    take = make_take("Their counterparts did not travel.", kind=TakeKind.INDIRECT, chain=(KOO,))
    assert str(quotation_of(take, make_source())) == (
        "Koo Kab-woo (reported): Their counterparts did not travel."
    )


def test_beside_its_text_indirect_speech_needs_no_label(make_take: Make) -> None:
    take = make_take("Their counterparts did not travel.", kind=TakeKind.INDIRECT, chain=(KOO,))
    assert str(printed_words(take)) == "Their counterparts did not travel."


def test_in_mixed_speech_only_the_quoted_words_have_marks(
    make_take: Make, make_source: Make
) -> None:
    take = make_take('The goal was finding "another exit".', kind=TakeKind.MIXED, chain=(KOO,))
    assert str(quotation_of(take, make_source())) == (
        "Koo Kab-woo (reported): The goal was finding “another exit”."
    )


def test_indirect_words_without_a_speaker_are_the_outlets(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("Aid is unlikely.", kind=TakeKind.INDIRECT)
    assert str(quotation_of(take, make_source())) == "The Week (reported): Aid is unlikely."


def test_an_outlets_own_prose_is_quoted(make_take: Make, make_source: Make) -> None:
    take = make_take("The biggest takeaway is this.", kind=TakeKind.NARRATIVE)
    assert str(quotation_of(take, make_source())) == "“The biggest takeaway is this.”"


def test_a_thesis_is_the_reviewers_and_never_in_marks(polityka: Pinned) -> None:
    assert thesis_of(*polityka) == (
        "thesis by eurotopics: The North Korean leader is begging for alms"
    )


def test_a_take_that_is_a_thesis_is_printed_as_one_and_only_once(
    make_take: Make, make_source: Make
) -> None:
    take = make_take(
        "The summit was a success",
        kind=TakeKind.THESIS,
        thesis="The summit was a success",
        outlet=OutletRef(4, "Tages-Anzeiger", "CH"),
        chain=(Voice("Tages-Anzeiger", VoiceKind.OUTLET),),
    )
    source = make_source("eurotopics")
    assert str(quotation_of(take, source)) == "thesis by eurotopics: The summit was a success"
    assert thesis_of(take, source) == ""


def test_a_take_without_words_does_not_break(make_take: Make, make_source: Make) -> None:
    assert str(quotation_of(make_take(""), make_source())) == "“…”"


def test_lines_and_overrides_in_the_words_are_gone(make_take: Make, make_source: Make) -> None:
    take = make_take("The\nsummit \u202ewas heavy.")
    assert str(quotation_of(take, make_source())) == "“The summit was heavy.”"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('He said "no".', "He said ‘no’."),
        ('"No," he said, "never"', "‘No,’ he said, ‘never’"),
        ("„Nein“, sagte er", "‘Nein’, sagte er"),
        ("„Nie”, powiedział", "‘Nie’, powiedział"),
        ("“No” and “never”", "‘No’ and ‘never’"),
        ("Kim’s ‘own’ words", "Kim’s ‘own’ words"),
        ('he ("the boss") left', "he (‘the boss’) left"),
    ],
)
def test_marks_of_every_kind(words: str, shown: str) -> None:
    assert with_marks(words, "‘", "’") == shown


@given(st.text())
def test_only_double_marks_are_touched(words: str) -> None:
    shown = with_marks(words, "‘", "’")
    assert len(shown) == len(words)
    assert not set(shown) & set('“”„"')
    assert all(a == b or a in '“”„"' for a, b in zip(words, shown, strict=True))
