"""How a take is found again: its exact words, what stands around them, and where they stood."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import pairwise

from summit_reader.domain.spans import Span

CONTEXT = 32
"""Characters of context kept on each side, as W3C Web Annotation quote selectors commonly do."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words in a source text. `segments` are in ascending order; a split quotation has several."""

    segments: tuple[Span, ...]
    exact: tuple[str, ...]
    prefix: str
    suffix: str
    digest: str

    @classmethod
    def of(cls, source: str, segments: tuple[Span, ...]) -> Anchor:
        """The anchor of `segments` in `source`.

        Raises:
            ValueError: if there is no segment, or segments overlap or run backwards.
        """
        if not segments:
            message = "an anchor needs at least one segment"
            raise ValueError(message)
        if any(one.end > two.start for one, two in pairwise(segments)):
            message = "segments overlap or run backwards"
            raise ValueError(message)
        exact = tuple(segment.of(source) for segment in segments)
        return cls(
            segments=segments,
            exact=exact,
            prefix=source[max(segments[0].start - CONTEXT, 0) : segments[0].start],
            suffix=source[segments[-1].end : segments[-1].end + CONTEXT],
            digest=digest(exact),
        )

    def holds_in(self, source: str) -> bool:
        """Whether the words still stand where they stood."""
        return tuple(segment.of(source) for segment in self.segments) == self.exact

    def found_in(self, source: str) -> Anchor | None:
        """This anchor moved to where its words stand in `source`; None if they are gone.

        Of several places the one whose surroundings agree best wins, then the nearest.
        """
        if self.holds_in(source):
            return self
        places = []
        at = source.find(self.exact[0])
        while at >= 0:
            segments = self._segments_from(source, at)
            if segments is not None:
                moved = Anchor.of(source, segments)
                likeness = _common_suffix(moved.prefix, self.prefix)
                likeness += _common_prefix(moved.suffix, self.suffix)
                places.append((-likeness, abs(at - self.segments[0].start), moved))
            at = source.find(self.exact[0], at + 1)
        return min(places, key=lambda place: place[:2])[2] if places else None

    def _segments_from(self, source: str, at: int) -> tuple[Span, ...] | None:
        segments = []
        for words in self.exact:
            at = source.find(words, at)
            if at < 0:
                return None
            segments.append(Span(at, at + len(words)))
            at += len(words)
        return tuple(segments)


def digest(exact: tuple[str, ...]) -> str:
    """SHA-256 over the segments, which are kept apart by a character no text may hold."""
    return hashlib.sha256("\0".join(exact).encode("utf-8", "surrogatepass")).hexdigest()


def _common_prefix(one: str, two: str) -> int:
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count


def _common_suffix(one: str, two: str) -> int:
    return _common_prefix(one[::-1], two[::-1])
