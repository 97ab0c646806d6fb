"""What came of asking feeds, one line each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.feed import RefreshReport
from summit_reader.gui.feeds.wording import outcome_line, refresh_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at


class FeedReportDialog(QDialog):
    """Lists every feed that was to be asked; those in trouble come first."""

    def __init__(self, report: RefreshReport, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the feeds brought"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, (640, 360))
        head = Label(look, "ui", wrapped=True)
        head.setText(refresh_line(report))
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(self.tr("Feeds"))
        for outcome in sorted(report.outcomes, key=lambda each: each.trouble is None):
            icon, role = ("trouble", "danger") if outcome.trouble else ("text", "ink2")
            self.lines.addItem(QListWidgetItem(look.icons.icon(icon, role), outcome_line(outcome)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)
