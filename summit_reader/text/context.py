"""The sentences around a take, for whoever has only the take before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span, covering
from summit_reader.text.languages import languages
from summit_reader.text.quotations import find_quotations
from summit_reader.text.takes import PROSE
from summit_reader.text.tokens import paragraph_of

_OPENING = " “„«‘\""
_CLOSING = " ”»’\""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before and after some words; empty where nothing does."""

    before: str
    after: str


def context_of(
    cleaned: CleanedText, passages: Sequence[Passage], segments: Sequence[Span], language: str
) -> Context:
    """The words around `segments` of the source text, of which there is at least one.

    What else stands in their sentences, and the sentence before and after those; a sentence of the
    paragraphs beside it where theirs begins or ends. Nothing for words that are not shown.
    """
    at = cleaned.cleaned_span(covering(tuple(segments)))
    places = [passage.cleaned for passage in passages if passage.kind in PROSE]
    inside = [number for number, place in enumerate(places) if at and place.overlaps(at)]
    if at is None or not inside:
        return Context("", "")
    near = places[max(inside[0] - 1, 0) : inside[-1] + 2]
    sentences = list(_sentences(cleaned.text, near, language))
    own = [number for number, sentence in enumerate(sentences) if sentence.overlaps(at)]
    if not own:
        return Context("", "")
    first = sentences[max(own[0] - 1, 0)].start
    last = sentences[min(own[-1] + 1, len(sentences) - 1)].end
    # The marks around the words go with the words.
    return Context(
        _line(cleaned.text[min(first, at.start) : at.start]).rstrip(_OPENING),
        _line(cleaned.text[at.end : max(last, at.end)]).lstrip(_CLOSING),
    )


def _sentences(text: str, places: Sequence[Span], language: str) -> Iterator[Span]:
    spoken = languages().named(language)
    quotations = find_quotations(text, places)
    for number, place in enumerate(places):
        within = [one for one in quotations if one.paragraph == number]
        paragraph = paragraph_of(text, place, number, within, spoken)
        for first, after in paragraph.sentences:
            yield paragraph.span(first, after)


def _line(words: str) -> str:
    return " ".join(words.split())
