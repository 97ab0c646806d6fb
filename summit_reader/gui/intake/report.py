"""What came of an import: every file, and why one stayed outside."""

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

from summit_reader.domain.importing import ImportReport
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import counted, error_sentence, takes_counted, tr


def report_line(report: ImportReport) -> str:
    """The report in one line."""
    new = sum(not imported.known for imported in report.imported)
    known = len(report.imported) - new
    parts = [counted(new, "{n} text imported", "{n} texts imported")]
    if known:
        parts.append(counted(known, "{n} was here already", "{n} were here already"))
    if report.failed:
        parts.append(counted(len(report.failed), "{n} could not be read", "{n} could not be read"))
    return ", ".join(parts)


class ImportReportDialog(QDialog):
    """One line a file; the ones that failed come first, with what to do."""

    def __init__(self, report: ImportReport, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, (640, 360))
        head = Label(look, "ui", wrapped=True)
        head.setText(report_line(report))
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(self.tr("Imported files"))
        for failure in report.failed:
            self._add(look, "trouble", "danger", error_sentence(failure.error))
        for imported in report.imported:
            facts = [imported.outlet, imported.title, takes_counted(imported.takes)]
            if imported.removed:
                facts.append(counted(imported.removed, "{n} part removed", "{n} parts removed"))
            if imported.lost:
                facts.append(counted(imported.lost, "{n} take lost", "{n} takes lost"))
            if imported.renewed:
                facts.append(tr("read anew"))
            elif imported.known:
                facts.append(tr("was here already"))
            self._add(look, "text", "ink2", " · ".join(fact for fact in facts if fact))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.lines, 1)
        column.addWidget(buttons)

    def _add(self, look: Look, icon: str, role: str, text: str) -> None:
        self.lines.addItem(QListWidgetItem(look.icons.icon(icon, role), text))
