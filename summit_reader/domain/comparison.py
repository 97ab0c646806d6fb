"""What the reader keeps: takes pinned to a comparison, with notes, an order and an own take."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.article import Metadata
from summit_reader.domain.take import Take


@dataclass(frozen=True, slots=True)
class Source:
    """Where a take was read: the article's number in the library, title and metadata."""

    article_id: int
    title: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Clipping:
    """A kept take: the words as they were when pinned, and where they came from.

    `id` is a UUID chosen by whoever pins, so that undoing and redoing brings back the same one.
    `column` counts from 0 (A); `position` orders the clippings of a comparison.
    """

    id: str
    take: Take
    source: Source
    column: int
    position: int
    note: str = ""

    @property
    def is_excerpt(self) -> bool:
        """Whether its text is not in this library: it came with a hand-out, under no number."""
        return self.source.article_id < 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A board: clippings in the reader's order and what the reader makes of them."""

    id: int
    name: str
    my_take: str
    clippings: tuple[Clipping, ...]
