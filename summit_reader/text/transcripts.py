"""Transcripts: turns that begin with a label, "Q: … A: …" or "ROE: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summit_reader.domain.spans import Span
from summit_reader.text.tokens import Paragraph

FEWEST_TURNS = 3
"""Turns below which labels are words before a colon, and no transcript."""
FEWEST_NAMED_TURNS = 4
"""The same where the labels are names in small letters."""
NAMED_SHARE = 0.5
"""Share of the paragraphs that such turns must make up."""

_LABEL = re.compile(r"[“\"‘']?(?P<label>[A-ZÀ-Þ](?:[A-ZÀ-Þ.’' -]{1,30}[A-ZÀ-Þ])?):\s+(?=\S)")
# Names in small letters before a colon are labels only if the text is made of them.
_NAME_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.’'-]{0,20}(?: [A-ZÀ-Þ][\w.’'-]{0,20}){0,3}):\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in a transcript."""

    label: str
    words: Span


@dataclass(frozen=True, slots=True)
class Transcript:
    """The labels that open turns in one text; none in a text that is no transcript."""

    labels: frozenset[str]
    pattern: re.Pattern[str] = _LABEL

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> Transcript:
        """The labels that recur at the beginning of `paragraphs`."""
        texts = list(paragraphs)
        counts = _labels(texts, _LABEL)
        if sum(counts.values()) >= FEWEST_TURNS and max(counts.values()) > 1:
            return cls(frozenset(counts))
        counts = _labels(texts, _NAME_LABEL)
        turns = sum(counts.values())
        is_dialogue = len(counts) > 1 and turns >= FEWEST_NAMED_TURNS and max(counts.values()) > 1
        if is_dialogue and turns >= NAMED_SHARE * len(texts):
            return cls(frozenset(counts), _NAME_LABEL)
        return cls(frozenset())

    def label_of(self, text: str) -> str:
        """The label that `text` begins with; empty if it is no turn."""
        match = self.pattern.match(text) if self.labels else None
        return match["label"] if match is not None and match["label"] in self.labels else ""

    def turn_in(self, paragraph: Paragraph) -> Turn | None:
        """The turn that `paragraph` is, if it is one."""
        if not self.labels:
            return None
        match = self.pattern.match(paragraph.text, paragraph.place.start, paragraph.place.end)
        if match is None or match["label"] not in self.labels:
            return None
        end = paragraph.place.end
        while end > match.end() and paragraph.text[end - 1] in " ”’'\"":
            end -= 1
        return Turn(match["label"], Span(match.end(), max(match.end(), end)))


def _labels(texts: Sequence[str], pattern: re.Pattern[str]) -> Counter[str]:
    matches = (pattern.match(text) for text in texts)
    return Counter(match["label"] for match in matches if match is not None)
