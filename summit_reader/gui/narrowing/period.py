"""A dialog for two days between which the texts lie."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.narrowing import interval

GAP = 10
WIDEST_DAY = 42
"""Average letters that title, box and field stand in without being crowded."""


class PeriodDialog(QDialog):
    """Two days, each of which may be left open; `chosen` tells the filter for them."""

    chosen = Signal(object)

    def __init__(self, first: date, last: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Texts between two days"))
        self.since = QCheckBox(self.tr("&From"))
        self.until = QCheckBox(self.tr("&To"))
        self.first, self.last = QDateEdit(), QDateEdit()
        grid = QGridLayout()
        for row, (box, field, day, name) in enumerate(
            (
                (self.since, self.first, first, self.tr("First day")),
                (self.until, self.last, last, self.tr("Last day")),
            )
        ):
            box.setChecked(True)
            field.setCalendarPopup(True)
            field.setDate(QDate(day.year, day.month, day.day))
            field.setAccessibleName(name)
            box.toggled.connect(field.setEnabled)
            box.toggled.connect(self._judge)
            grid.addWidget(box, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GAP)
        column.addLayout(grid)
        column.addWidget(self.buttons)
        self.setMinimumWidth(WIDEST_DAY * self.fontMetrics().averageCharWidth())

    def accept(self) -> None:
        first = _day(self.first) if self.since.isChecked() else None
        last = _day(self.last) if self.until.isChecked() else None
        if first is not None and last is not None and last < first:
            first, last = last, first
        self.chosen.emit(interval(first, last))
        super().accept()

    def _judge(self) -> None:
        fine = self.since.isChecked() or self.until.isChecked()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fine)


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
