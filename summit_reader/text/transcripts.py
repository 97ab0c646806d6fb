"""Transcripts: turns that begin with a label, "Q: … A: …" or "ROE: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from summit_reader.domain.spans import Span
from summit_reader.text.tokens import Paragraph

FEWEST_TURNS = 3
"""Turns below which labels are words before a colon, and no transcript."""

_LABEL = re.compile(r"[“\"‘']?(?P<label>[A-ZÀ-Þ](?:[A-ZÀ-Þ.’' -]{1,30}[A-ZÀ-Þ])?):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in a transcript."""

    label: str
    words: Span


@dataclass(frozen=True, slots=True)
class Transcript:
    """The labels that open turns in one text; none in a text that is no transcript."""

    labels: frozenset[str]

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Transcript:
        """The labels that recur at the beginning of `paragraphs`."""
        counts = Counter(match["label"] for one in paragraphs if (match := _match(one)) is not None)
        if sum(counts.values()) < FEWEST_TURNS or max(counts.values()) < 2:  # noqa: PLR2004 - it recurs
            return cls(frozenset())
        return cls(frozenset(counts))

    def turn_in(self, paragraph: Paragraph) -> Turn | None:
        """The turn that `paragraph` is, if it is one."""
        if not self.labels:
            return None
        match = _match(paragraph)
        if match is None or match["label"] not in self.labels:
            return None
        end = paragraph.place.end
        while end > match.end() and paragraph.text[end - 1] in " ”’'\"":
            end -= 1
        return Turn(match["label"], Span(match.end(), max(match.end(), end)))


def _match(paragraph: Paragraph) -> re.Match[str] | None:
    return _LABEL.match(paragraph.text, paragraph.place.start, paragraph.place.end)
