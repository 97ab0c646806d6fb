"""What a selection of the reader's is as a take: how its words stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.passage import Passage
from summit_reader.domain.spans import Span, covering
from summit_reader.domain.take import TakeKind
from summit_reader.text.quotations import find_quotations

PARAGRAPH_BREAK = 2
"""Line breaks that part two paragraphs."""

_DOUBLE = '“”„‟«»"'
_MARKS = _DOUBLE + "‹›‘’‚'"
_SETTLED = frozenset({TakeKind.PRESS_REVIEW, TakeKind.ROUNDUP, TakeKind.THESIS})
"""Kinds that follow from where words stand in an article, not from their marks."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected words: their places in the source text, and what of them is between marks."""

    segments: tuple[Span, ...]
    quoted: tuple[Span, ...]
    sentence: Span | None

    def kind(self, *, has_speaker: bool, former: TakeKind | None = None) -> TakeKind:
        """How these words stand in the text, if somebody speaks or only the outlet does."""
        if former in _SETTLED:
            return former
        if self.segments == self.quoted:
            return TakeKind.DIRECT
        if not has_speaker:
            return TakeKind.NARRATIVE
        return TakeKind.MIXED if self.quoted else TakeKind.INDIRECT


def selection_of(
    cleaned: CleanedText, passages: Sequence[Passage], selected: Sequence[Span]
) -> Selection | None:
    """The words at `selected` places of the source text; None if there are none.

    Blanks at the ends are left out, and marks that enclose all of a segment: the words of a take
    stand between them.
    """
    source = cleaned.source
    segments = [_trimmed(source, span) for span in _joined(source, selected)]
    segments = [span for span in segments if any(char.isalnum() for char in span.of(source))]
    if not segments:
        return None
    quotations = find_quotations(cleaned.text, [passage.cleaned for passage in passages])
    inner = [cleaned.source_span(one.inner) for one in quotations if len(one.inner)]
    quoted = tuple(
        Span(max(segment.start, span.start), min(segment.end, span.end))
        for segment in segments
        for span in inner
        if segment.overlaps(span)
    )
    around = [passage.source for passage in passages if passage.source.overlaps(segments[0])]
    return Selection(tuple(segments), quoted, covering(tuple(around)) if around else None)


def _joined(source: str, selected: Sequence[Span]) -> list[Span]:
    """The spans in order, those made one that overlap or follow each other in one paragraph."""
    joined: list[Span] = []
    within = [
        Span(one.start, min(one.end, len(source))) for one in selected if one.start < len(source)
    ]
    for span in sorted(within):
        between = source[joined[-1].end : span.start] if joined else ""
        if joined and not between.strip() and between.count("\n") < PARAGRAPH_BREAK:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _trimmed(source: str, span: Span) -> Span:
    words = span.of(source)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    inner = source[start + 1 : end - 1]
    is_enclosed = end - start > 1 and source[start] in _MARKS and source[end - 1] in _MARKS
    # Inner marks mean that the outer ones belong to two quotations, not to one.
    if is_enclosed and not any(char in _DOUBLE for char in inner):
        return Span(start + 1, end - 1)
    return Span(start, end)
