"""What came of many things done at once, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import tr

SIZE = (640, 360)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What came of one thing; `is_trouble` if it could not be done."""

    text: str
    is_trouble: bool = False


class ReportDialog(QDialog):
    """The sum in a sentence, then the lines, those in trouble first; all of it can be copied."""

    def __init__(
        self, title: str, head: str, lines: Sequence[ReportLine], look: Look, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        said = Label(look, "ui", wrapped=True)
        said.setText(head)
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(title)
        for line in sorted(lines, key=lambda each: not each.is_trouble):
            icon, role = ("trouble", "danger") if line.is_trouble else ("text", "ink2")
            self.lines.addItem(QListWidgetItem(look.icons.icon(icon, role), line.text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy = buttons.addButton(tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text(head)))
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)

    def text(self, head: str) -> str:
        """The whole report, a line each."""
        rows = (self.lines.item(row).text() for row in range(self.lines.count()))
        return "\n".join((head, *rows))
