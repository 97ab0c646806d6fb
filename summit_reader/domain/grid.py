"""Points and outlets as a table: who says something on what, and why there is nothing."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Absence, Point, PointTake
from summit_reader.domain.proposal import Proposal


@dataclass(frozen=True, slots=True)
class GridColumn:
    """An outlet by name; `outlet` is None where the library does not know it.

    `absence` is what its empty cells say: what is held of it is the same for every point.
    """

    name: str
    outlet: OutletRef | None
    absence: Absence = Absence.NOT_IN_LIBRARY


@dataclass(frozen=True, slots=True)
class GridCell:
    """An outlet's takes on a point in their order, or why there are none.

    `carries` counts the takes of others that a silent outlet carries on the point. `proposals` are
    what it may have on it, as in `OutletProposals`; while there are any, it is not called silent.
    """

    takes: tuple[PointTake, ...]
    absence: Absence | None = None
    carries: int = 0
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A point with a cell for each column, and how many outlets and voices are on it.

    Takes of the same speaker, and takes that carry the same words, are of one voice, whoever
    prints them: an agency in three papers is one.
    """

    point: Point
    cells: tuple[GridCell, ...]
    outlets: int
    voices: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The table, points in the reader's order."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
