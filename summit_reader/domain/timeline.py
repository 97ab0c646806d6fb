"""What was covered when: stretches of days against outlets or points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Point
from summit_reader.domain.take import Take


class LaneKind(StrEnum):
    """What the lanes of a timeline are."""

    OUTLETS = "outlets"
    POINTS = "points"


class Unit(StrEnum):
    """How long a stretch is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Covered:
    """A text, or a take on a point, with the day of its text; `day` is None without a date."""

    article_id: int
    title: str
    outlet: OutletRef
    day: date | None = None
    take: Take | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """What an outlet or a point has in each stretch, and what has no date."""

    name: str
    cells: tuple[tuple[Covered, ...], ...]
    undated: tuple[Covered, ...]

    @property
    def total(self) -> int:
        """How much there is in all."""
        return sum(map(len, self.cells)) + len(self.undated)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes over stretches that follow each other; `stretches` holds the first day of each.

    A stretch in which nothing was published stands there, too, unless years lie between.
    """

    unit: Unit
    stretches: tuple[date, ...]
    lanes: tuple[Lane, ...]

    @property
    def most(self) -> int:
        """What the fullest cell holds; 0 where nothing is."""
        cells = (cell for lane in self.lanes for cell in (*lane.cells, lane.undated))
        return max(map(len, cells), default=0)
