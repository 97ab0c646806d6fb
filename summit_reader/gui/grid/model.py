"""The table behind the grid: points down, outlets across, and which cells are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from summit_reader.domain.grid import Grid, GridCell, GridColumn, GridRow
from summit_reader.gui.grid.contents import GridContents
from summit_reader.gui.grid.wording import (
    LEGEND,
    cell_line,
    cell_tip,
    column_name,
    counts_lines,
    held_line,
    shown_cell,
    shown_column,
    spoken_cell,
)
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import plain_tip, takes_counted, tr

SIDE = Qt.ItemDataRole.UserRole + 1
"""The role for the pane that a chosen cell goes to; None for the others."""

CARRIERS = Qt.ItemDataRole.UserRole + 2
"""The role for those who quote the outlet of a column."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by its point and its outlet, so that it is found again in a table filled anew."""

    point_id: int
    outlet: str


class GridModel(QAbstractTableModel):
    """Cells under `VALUE`; the chosen ones in the order they were chosen, first for pane A."""

    def __init__(self, parent: QObject | None = None, names: OutletNames | None = None) -> None:
        super().__init__(parent)
        self._names = names or OutletNames(self)
        self._grid = Grid((), ())
        self._shown: list[int] = []
        self._carriers: tuple[str, ...] = ()
        self._takes: tuple[int, ...] = ()
        self._chosen: list[Place] = []
        self.in_story = False

    def show(self, contents: GridContents, columns: Sequence[GridColumn]) -> None:
        """Show these columns in their order; what is chosen stays so, if it is among them."""
        at = {column: number for number, column in enumerate(contents.grid.columns)}
        self.beginResetModel()
        self._grid, self._carriers, self._takes = contents.grid, contents.carriers, contents.takes
        self._shown = [at[column] for column in columns]
        self.in_story = contents.story is not None
        self._chosen = [place for place in self._chosen if self._takes_at(place)]
        self.endResetModel()

    def place(self, index: Index) -> Place:
        """Which cell it is."""
        column = self._grid.columns[self._shown[index.column()]]
        return Place(self._grid.rows[index.row()].point.id, column.name)

    def index_of(self, place: Place) -> QModelIndex:
        """Where the cell stands; an invalid index if it is not shown."""
        for row, each in enumerate(self._grid.rows):
            if each.point.id == place.point_id:
                for column, at in enumerate(self._shown):
                    if self._grid.columns[at].name == place.outlet:
                        return self.index(row, column)
        return QModelIndex()

    @property
    def chosen(self) -> list[Place]:
        """The chosen cells, as they were chosen."""
        return list(self._chosen)

    def cell(self, place: Place) -> GridCell | None:
        """The cell, if it is shown."""
        index = self.index_of(place)
        return index.data(VALUE) if index.isValid() else None

    def choose(self, places: Sequence[Place]) -> None:
        """Choose these cells; of more than there are panes for, the last ones."""
        before = self._chosen
        self._chosen = [place for place in places if self._takes_at(place)][-len(Side) :]
        for place in {*before, *self._chosen}:
            index = self.index_of(place)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def toggle(self, index: Index) -> None:
        """Choose a cell beside the others, or let it go."""
        place = self.place(index)
        rest = [each for each in self._chosen if each != place]
        self.choose(rest if place in self._chosen else [*rest, place])

    def column(self, section: int) -> GridColumn:
        """The outlet of a column."""
        return self._grid.columns[self._shown[section]]

    def row(self, section: int) -> GridRow:
        """The point of a row."""
        return self._grid.rows[section]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        at = self._shown[index.column()]
        row, carriers = self._grid.rows[index.row()], self._carriers[at]
        if self._names.blind:
            carriers = ""
        side = self._side(index)
        facts = {VALUE: row.cells[at], CARRIERS: carriers, SIDE: side}
        if role in facts:
            return facts[role]
        cell = shown_cell(row.cells[at], self._names)
        line = cell_line(cell, carriers, in_story=self.in_story)
        said: dict[int, str] = {Qt.ItemDataRole.DisplayRole: line}
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said[Qt.ItemDataRole.AccessibleTextRole] = spoken_cell(
                row, self._shown_column(at), line, side
            )
        elif role == Qt.ItemDataRole.ToolTipRole:
            said[Qt.ItemDataRole.ToolTipRole] = plain_tip(cell_tip(cell, line))
        elif role == Qt.ItemDataRole.WhatsThisRole and cell.absence is not None:
            said[Qt.ItemDataRole.WhatsThisRole] = tr(LEGEND[cell.absence])
        return said.get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        spoken = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if role != Qt.ItemDataRole.DisplayRole and role not in spoken:
            return None
        if across:
            column = self._shown_column(self._shown[section])
            takes = takes_counted(self._takes[self._shown[section]])
            about = f"{column_name(column)}. {held_line(column)}. {takes}"
            return about if role in spoken else column.name
        row = self.row(section)
        about = f"{row.point.question} {', '.join(counts_lines(row))}"
        return about if role in spoken else row.point.question

    def _shown_column(self, at: int) -> GridColumn:
        return shown_column(self._grid.columns[at], self._names)

    def _side(self, index: Index) -> Side | None:
        place = self.place(index)
        return list(Side)[self._chosen.index(place)] if place in self._chosen else None

    def _takes_at(self, place: Place) -> bool:
        cell = self.cell(place)
        return cell is not None and bool(cell.takes)
