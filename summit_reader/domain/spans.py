"""Stretches of text, counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` of code points in some text.

    Raises:
        ValueError: if the range is negative or reversed.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start}-{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that lie in this span.

        >>> Span(2, 6).of("a flat b")
        'flat'
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def distance_to(self, others: Iterable[Span]) -> int:
        """Characters between this and the nearest of `others`; none if they touch or overlap."""
        return min(max(self.start - one.end, one.start - self.end, 0) for one in others)

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` characters further on."""
        return Span(self.start + by, self.end + by)


def covering(spans: tuple[Span, ...]) -> Span:
    """The smallest span that holds all of `spans`, which must not be empty."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
