"""How a take is found again: its exact words, what stands around them, and where they stood."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from summit_reader.domain.spans import Span

CONTEXT = 32
"""Characters of context kept on each side, as W3C Web Annotation quote selectors commonly do."""

FARTHEST = 4
"""How many times as long other words may be than those that stood in their place."""


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
        best: tuple[int, int] | None = None
        found: tuple[Span, ...] = ()
        for segments in self._places(source):
            likeness = self._likeness(source, segments)
            rank = (-likeness, abs(segments[0].start - self.segments[0].start))
            if best is None or rank < best:
                best, found = rank, segments
        return Anchor.of(source, found) if found else None

    def gap_in(self, source: str) -> Span | None:
        """Where words that are gone would stand in `source`: between what stood around them.

        None if that is gone too, or has come to stand far apart.
        """
        start = source.find(self.prefix) if self.prefix else 0
        if start < 0:
            return None
        start += len(self.prefix)
        end = source.find(self.suffix, start) if self.suffix else len(source)
        longest = FARTHEST * (self.segments[-1].end - self.segments[0].start + CONTEXT)
        return Span(start, end) if 0 <= end - start <= longest else None

    def _places(self, source: str) -> Iterator[tuple[Span, ...]]:
        """Wherever the segments stand one after the other; each part of `source` is read once."""
        reached = [-1] * len(self.exact)
        start = 0
        while True:
            segments: list[Span] = []
            for number, words in enumerate(self.exact):
                if reached[number] < start:
                    reached[number] = source.find(words, start)
                at = reached[number]
                if at < 0:
                    return
                segments.append(Span(at, at + len(words)))
                start = at + len(words)
            yield tuple(segments)
            start = segments[0].start + 1

    def _likeness(self, source: str, segments: tuple[Span, ...]) -> int:
        before, after = segments[0].start, segments[-1].end
        likeness = _common_suffix(source[max(before - CONTEXT, 0) : before], self.prefix)
        return likeness + _common_prefix(source[after : after + CONTEXT], self.suffix)


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
