"""The sentences around a take, for whoever has only the take before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span, covering
from summit_reader.text.languages import languages
from summit_reader.text.takes import PROSE
from summit_reader.text.tokens import paragraph_of

_OPENING = ' “„«‘"'
_CLOSING = ' ,”»’"'
_TWO = 2
"""Sentences: the one that the words stand in, and the one beside it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before and after some words; empty where nothing does."""

    before: str
    after: str


def context_of(
    cleaned: CleanedText, passages: Sequence[Passage], segments: Sequence[Span], language: str
) -> Context:
    """The words around `segments` of the source text, of which there is at least one.

    What else stands in their sentences, and the sentence before and after those; that of the next
    paragraph where theirs begins or ends. Nothing for words that are not shown.
    """
    at = cleaned.cleaned_span(covering(tuple(segments)))
    inside = [place for place, passage in enumerate(passages) if at and _is_near(passage, at)]
    if at is None or not inside:
        return Context("", "")
    first, last = inside[0], inside[-1]
    before = _sentences(cleaned.text, passages[first], language)
    after = _sentences(cleaned.text, passages[last], language)
    starts = [one.start for one in before if one.start <= at.start]
    ends = [one.end for one in after if one.end >= at.end]
    start = starts[-2:][0] if starts else at.start
    end = ends[:2][-1] if ends else at.end
    above = below = ""
    if len(starts) < _TWO and first > 0 and passages[first - 1].kind in PROSE:
        above = _sentence(cleaned.text, passages[first - 1], language, -1)
    if len(ends) < _TWO and last + 1 < len(passages) and passages[last + 1].kind in PROSE:
        below = _sentence(cleaned.text, passages[last + 1], language, 0)
    # The marks around the words go with the words.
    return Context(
        _line(f"{above} {cleaned.text[start : at.start]}").rstrip(_OPENING),
        _line(f"{cleaned.text[at.end : end].lstrip(_CLOSING)} {below}"),
    )


def _is_near(passage: Passage, at: Span) -> bool:
    return passage.kind in PROSE and passage.cleaned.overlaps(at)


def _sentence(text: str, passage: Passage, language: str, place: int) -> str:
    sentences = _sentences(text, passage, language)
    return sentences[place].of(text) if sentences else ""


def _sentences(text: str, passage: Passage, language: str) -> list[Span]:
    # Without the quotations in it: one that runs over a paragraph would be a single sentence.
    paragraph = paragraph_of(text, passage.cleaned, 0, (), languages().named(language))
    return [paragraph.span(first, after) for first, after in paragraph.sentences]


def _line(words: str) -> str:
    return " ".join(words.split())
