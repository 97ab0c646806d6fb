"""Two wordings of a statement held against each other, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take


class Verdict(StrEnum):
    """How two wordings agree; typographic marks, case and accents make no difference.

    Trimmed ones lack words, altered ones have others in their place without saying so. Different
    ones share too little to be called versions of one statement.
    """

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    ALTERED = "altered"
    DIFFERENT = "different"


class StretchKind(StrEnum):
    """What a stretch is: in both wordings, put otherwise, or in one of them only."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_FIRST = "only first"
    ONLY_SECOND = "only second"


_MIRRORED = {
    StretchKind.ONLY_FIRST: StretchKind.ONLY_SECOND,
    StretchKind.ONLY_SECOND: StretchKind.ONLY_FIRST,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the two wordings that belong together, as spans of each.

    The span of a wording that has no words here is empty and stands before its next word.
    `declared` means that the print itself tells of it, by an ellipsis or by square brackets.
    """

    kind: StretchKind
    first: Span
    second: Span
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Collation:
    """Two wordings with their stretches in order; `whole` is False where the ends were too long."""

    first: str
    second: str
    verdict: Verdict
    stretches: tuple[Stretch, ...]
    whole: bool = True

    def mirrored(self) -> Collation:
        """The same with the wordings in the other order."""
        return Collation(
            self.second,
            self.first,
            self.verdict,
            tuple(
                Stretch(_MIRRORED.get(each.kind, each.kind), each.second, each.first, each.declared)
                for each in self.stretches
            ),
            self.whole,
        )

    @property
    def left_out_of_first(self) -> tuple[str, ...]:
        """What only the second wording has, run by run."""
        return tuple(
            stretch.second.of(self.second)
            for stretch in self.stretches
            if stretch.kind is StretchKind.ONLY_SECOND
        )

    @property
    def left_out_of_second(self) -> tuple[str, ...]:
        """What only the first wording has, run by run."""
        return tuple(
            stretch.first.of(self.first)
            for stretch in self.stretches
            if stretch.kind is StretchKind.ONLY_FIRST
        )

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """What is put otherwise: the words of the first and of the second wording."""
        return tuple(
            (stretch.first.of(self.first), stretch.second.of(self.second))
            for stretch in self.stretches
            if stretch.kind is StretchKind.CHANGED
        )


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Quoted words held against a text they are said to come from.

    `place` is where the text has them, widened to whole sentences; the second wording of the
    `collation` is what stands there. Both are None where the text does not have them, and the
    verdict is then `DIFFERENT`. What the sentences go on with is no cut.
    """

    verdict: Verdict
    place: Span | None = None
    collation: Collation | None = None


class Tie(StrEnum):
    """Why two takes are held against each other; the same words make it certain."""

    SAME_WORDS = "same words"
    SAME_SPEAKER = "same speaker"


@dataclass(frozen=True, slots=True)
class Version:
    """Another article's version of a take; the take itself is the first wording of `collation`.

    `runs` are the words in a row that both have, as they stand in the take; empty for a tie by the
    speaker alone.
    """

    take: Take
    tie: Tie
    collation: Collation
    runs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """Two takes of different articles that carry the same words, with the longest run of them."""

    first: Take
    second: Take
    run: str
    collation: Collation
