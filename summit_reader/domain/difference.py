"""What two texts share and what each has alone, as facts and without a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What is compared. Words are compared by their stems, everything else as it is printed."""

    WORDS = "words"
    NAMES = "names"
    NUMBERS = "numbers"
    DATES = "dates"
    NEGATIONS = "negations"
    HEDGES = "hedges"


@dataclass(frozen=True, slots=True)
class FactDifference:
    """What of one kind is in both texts, in the first only, in the second only; as printed."""

    kind: FactKind
    shared: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """How many words each of two texts let somebody say; 0 where it does not."""

    speaker: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Differences:
    """What two texts share and what each has alone.

    Of the words, those are left out that the story has everywhere; they are in `common`.
    """

    facts: tuple[FactDifference, ...]
    common: tuple[str, ...]
    speeches: tuple[Speech, ...]

    def of(self, kind: FactKind) -> FactDifference:
        """What is shared and alone of one kind."""
        return next(fact for fact in self.facts if fact.kind is kind)
