"""What the reader keeps: takes pinned to a comparison, with notes, an order and an own take."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.article import Metadata
from summit_reader.domain.relation import TakeRelation
from summit_reader.domain.take import Take

COLUMNS = 6
"""Columns a comparison can have: A to F."""
FEWEST_COLUMNS = 2


class Colour(StrEnum):
    """What the reader marks a card with; it is always shown with its name."""

    BLUE = "blue"
    ORANGE = "orange"
    GREEN = "green"
    VIOLET = "violet"
    PINK = "pink"
    TEAL = "teal"


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
    `column` counts from 0 (A), `row` from 0 (the first).
    """

    id: str
    take: Take
    source: Source
    column: int
    row: int
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None

    @property
    def is_excerpt(self) -> bool:
        """Whether its text is not in this library: it came with a hand-out, under no number."""
        return self.source.article_id < 0


@dataclass(frozen=True, slots=True)
class LooseClipping:
    """A clipping without a take: words from outside the library, which nobody is credited with."""

    id: str
    words: str
    column: int
    row: int
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None


Card = Clipping | LooseClipping
"""What stands in a place of a comparison."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A board: clippings in rows and columns, and what the reader makes of them.

    Both kinds of clippings are in the reader's order: row by row, in a row from A on. No place
    holds two, and no row is empty. `titles` are those of the columns, blank where the reader gave
    none; there may be fewer or more of them than columns that hold something. `relations` is what
    the reader says of any two takes here.
    """

    id: int
    name: str
    my_take: str
    clippings: tuple[Clipping, ...]
    loose: tuple[LooseClipping, ...] = ()
    titles: tuple[str, ...] = ()
    relations: tuple[TakeRelation, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """All clippings, with or without a take, in the reader's order."""
        if not self.loose:
            return self.clippings
        cards: list[Card] = [*self.clippings, *self.loose]
        return tuple(sorted(cards, key=lambda card: (card.row, card.column)))

    @property
    def columns(self) -> int:
        """How many columns there are, empty ones with a place in `titles` included."""
        used = max((card.column + 1 for card in self.cards), default=0)
        return min(max(used, len(self.titles), FEWEST_COLUMNS), COLUMNS)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max((card.row + 1 for card in self.cards), default=0)

    def title(self, column: int) -> str:
        """What the reader calls the column; blank if nothing."""
        return self.titles[column] if column < len(self.titles) else ""

    def card(self, card_id: str) -> Card | None:
        """The clipping with that id, of either kind."""
        return next((card for card in self.cards if card.id == card_id), None)

    def relation(self, one: Card | None, other: Card | None) -> TakeRelation | None:
        """What the reader says of the takes of two cards."""
        if not isinstance(one, Clipping) or not isinstance(other, Clipping):
            return None
        return next(
            (said for said in self.relations if said.is_between(one.take.id, other.take.id)), None
        )


@dataclass(frozen=True, slots=True)
class BoardSummary:
    """A comparison in a list: how many cards of how many outlets it has.

    `is_binned` says that the reader has thrown it away, and can have it back.
    """

    id: int
    name: str
    cards: int
    outlets: int
    is_binned: bool = False
