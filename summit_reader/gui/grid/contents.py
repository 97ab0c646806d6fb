"""What the grid needs of the library, asked in one go and off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from summit_reader.bootstrap import Services
from summit_reader.domain.grid import Grid, GridColumn
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
    outlet that is known by excerpts alone says through whom.
    """

    grid: Grid
    takes: tuple[int, ...]
    carriers: tuple[str, ...]
    stories: tuple[Story, ...] = ()
    story: Story | None = None


def contents_of(services: Services, story_id: int | None, beside: Sequence[str]) -> GridContents:
    """The table of a story, or of the whole library where that is None or no longer there."""
    stories = services.gathering.stories()
    story = next((each for each in stories if each.id == story_id), None)
    within = [each.source.article_id for each in story.articles] if story is not None else None
    grid = services.comparing.grid(article_ids=within, beside=beside)
    columns = range(len(grid.columns))
    takes = tuple(sum(len(row.cells[at].takes) for row in grid.rows) for at in columns)
    carriers = tuple(_carriers(grid, at) for at in columns)
    return GridContents(grid, takes, carriers, stories, story)


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


def _carriers(grid: Grid, at: int) -> str:
    through = dict.fromkeys(
        each.take.via for row in grid.rows for each in row.cells[at].takes if each.take.via
    )
    return ", ".join(list(through)[:CARRIERS])
