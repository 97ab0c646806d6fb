"""What the reader puts right about takes, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Role, Take, Voice


@dataclass(frozen=True, slots=True)
class Attributed:
    """Whose words the reader says they are. Without a `speaker` the outlet itself speaks.

    `outlet` is a name or alias; an empty one means the outlet of the article.
    """

    speaker: Voice | None
    outlet: str
    role: Role


@dataclass(frozen=True, slots=True)
class TakeRecord:
    """All that is kept of a take.

    `found` are the words that rules credited and the reader has put otherwise since: what rules
    find there is this take. A take merged into another one is `replaced_by` it and not listed.
    """

    take: Take
    found: tuple[Anchor, ...] = ()
    replaced_by: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One step of the reader's: takes as they were and as they are, in the same order.

    The first one is the take at hand, or the one that the step made. A made take counts as
    rejected before the step: its number is never used for another.
    """

    before: tuple[TakeRecord, ...]
    after: tuple[TakeRecord, ...]

    @property
    def undone(self) -> Correction:
        """The step that takes this one back."""
        return Correction(self.after, self.before)


@dataclass(frozen=True, slots=True)
class TakeInText:
    """A take and the text it was read in, for lists that go across texts."""

    take: Take
    source: Source


@dataclass(frozen=True, slots=True)
class Renewal:
    """What reading texts anew has changed, in numbers: texts, and what became of their takes."""

    texts: int = 0
    added: int = 0
    changed: int = 0
    gone: int = 0
    lost: int = 0

    def __add__(self, other: Renewal) -> Renewal:
        return Renewal(
            self.texts + other.texts,
            self.added + other.added,
            self.changed + other.changed,
            self.gone + other.gone,
            self.lost + other.lost,
        )
