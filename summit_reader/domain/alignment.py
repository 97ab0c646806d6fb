"""Which parts of two texts speak to the same thing, how surely, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from summit_reader.domain.spans import Span


class ReasonKind(StrEnum):
    """What two parts have in common. Only the same words make a pair certain."""

    SAME_WORDS = "same words"
    SAME_SPEAKER = "same speaker"
    NAMES = "names"
    NUMBERS = "numbers"
    RARE_WORDS = "rare words"
    LIKE_WORDS = "like words"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with what bears it out, as the first part prints it; the most telling first."""

    kind: ReasonKind
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that is set beside others: a passage, or a take.

    `source` is its place in the source text, `speakers` who says something in it, each under one
    name whatever the text calls them.
    """

    article_id: int
    source: Span
    text: str
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Two parts on the same thing, by their numbers in the first and in the second text.

    `confidence` is how likely it is, 1 only where `is_certain`. That they speak to the same thing
    does not say that they agree.
    """

    first: int
    second: int
    confidence: float
    reasons: tuple[Reason, ...]
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts with the pairs of parts on the same thing, the surest first.

    `only_first` and `only_second` number the parts to which the other text more likely has
    nothing, in their order.
    """

    first: tuple[Part, ...]
    second: tuple[Part, ...]
    pairs: tuple[Counterparts, ...]
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]

    def mirrored(self) -> Alignment:
        """The same with the second text as the first."""
        pairs = tuple(replace(pair, first=pair.second, second=pair.first) for pair in self.pairs)
        return Alignment(self.second, self.first, pairs, self.only_second, self.only_first)

    def counterpart_of_first(self, number: int) -> Counterparts | None:
        """The surest pair of this part of the first text; None if the second has nothing on it."""
        return next((pair for pair in self.pairs if pair.first == number), None)
