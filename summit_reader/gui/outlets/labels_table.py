"""What the reader says of an outlet, a line each: axis, value, origin, date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from summit_reader.domain.outlet import Label
from summit_reader.gui.wording import tr

COLUMNS = 4


class LabelsTable(QTableWidget):
    """Lines that can be written in; a blank one at the end takes the next label."""

    def __init__(self, labels: Sequence[Label]) -> None:
        super().__init__(0, COLUMNS)
        self.setAccessibleName(tr("Labels"))
        self.setHorizontalHeaderLabels([tr("Axis"), tr("Value"), tr("Origin"), tr("Date")])
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(max(map(heads.sectionSizeHint, range(COLUMNS))))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        for label in (*labels, Label("", "")):
            self._add(label)
        self.itemChanged.connect(lambda _: self._keep_blank())

    def labels(self) -> tuple[Label, ...]:
        """The labels as they are written now.

        Raises:
            ValueError: if a date is no day such as 2026-03-31.
        """
        found = []
        for row in range(self.rowCount()):
            axis, value, source, day = (self._text(row, column) for column in range(COLUMNS))
            if axis or value:
                found.append(Label(axis, value, source, date.fromisoformat(day) if day else None))
        return tuple(found)

    def _add(self, label: Label) -> None:
        row = self.rowCount()
        self.insertRow(row)
        day = label.dated.isoformat() if label.dated else ""
        for column, text in enumerate((label.axis, label.value, label.source, day)):
            self.setItem(row, column, QTableWidgetItem(text))

    def _keep_blank(self) -> None:
        last = self.rowCount() - 1
        if any(self._text(last, column) for column in range(COLUMNS)):
            self._add(Label("", ""))

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""
