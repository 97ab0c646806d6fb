from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.compare.collation import LONGEST, collated
from summit_reader.domain.collation import Collation, StretchKind, Verdict

TEXTS = st.lists(
    st.sampled_from(
        ["we", "will", "Pay", "not", "[he]", "…", "the", "men", ",", "“", "”", "U.S.", "co-op"]
    ),
    max_size=30,
).map(" ".join)


def kinds(collation: Collation) -> list[tuple[StretchKind, bool]]:
    return [(one.kind, one.declared) for one in collation.stretches]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“We will pay,” he", "we will pay he"),
        ("a U.S. co-operation", "A US cooperation"),
        ("Kim Jong-un cannot", "kim jong un can not"),
    ],
)
def test_print_is_no_difference(first: str, second: str) -> None:
    collation = collated(first, second)
    assert collation.verdict is Verdict.VERBATIM
    assert kinds(collation) == [(StretchKind.SAME, False)]


def test_words_left_out_are_named_with_their_place() -> None:
    collation = collated("We will pay for it", "We will never, I swear, pay for it today")
    assert collation.verdict is Verdict.TRIMMED
    assert collation.left_out_of_first == ("never, I swear", "today")
    assert collation.left_out_of_second == ()
    (_, cut, *_) = collation.stretches
    assert collation.first[cut.first.start :] == "pay for it"


def test_each_may_leave_something_out() -> None:
    collation = collated("It is not the end of the story", "It is the end of the whole story")
    assert collation.verdict is Verdict.TRIMMED
    assert (collation.left_out_of_second, collation.left_out_of_first) == (("not",), ("whole",))


def test_other_words_in_the_same_place_are_a_change() -> None:
    collation = collated("We will pay for the crane", "We must pay for the crane")
    assert collation.verdict is Verdict.ALTERED
    assert collation.changes == (("will", "must"),)


@pytest.mark.parametrize("gap", ["…", "[...]", "..."])
def test_a_cut_may_be_declared(gap: str) -> None:
    collation = collated(f"We will {gap} pay for it", "We will in the end pay for it")
    assert (StretchKind.ONLY_SECOND, True) in kinds(collation)
    assert collation.verdict is Verdict.TRIMMED


def test_an_editors_words_are_declared() -> None:
    collation = collated("[The mayor] will pay for it all", "She will pay for it all")
    assert kinds(collation)[0] == (StretchKind.CHANGED, True)
    assert collation.verdict is Verdict.TRIMMED


def test_dots_excuse_no_other_words() -> None:
    collation = collated("We … never pay for the crane", "We will gladly pay for the crane")
    assert collation.verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("", "We will pay"),
        ("…", "..."),
        ("The old harbour is a disgrace", "Nobody asked what we think of ships"),
        ("The harbour has had its day", "We close the old harbour, as everybody has known"),
        ("it is the end", "It was said that this is what we do on the day when all must end"),
    ],
)
def test_too_little_in_common_is_no_version(first: str, second: str) -> None:
    assert collated(first, second).verdict is Verdict.DIFFERENT


def test_a_common_word_by_chance_does_not_break_a_change() -> None:
    collation = collated(
        "It was a very great success for the whole town", "It is a big success for the whole town"
    )
    assert collation.changes == (("was a very great", "is a big"),)


def test_a_run_begins_where_it_goes_on() -> None:
    collation = collated("Kim understands them well", "Kim went home. Kim understands them well")
    assert collation.left_out_of_first == ("Kim went home",)


@given(TEXTS, TEXTS)
def test_stretches_hold_every_word_once_and_in_order(first: str, second: str) -> None:
    collation = collated(first, second)
    for text, spans in (
        (first, [one.first for one in collation.stretches]),
        (second, [one.second for one in collation.stretches]),
    ):
        at = 0
        for span in spans:
            assert not any(letter.isalnum() for letter in text[at : span.start])
            at = span.end
        assert not any(letter.isalnum() for letter in text[at:])


@given(TEXTS.filter(lambda text: "will" in text))
def test_a_text_is_itself_word_for_word(text: str) -> None:
    assert collated(text, text).verdict is Verdict.VERBATIM


@given(TEXTS, TEXTS)
def test_what_one_leaves_out_the_other_has(first: str, second: str) -> None:
    here, there = collated(first, second), collated(second, first)
    assert here == there.mirrored()


def test_of_a_book_only_the_beginning_is_compared() -> None:
    book = "word and other words " * LONGEST
    collation = collated(book, book)
    assert not collation.whole
    assert collation.verdict is Verdict.VERBATIM


@pytest.mark.parametrize("text", ["[" * 100_000, "[a]" * 50_000, ". " * 50_000, "'a" * 50_000])
def test_hostile_texts_end(text: str) -> None:
    assert collated(text, text[::-1]).first == text
