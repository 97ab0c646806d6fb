"""The table behind the picture: lanes down, stretches of days across, no date at the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from summit_reader.domain.timeline import Covered, Lane, Timeline, Unit
from summit_reader.gui.coverage.wording import amount, cell_tip, stretch_name
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.wording import plain_tip, tr

NOTHING = Timeline(Unit.DAY, (), ())


class TimelineModel(QAbstractTableModel):
    """`VALUE` hands out what a cell holds; the last column has what came without a date."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline = NOTHING

    def show(self, timeline: Timeline) -> None:
        """Show this timeline instead."""
        self.beginResetModel()
        self.timeline = timeline
        self.endResetModel()

    def is_undated(self, column: int) -> bool:
        """Whether a column is the one without dates."""
        return column == len(self.timeline.stretches)

    def covered(self, index: Index) -> tuple[Covered, ...]:
        """What a cell holds."""
        lane = self.lane(index.row())
        return lane.undated if self.is_undated(index.column()) else lane.cells[index.column()]

    def lane(self, row: int) -> Lane:
        """The lane of a row."""
        return self.timeline.lanes[row]

    def column_name(self, column: int) -> str:
        """A stretch in full, or that there is no date."""
        return tr("No date") if self.is_undated(column) else stretch_name(self.timeline, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.timeline.lanes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        if parent.isValid() or not self.timeline.lanes:
            return 0
        return len(self.timeline.stretches) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        covered = self.covered(index)
        match role:
            case _ if role == VALUE:
                return covered
            case Qt.ItemDataRole.DisplayRole:
                return amount(covered)
            case Qt.ItemDataRole.AccessibleTextRole:
                lane, when = self.lane(index.row()), self.column_name(index.column())
                return f"{lane.name}. {when}: {amount(covered)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(cell_tip(covered))
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        inside = 0 <= section < (self.columnCount() if across else self.rowCount())
        roles = {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }
        if not inside or role not in roles:
            return None
        return self.column_name(section) if across else self.lane(section).name
