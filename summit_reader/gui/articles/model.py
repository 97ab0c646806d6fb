"""The table of articles: values of one query, worded when they come into sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from summit_reader.domain.shelf import Marks, ShelfRow
from summit_reader.gui.articles.arranging import Column
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.wording import outlet_line, plain_tip, shown_date, takes_counted, tr

FLAG = "★"
NEW = "●"


class ShelfModel(QAbstractTableModel):
    """Articles, one a row; `VALUE` hands out the `ShelfRow`."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[ShelfRow] = []
        self._heads = {
            Column.FLAG: tr("Flag"),
            Column.READ: tr("New"),
            Column.TITLE: tr("Headline"),
            Column.OUTLET: tr("Outlet"),
            Column.DAY: tr("Date"),
            Column.TAKES: tr("Takes"),
        }
        look.names.changed.connect(self._repaint)
        look.changed.connect(self._repaint)

    def show(self, rows: Sequence[ShelfRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def note(self, marks: Mapping[int, Marks]) -> None:
        """Show these marks on the articles that are listed; no row moves."""
        for at, row in enumerate(self.rows):
            if (each := marks.get(row.article_id)) is not None:
                self.rows[at] = replace(row, is_read=each.is_read, is_flagged=each.is_flagged)
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    def row_of(self, article_id: int) -> int | None:
        """Where the article stands; None if it is not listed."""
        for at, row in enumerate(self.rows):
            if row.article_id == article_id:
                return at
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._heads[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == VALUE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return self._looks(row, column, role)

    def _looks(self, row: ShelfRow, column: Column, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.ToolTipRole if column in {Column.TITLE, Column.OUTLET}:
                return plain_tip(self._shown(row, column))
            case Qt.ItemDataRole.FontRole:
                return self._look.type.font("ui", bold=not row.is_read)
            case Qt.ItemDataRole.ForegroundRole:
                is_quiet = column in {Column.DAY, Column.TAKES}
                return self._look.theme.colour("ink2" if is_quiet else "ink")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _:
                return None

    def _shown(self, row: ShelfRow, column: Column) -> str:
        return {
            Column.FLAG: lambda: FLAG if row.is_flagged else "",
            Column.READ: lambda: "" if row.is_read else NEW,
            Column.TITLE: lambda: row.title,
            Column.OUTLET: lambda: self._look.names.outlet(row.outlet).name,
            Column.DAY: lambda: _day(row),
            Column.TAKES: lambda: str(row.takes),
        }[column]()

    def _spoken(self, row: ShelfRow, column: Column) -> str:
        match column:
            case Column.FLAG:
                return tr("flagged") if row.is_flagged else tr("not flagged")
            case Column.READ:
                return tr("read") if row.is_read else tr("unread")
            case Column.TITLE:
                # What one hears going down the rows.
                facts = [row.title, outlet_line(self._look.names.outlet(row.outlet))]
                facts += [self._shown(row, Column.DAY), takes_counted(row.takes)]
                facts.append(self._spoken(row, Column.READ))
                return ", ".join(facts + [tr("flagged")] * row.is_flagged)
            case Column.TAKES:
                return takes_counted(row.takes)
            case _:
                return self._shown(row, column)

    def _repaint(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))


def _day(row: ShelfRow) -> str:
    if row.day is None:
        return tr("no date")
    day = shown_date(row.day)
    return day if row.is_dated else tr("{0}?").format(day)


def _alignment(column: Column) -> int:
    flags = Qt.AlignmentFlag
    if column in {Column.FLAG, Column.READ}:
        return int(flags.AlignCenter.value)
    side = flags.AlignRight if column is Column.TAKES else flags.AlignLeft
    return int((side | flags.AlignVCenter).value)
