"""The table of points and outlets, as text."""

from __future__ import annotations

from rich.text import Text

from summit_reader.cli.call import Call
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.grid import GridCell, GridColumn, GridRow
from summit_reader.domain.point import Absence
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted

_EMPTY = {
    Absence.SILENT: "silent",
    Absence.EXCERPT_ONLY: "excerpt",
    Absence.CUT: "cut",
    Absence.NOT_IN_LIBRARY: "missing",
}
_LEGEND = (
    "silent: its full text is here and has nothing on it.  excerpt: only what others quote of it "
    "is here.  found: `summit-reader point` says what, for you to decide.  cut: a paywall ends its "
    "text.  missing: nothing of it is in the {where}."
)


def show_grid(call: Call) -> int:
    """Print every point against every outlet; 1 if there is no point."""
    with call.services() as services:
        asked = call.arguments
        grid = services.proposing.completed(
            services.comparing.grid(asked.outlets or (), asked.story), asked.story
        )
        story = None if asked.story is None else services.gathering.story(asked.story)
    call.screen.data(
        {
            "story": story.title if story else None,
            "outlets": [column.name for column in grid.columns],
            "points": [_fields(grid.columns, row) for row in grid.rows],
        }
    )
    if not grid.rows:
        call.screen.complain("There are no points in this library yet.")
        return Status.NOTHING_FOUND
    if story:
        call.screen.show(Text(one_line(story.title), style="bold"), "")
    for number, row in enumerate(grid.rows, 1):
        outlets, voices = counted(row.outlets, "outlet"), counted(row.voices, "voice")
        call.screen.show(one_line(f"{number}  {row.point.question}  {outlets}, {voices}"))
    table = plain_table(gap=2)
    table.add_column("Outlet", overflow="fold")
    for number in range(1, len(grid.rows) + 1):
        table.add_column(str(number), no_wrap=True)
    for at, column in enumerate(grid.columns):
        table.add_row(one_line(column.name), *(_said(row.cells[at]) for row in grid.rows))
    call.screen.show("", table, "", _LEGEND.format(where="story" if story else "library"))
    return Status.FINE


def _said(cell: GridCell) -> str:
    if cell.absence:
        return _EMPTY[cell.absence]
    return str(len(cell.takes)) if cell.takes else "found"


def _fields(columns: tuple[GridColumn, ...], row: GridRow) -> dict[str, object]:
    return {
        "question": row.point.question,
        "outlets": row.outlets,
        "voices": row.voices,
        "cells": [
            {
                "outlet": column.name,
                "take_ids": [each.take.id for each in cell.takes],
                "absence": cell.absence.value if cell.absence else None,
                "carries": cell.carries,
                "proposed": len(cell.proposals),
            }
            for column, cell in zip(columns, row.cells, strict=True)
        ],
    }
