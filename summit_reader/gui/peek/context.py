"""The paragraph before some words, the one they stand in, and the one after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summit_reader.domain.article import Article
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span, covering
from summit_reader.gui.naming import OutletNames

AROUND, WITHIN = 420, 1_000
"""Characters shown of a paragraph beside the words, and of the one they stand in."""


@dataclass(frozen=True, slots=True)
class Context:
    """`words` has the words themselves at `marks`; `before` and `after` may be empty."""

    before: str
    words: str
    marks: tuple[Span, ...]
    after: str


def context_of(article: Article, words: Sequence[Span], names: OutletNames) -> Context | None:
    """What stands around these stretches of the source text, as it is to be shown.

    None where none of them is shown in the article.
    """
    passages = article.passages
    here = [n for n, one in enumerate(passages) if any(one.source.overlaps(w) for w in words)]
    shown = [article.cleaned.cleaned_span(one) for one in words]
    places = [place for place in shown if place is not None]
    if not here or not places:
        return None
    text = "\n".join(names.passage_text(passages[n], article) for n in here)
    marks = _marks([passages[n] for n in here], places)
    before = names.passage_text(passages[here[0] - 1], article) if here[0] else ""
    after = ""
    if here[-1] + 1 < len(passages):
        after = names.passage_text(passages[here[-1] + 1], article)
    text, marks = _around(text, marks)
    return Context(_end_of(before), text, marks, _beginning_of(after))


def _marks(passages: Sequence[Passage], places: Sequence[Span]) -> tuple[Span, ...]:
    found, start = [], 0
    for passage in passages:
        for place in places:
            first = max(place.start, passage.cleaned.start) - passage.cleaned.start
            last = min(place.end, passage.cleaned.end) - passage.cleaned.start
            if first < last:
                found.append(Span(start + first, start + last))
        start += len(passage.cleaned) + 1
    return tuple(found)


def _around(text: str, marks: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """A long paragraph cut to what stands around the words."""
    if len(text) <= WITHIN or not marks:
        return text, marks
    whole = covering(marks)
    first = max(min(whole.start - WITHIN // 4, len(text) - WITHIN), 0)
    last = min(max(first + WITHIN, whole.end), first + 2 * WITHIN)
    lead, tail = "…" if first else "", "…" if last < len(text) else ""
    cut = lead + text[first:last] + tail
    kept = [Span(max(m.start, first), min(m.end, last)) for m in marks if m.start < last]
    return cut, tuple(mark.shifted(len(lead) - first) for mark in kept if mark.start < mark.end)


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else "…" + text[-AROUND:].partition(" ")[2]


def _beginning_of(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + "…"
