"""What outlets may have on a point: proposed with evidence, and stored by nobody but the reader."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.alignment import Part, Reason
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Absence, Point, PointTake
from summit_reader.domain.take import Role, Take


@dataclass(frozen=True, slots=True)
class Proposal:
    """A take that may be on a point, or a passage, which becomes a take if it is accepted.

    `confidence` is how likely it is, `reasons` why it is thought so. A weak one is shown as weak.
    `take` is None for a passage; `role` is the take's, or the one the passage would have.
    """

    part: Part
    outlet: OutletRef
    role: Role
    confidence: float
    is_weak: bool
    reasons: tuple[Reason, ...]
    take: Take | None = None


@dataclass(frozen=True, slots=True)
class OutletProposals:
    """An outlet on a point: what is on it already, and what may be, the likeliest first.

    Where there is neither, `absence` says what that means; `carries` is as in a grid's cell.
    """

    outlet: OutletRef
    takes: tuple[PointTake, ...]
    proposals: tuple[Proposal, ...]
    absence: Absence | None = None
    carries: int = 0

    @property
    def best(self) -> Proposal | None:
        """The likeliest proposal; None means “no take found”, unless `takes` has some."""
        return self.proposals[0] if self.proposals else None


@dataclass(frozen=True, slots=True)
class PointProposals:
    """A point with every outlet: those on it first, then by what may be, then the absent ones.

    `outlets_on` and `voices` count what is on the point: proposals are nobody's take on it yet.
    """

    point: Point
    outlets: tuple[OutletProposals, ...]
    outlets_on: int
    voices: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A word or name that several outlets have, offered as a point; `outlets` have it."""

    words: str
    outlets: int
    texts: int
