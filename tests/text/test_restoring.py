"""Views of an article with more or less of it shown: anchors refer to the source text and stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.spans import Span
from summit_reader.text.restoring import View, removed_again, restored

DraftOf = Callable[..., ArticleDraft]


def view_of(draft: ArticleDraft) -> View:
    return View(draft.cleaned, draft.passages, draft.removed)


def test_every_removed_range_of_the_sample_can_be_shown_and_hidden_again(
    seeds: dict[str, ArticleDraft],
) -> None:
    for draft in seeds.values():
        view = view_of(draft)
        for one in draft.removed:
            shown = restored(view, one.source)
            words = shown.cleaned.cleaned_span(one.source)
            assert words is not None
            assert removed_again(shown, one.source) == view


def test_everything_can_be_shown_at_once(seeds: dict[str, ArticleDraft]) -> None:
    draft = seeds["002"]
    view = view_of(draft)
    for one in draft.removed:
        view = restored(view, one.source)
    assert all(one.restored for one in view.removed)
    places = [passage.source for passage in view.passages]
    assert places == sorted(places)
    assert "Escape your echo chamber." in view.cleaned.text
    for take in draft.takes:
        for segment in take.anchor.segments:
            shown = view.cleaned.cleaned_span(segment)
            assert shown is not None
            assert view.cleaned.source_span(shown) == segment


def test_what_is_shown_already_stays(seeds: dict[str, ArticleDraft]) -> None:
    view = view_of(seeds["000"])
    place = view.removed[0].source
    shown = restored(view, place)
    assert restored(shown, place) is shown
    assert removed_again(view, place) is view


def test_a_credit_comes_back_as_a_caption(seeds: dict[str, ArticleDraft]) -> None:
    view = view_of(seeds["003"])
    credit = next(one for one in view.removed if "Nikolsky" in one.source.of(view.cleaned.source))
    shown = restored(view, credit.source)
    assert [one.kind for one in shown.passages].count(PassageKind.CAPTION) == 2


def test_only_what_was_removed_can_be_shown(seeds: dict[str, ArticleDraft]) -> None:
    with pytest.raises(LookupError):
        restored(view_of(seeds["000"]), Span(3, 9))


LINES = st.lists(
    st.sampled_from(
        ["Advertisement", "Subscribe to us", "The harbour is closed for good.", "", "Share",
         "“It is late,” said Ann Lee.", "Related: The crane", "12 comments", "High time."]
    ),
    max_size=12,
)  # fmt: skip


@given(lines=LINES)
def test_any_order_of_showing_and_hiding_ends_where_it_began(
    draft_of: DraftOf, lines: list[str]
) -> None:
    view = before = view_of(draft_of("\n".join(lines)))
    for one in before.removed:
        view = restored(view, one.source)
    for one in reversed(before.removed):
        view = removed_again(view, one.source)
    assert view == before
