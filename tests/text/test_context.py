from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.article import ArticleDraft, Hints, RawArticle
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.spans import Span
from summit_reader.text.articles import draft_article
from summit_reader.text.context import Context, context_of

TEXT = """Harbour to close for good

The council met on Monday. It was a long evening.

The hall was full. “We will close the harbour,” said Ada Byrne. “Nobody will pay. Not a cent.” \
Fishermen left before the vote.

A crane was sold last year. It will not come back.
"""


def draft(text: str = TEXT) -> ArticleDraft:
    hints = Hints(outlet=OutletProfile("The Tide"))
    return draft_article(RawArticle("x", b"", "text/plain", text, hints), OutletRegister(()))


def around(words: str) -> Context:
    article = draft()
    start = article.cleaned.source.index(words)
    span = Span(start, start + len(words))
    return context_of(article.cleaned, article.passages, (span,), "en")


def test_the_rest_of_the_sentence_and_those_beside_it() -> None:
    assert around("We will close the harbour,") == Context(
        "The hall was full.", "said Ada Byrne. “Nobody will pay."
    )


def test_a_long_quotation_is_cut_at_its_sentences() -> None:
    assert around("Nobody will pay.") == Context(
        "“We will close the harbour,” said Ada Byrne.", "Not a cent.”"
    )


def test_at_the_end_of_a_paragraph_the_next_one_goes_on() -> None:
    assert around("Fishermen left before the vote.") == Context(
        "Not a cent.”", "A crane was sold last year."
    )


def test_at_the_beginning_of_a_text_nothing_stands_before() -> None:
    assert around("The council met on Monday.").before == ""
    assert around("It will not come back.").after == ""


@given(st.data())
def test_any_place_has_a_context_that_stands_in_the_text(data: st.DataObject) -> None:
    article = draft()
    source = article.cleaned.source
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start, len(source)))
    found = context_of(article.cleaned, article.passages, (Span(start, end),), "en")
    words = " ".join(source.split())
    for part in (found.before, found.after):
        assert all(word in words for word in part.split())
