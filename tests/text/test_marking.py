from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.cleaned_text import CleanedText, Piece
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.text.marking import Selection, selection_of

TEXT = "“It closes,” she said. “For good.” Nobody ‘pays’.\n\nThe boats\nleave on «Monday»."


def selected(text: str, *words: str) -> Selection | None:
    cleaned = CleanedText(text, (Piece(Span(0, len(text)), text),))
    passages, at = [], 0
    for part in text.split("\n\n"):
        place = Span(at, at + len(part))
        passages.append(Passage(PassageKind.BODY, place, place))
        at = place.end + 2
    places = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return selection_of(cleaned, passages, places)


def words_of(selection: Selection | None) -> list[str]:
    assert selection is not None
    return [segment.of(TEXT) for segment in selection.segments]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["“It closes,”"], ["It closes,"]),
        (["  she said. "[1:]], ["she said."]),
        (["“It closes,” she said. “For good.”"], ["“It closes,” she said. “For good.”"]),
        (["It closes,", "For good."], ["It closes,", "For good."]),
        (["For good.", "It closes,"], ["It closes,", "For good."]),
        (["Nobody", "‘pays’"], ["Nobody ‘pays’"]),
        (["The boats\nleave"], ["The boats\nleave"]),
        (["pays", "The boats"], ["pays", "The boats"]),
        (["«Monday»"], ["Monday"]),
    ],
)
def test_what_is_selected_is_cut_to_its_words(words: list[str], found: list[str]) -> None:
    assert words_of(selected(TEXT, *words)) == found


@pytest.mark.parametrize("words", [[], [" "], ["“"], ["\n\n"]])
def test_a_selection_without_words_is_none(words: list[str]) -> None:
    assert selected(TEXT, *words) is None


@pytest.mark.parametrize(
    ("words", "has_speaker", "kind"),
    [
        ("It closes,", True, TakeKind.DIRECT),
        ("closes", True, TakeKind.DIRECT),
        ("closes,” she said", True, TakeKind.MIXED),
        ("The boats\nleave", True, TakeKind.INDIRECT),
        ("The boats\nleave", False, TakeKind.NARRATIVE),
    ],
)
def test_how_words_stand_in_the_text(words: str, has_speaker: bool, kind: TakeKind) -> None:  # noqa: FBT001 - a parameter of the test
    selection = selected(TEXT, words)
    assert selection is not None
    assert selection.kind(has_speaker=has_speaker) is kind


def test_a_press_review_stays_one() -> None:
    selection = selected(TEXT, "The boats")
    assert selection is not None
    assert selection.kind(has_speaker=True, former=TakeKind.PRESS_REVIEW) is TakeKind.PRESS_REVIEW
    assert selection.kind(has_speaker=True, former=TakeKind.NARRATIVE) is TakeKind.INDIRECT


@given(
    st.text(alphabet="ab “”'\"«»\n\0é😀.", max_size=80),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=5),
)
def test_any_selection_in_any_text_gives_words_in_order(
    text: str, ends: list[tuple[int, int]]
) -> None:
    cleaned = CleanedText(text, (Piece(Span(0, len(text)), text),))
    passage = Passage(PassageKind.BODY, Span(0, len(text)), Span(0, len(text)))
    places = [Span(min(pair), max(pair)) for pair in ends]
    selection = selection_of(cleaned, [passage], places)
    if selection is not None:
        assert all(any(char.isalnum() for char in one.of(text)) for one in selection.segments)
        assert all(one.end <= two.start for one, two in pairwise(selection.segments))
