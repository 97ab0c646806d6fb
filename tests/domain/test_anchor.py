from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.anchor import CONTEXT, Anchor
from summit_reader.domain.spans import Span

TEXTS = st.text(alphabet="ab é😀\n", min_size=1, max_size=60)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, Anchor]:
    """A text with an anchor of one or two segments in it."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    ends = sorted(draw(st.lists(places, min_size=2, max_size=4, unique=True)))
    ends = ends[: len(ends) // 2 * 2]
    segments = tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True))
    return text, Anchor.of(text, segments)


def anchor_of(text: str, *words: str) -> Anchor:
    segments, at = [], 0
    for part in words:
        at = text.index(part, at)
        segments.append(Span(at, at + len(part)))
        at += len(part)
    return Anchor.of(text, tuple(segments))


@given(anchored())
def test_an_anchor_holds_where_it_was_made(case: tuple[str, Anchor]) -> None:
    text, anchor = case
    assert anchor.holds_in(text)
    assert anchor.found_in(text) == anchor
    assert anchor.exact == tuple(segment.of(text) for segment in anchor.segments)


@given(anchored(), TEXTS)
def test_an_anchor_is_found_after_text_was_put_before_it(
    case: tuple[str, Anchor], added: str
) -> None:
    text, anchor = case
    found = anchor.found_in(added + text)
    assert found is not None
    assert found.exact == anchor.exact
    assert found.digest == anchor.digest


@given(anchored())
def test_context_is_bounded_and_adjacent(case: tuple[str, Anchor]) -> None:
    text, anchor = case
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT
    assert text[: anchor.segments[0].start].endswith(anchor.prefix)
    assert text[anchor.segments[-1].end :].startswith(anchor.suffix)


def test_of_several_places_the_one_with_the_same_surroundings_wins() -> None:
    anchor = anchor_of("He said yes. She said no.", "said no")
    moved = anchor.found_in("They said no, too. He said yes. She said no.")
    assert moved is not None
    assert moved.segments == (Span(36, 43),)


def test_words_that_are_gone_are_not_found() -> None:
    anchor = anchor_of("one two three", "one", "three")
    assert anchor.found_in("one two") is None
    assert anchor.found_in("three one") is None
    assert anchor.found_in("") is None


def test_what_stood_around_words_says_where_they_would_be() -> None:
    anchor = anchor_of("He came and said “no” at once, then left.", "no")
    changed = "He came and said “well, perhaps” at once, then left."
    gap = anchor.gap_in(changed)
    assert gap is not None
    assert gap.of(changed) == "well, perhaps"
    assert anchor.gap_in("He left.") is None
    assert anchor.gap_in(changed.replace("perhaps", "x" * 900)) is None


@given(anchored(), TEXTS)
def test_a_gap_lies_in_the_text(case: tuple[str, Anchor], other: str) -> None:
    text, anchor = case
    gap = anchor.gap_in(other)
    assert gap is None or gap.end <= len(other)
    assert anchor.gap_in(text) is not None


def test_the_digest_tells_segments_apart() -> None:
    assert anchor_of("abc", "ab", "c").digest != anchor_of("abc", "a", "bc").digest


@pytest.mark.parametrize("segments", [(), (Span(0, 2), Span(1, 3)), (Span(2, 3), Span(0, 1))])
def test_what_is_no_anchor(segments: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="segment"):
        Anchor.of("abc", segments)
