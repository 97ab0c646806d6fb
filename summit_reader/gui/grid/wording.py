"""How a cell of the grid is worded: what it shows, what is spoken of it, why it is empty."""

from __future__ import annotations

from dataclasses import replace

from summit_reader.domain.grid import GridCell, GridColumn, GridRow
from summit_reader.domain.point import Absence
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import (
    counted,
    outlet_line,
    outlets_counted,
    quoted,
    role_name,
    source_line,
    speaker_name,
    tr,
)

EMPTY = {
    Absence.SILENT: "Silent",
    Absence.EXCERPT_ONLY: "Excerpt only",
    Absence.CUT: "Cut",
    Absence.NOT_IN_LIBRARY: "Not in library",
}
HELD = {
    Absence.SILENT: "Full text",
    Absence.EXCERPT_ONLY: "Excerpts only",
    Absence.CUT: "Cut at paywall",
    Absence.NOT_IN_LIBRARY: "Nothing yet",
}
LEGEND = {
    Absence.SILENT: "Silent: full text here, nothing on it",
    Absence.EXCERPT_ONLY: "Excerpt only: known through another outlet",
    Absence.CUT: "Cut: the copy ends early",
    Absence.NOT_IN_LIBRARY: "Not in library",
}


def empty_word(absence: Absence, *, in_story: bool = False) -> str:
    """The word in an empty cell."""
    if in_story and absence is Absence.NOT_IN_LIBRARY:
        return tr("Not in this story")
    return tr(EMPTY[absence])


def empty_reason(cell: GridCell, carriers: str) -> str:
    """The line under that word; `carriers` are those who quote the outlet."""
    match cell.absence:
        case Absence.EXCERPT_ONLY | Absence.CUT if cell.proposals:
            return counted(len(cell.proposals), "{n} proposal", "{n} proposals")
        case Absence.SILENT if cell.carries:
            return counted(cell.carries, "but carries {n} other", "but carries {n} others")
        case Absence.SILENT:
            return tr("Full text, nothing on it")
        case Absence.EXCERPT_ONLY:
            return tr("via {carrier}").format(carrier=carriers) if carriers else ""
        case Absence.CUT:
            return tr("at the paywall")
        case _:
            return ""


def held_line(column: GridColumn) -> str:
    """The second line of a column's head: country, and what is held of the outlet."""
    held = tr(HELD[column.absence])
    country = column.outlet.country if column.outlet is not None else ""
    return f"{country} · {held}" if country else held


def column_name(column: GridColumn) -> str:
    """An outlet with its country."""
    return outlet_line(column.outlet) if column.outlet is not None else column.name


def shown_column(column: GridColumn, names: OutletNames) -> GridColumn:
    """A column as it may be shown: in blind reading by a number, if by anything."""
    if column.outlet is None:
        return replace(column, name=tr("Outlet")) if names.blind else column
    outlet = names.outlet(column.outlet)
    return replace(column, name=outlet.name if names.hides(outlet) else column.name, outlet=outlet)


def shown_cell(cell: GridCell, names: OutletNames) -> GridCell:
    """A cell as it may be shown, without what would tell whose its takes are."""
    if not names.blind:
        return cell
    return replace(
        cell, takes=tuple(replace(each, take=names.take(each.take)) for each in cell.takes)
    )


def counts_lines(row: GridRow) -> tuple[str, str]:
    """How many outlets are on a point, and how many voices that are no copy of each other."""
    voices = counted(row.voices, "{n} independent voice", "{n} independent voices")
    return outlets_counted(row.outlets), voices


def proposed_word(cell: GridCell) -> str:
    """That a cell holds a proposal and no take, and whether it is a weak one."""
    best = cell.proposals[0]
    return tr("Proposed, weak") if best.is_weak else tr("Proposed")


def proposed_words(cell: GridCell) -> str:
    """The words that are proposed."""
    best = cell.proposals[0]
    return quoted(best.take) if best.take is not None else best.part.text


def cell_words(cell: GridCell) -> str:
    """The words of the first take of a cell."""
    return quoted(cell.takes[0].take)


def cell_voice(cell: GridCell) -> str:
    """Whose words they are, and how many more takes there are."""
    take = cell.takes[0].take
    voice = speaker_name(take.speaker) if take.speaker is not None else role_name(take)
    more = len(cell.takes) - 1
    return f"{voice} · {counted(more, '{n} more', '{n} more')}" if more else voice


def cell_line(cell: GridCell, carriers: str, *, in_story: bool) -> str:
    """All that a cell says, in one line."""
    if cell.absence is not None:
        words = empty_word(cell.absence, in_story=in_story)
        reason = empty_reason(cell, carriers)
        return f"{words}: {reason}" if reason else words
    if not cell.takes:
        return f"{proposed_word(cell)}: {proposed_words(cell)}"
    more = len(cell.takes) - 1
    lines = [quoted(cell.takes[0].take), source_line(cell.takes[0].take)]
    if more:
        lines.append(counted(more, "{n} more take", "{n} more takes"))
    return ". ".join(lines)


def spoken_cell(row: GridRow, column: GridColumn, line: str, side: Side | None) -> str:
    """What a screen reader says of a cell: which one it is, what it says, whether it is chosen."""
    chosen = tr(". Chosen for pane {side}").format(side=side.name) if side is not None else ""
    return f"{row.point.question} {column_name(column)}: {line}{chosen}"


def cell_tip(cell: GridCell, line: str) -> str:
    """Every take of a cell, as far as it has any."""
    if cell.proposals:
        found = [proposed_words(replace(cell, proposals=(each,))) for each in cell.proposals]
        return "\n\n".join([line.split(":", 1)[0] + ":", *found])
    if cell.absence is not None:
        return line
    takes = [f"{quoted(each.take)}\n{source_line(each.take)}" for each in cell.takes]
    theses = [each.take.thesis for each in cell.takes if each.take.thesis]
    return "\n\n".join(theses[:1] + takes)
