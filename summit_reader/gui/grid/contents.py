"""What the grid needs of the library, asked in one go and off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from summit_reader.bootstrap import Services
from summit_reader.domain.grid import Grid, GridCell, GridColumn, GridRow
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.story import Story

CARRIERS = 2
"""How many of those who quote an outlet an empty cell has room for."""


class Order(Enum):
    """How the outlets stand; `SHUFFLED` so that none of them always comes first."""

    NAME = "name"
    TAKES = "takes"
    SHUFFLED = "shuffled"


@dataclass(frozen=True, slots=True)
class GridContents:
    """The table, the stories it can be held to, and the one it is held to, if any.

    `takes` counts what each column has on all points; `carriers` names who quotes it, so that an
    outlet that is known by excerpts alone says through whom. `narrowing` is what was let in.
    """

    grid: Grid
    takes: tuple[int, ...]
    carriers: tuple[str, ...]
    stories: tuple[Story, ...] = ()
    story: Story | None = None
    narrowing: Narrowing | None = None


def contents_of(
    services: Services,
    story_id: int | None,
    beside: Sequence[str],
    narrowing: Narrowing | None = None,
) -> GridContents:
    """The table of a story, or of the whole library where that is None or no longer there.

    With a narrowing only what counts is in it.
    """
    stories = services.gathering.stories()
    story = next((each for each in stories if each.id == story_id), None)
    within = story.id if story is not None else None
    grid = services.comparing.grid(story_id=within, beside=beside, narrowing=narrowing)
    if within is not None:
        grid = replace(grid, rows=_of_interest(services, grid))
    columns = range(len(grid.columns))
    takes = tuple(sum(len(row.cells[at].takes) for row in grid.rows) for at in columns)
    carriers = tuple(_carriers(grid, at) for at in columns)
    return GridContents(grid, takes, carriers, stories, story, narrowing)


def completed(services: Services, contents: GridContents, token: CancelToken) -> GridContents:
    """The same with what is proposed in cells without a take, a point at a time.

    Raises:
        Cancelled: if nobody wants it any more.
    """
    grid, rows = contents.grid, []
    within = contents.story.id if contents.story is not None else None
    for row in grid.rows:
        token.checkpoint()
        (found,) = services.proposing.completed(replace(grid, rows=(row,)), within).rows
        rows.append(_counting(found, row, contents.narrowing))
    return replace(contents, grid=replace(grid, rows=tuple(rows)))


def ordered(contents: GridContents, order: Order, shuffled: Sequence[str]) -> list[GridColumn]:
    """The columns in this order; `shuffled` are names as they fell, for the last of the orders."""
    columns = list(contents.grid.columns)
    match order:
        case Order.NAME:
            return columns
        case Order.TAKES:
            counts = dict(zip(columns, contents.takes, strict=True))
            return sorted(columns, key=lambda column: -counts[column])
        case Order.SHUFFLED:
            rank = {name: number for number, name in enumerate(shuffled)}
            return sorted(columns, key=lambda column: rank.get(column.name, len(rank)))


def _counting(found: GridRow, before: GridRow, narrowing: Narrowing | None) -> GridRow:
    """The row with those of its proposals that count; a cell left without any is as it was."""
    if narrowing is None:
        return found
    cells: list[GridCell] = []
    for cell, bare in zip(found.cells, before.cells, strict=True):
        left = tuple(one for one in cell.proposals if one.part.article_id in narrowing.holding)
        cells.append(replace(cell, proposals=left) if left or not cell.proposals else bare)
    return replace(found, cells=tuple(cells))


def _of_interest(services: Services, grid: Grid) -> tuple[GridRow, ...]:
    """The points with takes in a story, and those that nobody speaks to anywhere yet."""
    new = {each.point.id for each in services.comparing.points() if not each.takes}
    return tuple(row for row in grid.rows if row.outlets or row.point.id in new)


def _carriers(grid: Grid, at: int) -> str:
    through = dict.fromkeys(
        each.take.via for row in grid.rows for each in row.cells[at].takes if each.take.via
    )
    return ", ".join(list(through)[:CARRIERS])
