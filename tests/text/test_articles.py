from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.article import ArticleDraft, RawArticle
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.spans import Span
from summit_reader.text.articles import draft_article

DraftOf = Callable[..., ArticleDraft]

REGISTER = OutletRegister((OutletProfile("The Daily Planet", aliases=("Planet",)),))

# What news texts and web pages are made of, in any order.
FRAGMENTS = st.sampled_from(
    (
        "Kim Jong Un ", "Ann Lee ", "he ", "analysts ", "the Planet ", "said ", "says ", "that ",
        "according to ", "added ", "“", "”", '"', "‘", "’", "'", ", ", ". ", "? ", "! ", ": ",
        " -- ", "the talks were long ", "but ", "who ", "regionBut ", "US.Kim ", " • ", "• ", "| ",
        "![](x) |",
        "\n", "\n\n", "\r\n", "\t", "\x00", "\x01", "\u2028", "\ud800", "é", "😀", "a" * 70,
        "Planet (US) /", "Ann writes:", "Photo: AP", "(AFP Photo/Lee)", "Advertisement",
        "Full story at https://example.org/a?b=\ud800", "Post a Comment", "2 comments:",
        "Subscribe to Planet",
        "Already a subscriber?", "-\n", "By Lee Published", "April 31, 2019 ",
        "https://[", "PARIS (Planet) - ",
    )
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=40).map("".join))


def draft_of_any(text: str) -> ArticleDraft:
    return draft_article(RawArticle("any", b"", "text/plain", text), REGISTER)


def spans_of(draft: ArticleDraft) -> list[Span]:
    """What of the source is shown or was removed."""
    return [one.source for one in draft.passages] + [one.source for one in draft.removed]


@given(TEXTS)
def test_any_text_can_be_drafted(text: str) -> None:
    draft = draft_of_any(text)
    whole, shown = Span(0, len(text)), Span(0, len(draft.cleaned.text))
    assert all(whole.contains(passage.source) for passage in draft.passages)
    assert all(shown.contains(passage.cleaned) for passage in draft.passages)
    assert all(whole.contains(one.source) for one in draft.removed)


@given(TEXTS)
def test_passages_and_removed_ranges_are_in_order_and_apart(text: str) -> None:
    draft = draft_of_any(text)
    spans = sorted(spans_of(draft))
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(one.source < two.source for one, two in pairwise(draft.passages))


@given(TEXTS)
def test_nothing_that_can_be_read_is_lost(text: str) -> None:
    draft = draft_of_any(text)
    kept = [False] * len(text)
    for span in spans_of(draft):
        kept[span.start : span.end] = [True] * len(span)
    lost = [char for char, is_kept in zip(text, kept, strict=True) if not is_kept]
    assert not any(char.isalnum() for char in lost)


@given(TEXTS)
def test_every_take_holds_in_the_source(text: str) -> None:
    draft = draft_of_any(text)
    for take in draft.takes:
        assert take.anchor.holds_in(text)
        assert all(take.anchor.exact)
        assert take.chain
        assert take.sentence is None or take.sentence.end <= len(text)
        assert take.attribution is None or take.attribution.end <= len(text)
    places = [take.anchor.segments for take in draft.takes]
    assert places == sorted(places)


@given(TEXTS, st.data())
def test_what_is_shown_leads_back_to_where_it_stands(text: str, data: st.DataObject) -> None:
    draft = draft_of_any(text)
    cleaned = draft.cleaned
    for passage in draft.passages:
        assert cleaned.cleaned_span(passage.source) == passage.cleaned
        assert cleaned.source_span(passage.cleaned) == passage.source
        start = data.draw(st.integers(passage.source.start, passage.source.end - 1))
        part = Span(start, data.draw(st.integers(start + 1, passage.source.end)))
        there = cleaned.cleaned_span(part)
        assert there is not None
        assert cleaned.source_span(there).contains(part)


def test_the_same_words_have_the_same_fingerprint(draft_of: DraftOf) -> None:
    assert draft_of("One text.").fingerprint == draft_of("One text.").fingerprint
    assert draft_of("One text.").fingerprint != draft_of("Another text.").fingerprint


def test_no_line_end_at_the_end_changes_nothing(draft_of: DraftOf) -> None:
    text = "Headline\n“It is late,” said Ann Lee."
    assert [take.anchor.segments for take in draft_of(text).takes] == [
        take.anchor.segments for take in draft_of(text + "\n").takes
    ]
    assert draft_of(text).passages == draft_of(text + "\n").passages


def test_a_long_text_without_paragraphs(draft_of: DraftOf) -> None:
    sentence = '"It is late," said Ann Lee. '
    draft = draft_of(sentence * 20_000)
    assert len(draft.takes) == 20_000
    assert draft.takes[-1].anchor.exact == ("It is late,",)
