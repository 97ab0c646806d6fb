"""Questions on which takes are set side by side, and what the reader decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.relation import TakeRelation
from summit_reader.domain.take import Take


class Decision(StrEnum):
    """Whether a take belongs to a point."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class DecidedBy(StrEnum):
    """Whose decision it was. What the reader decided is never overruled."""

    READER = "reader"
    CATALOGUE = "catalogue"
    PROGRAM = "program"


class Absence(StrEnum):
    """Why an outlet has no take on a point: four different facts, only the first is about it."""

    SILENT = "silent"
    EXCERPT_ONLY = "excerpt only"
    CUT = "cut"
    NOT_IN_LIBRARY = "not in library"


class PointOrigin(StrEnum):
    """Where the words of a new point come from, if they are not typed."""

    HEADLINE = "headline"
    THESIS = "thesis"
    HEADING = "question heading"
    SELECTION = "selection"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Point:
    """A question in the reader's words. `first_pair` are the takes to open first, by id.

    `second_phrase` says in other words what is meant, where the question alone is too vague.
    """

    id: int
    question: str
    position: int
    first_pair: tuple[int, int] | None = None
    second_phrase: str = ""


@dataclass(frozen=True, slots=True)
class PointSummary:
    """A point with the number of takes on it, of outlets and of texts they come from."""

    point: Point
    takes: int
    outlets: int
    texts: int


@dataclass(frozen=True, slots=True)
class AbsentOutlet:
    """An outlet without a take on a point; `carries` counts the takes of others it carries."""

    outlet: OutletRef
    absence: Absence
    carries: int = 0


@dataclass(frozen=True, slots=True)
class PointTake:
    """A take as it belongs to a point."""

    take: Take
    decision: Decision
    decided_by: DecidedBy


@dataclass(frozen=True, slots=True)
class PointView:
    """All that a point shows: its takes in order, and who is not here.

    An outlet's takes stand together unless the reader has ordered them otherwise. `voices` counts
    the independent ones, as in a `GridRow`; `relations` are those between takes that are shown.
    """

    summary: PointSummary
    takes: tuple[PointTake, ...]
    absent: tuple[AbsentOutlet, ...]
    voices: int = 0
    relations: tuple[TakeRelation, ...] = ()
