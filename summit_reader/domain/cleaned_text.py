"""The reader's view of a source text, and the way back from it.

The source text is never changed: anchors and removed ranges refer to it. What the reader sees is a
sequence of pieces of it, some shown as they stand, some shown otherwise (a hard line break as a
blank, a missing blank put in). So restoring a removed line or changing a rule moves no anchor.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from summit_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """The stretch `source` of the source text, shown as `shown`.

    An empty `source` is an insertion; equal length and content is a plain copy.
    """

    source: Span
    shown: str


@dataclass(frozen=True)
class CleanedText:
    """A source text as the reader sees it: `pieces` in ascending, non-overlapping order.

    Raises:
        ValueError: if the pieces overlap, go backwards or leave the source.
    """

    source: str
    pieces: tuple[Piece, ...]

    def __post_init__(self) -> None:
        reached = 0
        for piece in self.pieces:
            if piece.source.start < reached or piece.source.end > len(self.source):
                message = f"piece out of order or outside the source: {piece.source}"
                raise ValueError(message)
            reached = piece.source.end

    @cached_property
    def text(self) -> str:
        """All that is shown, in one string."""
        return "".join(piece.shown for piece in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, reached = [], 0
        for piece in self.pieces:
            starts.append(reached)
            reached += len(piece.shown)
        return starts

    @cached_property
    def _source_starts(self) -> list[int]:
        return [piece.source.start for piece in self.pieces]

    @cached_property
    def _copies(self) -> list[bool]:
        """Which of the pieces are shown as the source has them."""
        return [piece.shown == piece.source.of(self.source) for piece in self.pieces]

    def cleaned_span(self, span: Span) -> Span | None:
        """Where the source stretch `span` is shown; None if nothing of it is."""
        first = last = None
        begin = max(bisect_right(self._source_starts, span.start) - 1, 0)
        for number in range(begin, len(self.pieces)):
            piece = self.pieces[number]
            if piece.source.start >= span.end:
                break
            if not piece.shown or not piece.source.overlaps(span):
                continue
            at = self._starts[number]
            start, end = at, at + len(piece.shown)
            if self._copies[number]:
                start = at + max(span.start - piece.source.start, 0)
                end = at + min(span.end, piece.source.end) - piece.source.start
            first = start if first is None else first
            last = end
        return None if first is None or last is None else Span(first, last)

    def source_span(self, span: Span) -> Span:
        """The smallest source stretch that is shown at `span` of the cleaned text."""
        first = last = None
        begin = max(bisect_right(self._starts, span.start) - 1, 0)
        for number in range(begin, len(self.pieces)):
            at, piece = self._starts[number], self.pieces[number]
            if at >= span.end:
                break
            if at + len(piece.shown) <= span.start:
                continue
            start, end = piece.source.start, piece.source.end
            if self._copies[number]:
                start += max(span.start - at, 0)
                end = piece.source.start + min(span.end - at, len(piece.shown))
            first = start if first is None else first
            last = end
        if first is None or last is None:
            return Span(len(self.source), len(self.source))
        return Span(first, last)
