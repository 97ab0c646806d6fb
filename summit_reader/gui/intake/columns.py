"""Which column of a table holds what, chosen beside its first rows."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import tr
from summit_reader.intake.tables.columns import TableColumns
from summit_reader.intake.tables.table import TableSketch

PARTS = {
    "body": "Text",
    "headline": "Headline",
    "standfirst": "Standfirst",
    "outlet": "Outlet",
    "published": "Date",
    "authors": "By",
    "url": "Address",
    "language": "Language",
}
"""The parts of an article that a column can hold, in English source text."""

_FIRST_COLUMN, _SECOND_COLUMN, _THIRD_COLUMN = range(3)
SIZE = (640, 420)
SHOWN = 200


class ColumnsDialog(QDialog):
    """For each part of an article the column that holds it, with what stands in its first row."""

    def __init__(self, path: Path, sketch: TableSketch, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._sketch = sketch
        self.setWindowTitle(self.tr("Import a table"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        head = Label(look, "ui", wrapped=True)
        head.setText(self.tr("Which column of “{0}” holds what?").format(path.name))
        self.boxes: dict[str, QComboBox] = {}
        self._samples: dict[str, ElidedLabel] = {}
        grid = QGridLayout()
        grid.setColumnStretch(_THIRD_COLUMN, 1)
        recognised = asdict(sketch.columns)
        for line, (part, name) in enumerate(PARTS.items()):
            label = Label(look, "ui")
            label.setText(tr(name))
            box = QComboBox()
            box.setAccessibleName(tr(name))
            box.addItem(self.tr("none"))
            box.addItems(list(sketch.names))
            label.setBuddy(box)
            sample = ElidedLabel(look, "micro", "ink2")
            grid.addWidget(label, line, _FIRST_COLUMN)
            grid.addWidget(box, line, _SECOND_COLUMN)
            grid.addWidget(sample, line, _THIRD_COLUMN)
            self.boxes[part], self._samples[part] = box, sample
            if recognised[part] in sketch.names:
                box.setCurrentIndex(sketch.names.index(recognised[part]) + 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(buttons)
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()

    def columns(self) -> TableColumns:
        """What was chosen."""
        chosen = {part: box.currentIndex() - 1 for part, box in self.boxes.items()}
        names = self._sketch.names
        return TableColumns(**{part: names[at] for part, at in chosen.items() if at >= 0})

    def _on_chosen(self) -> None:
        row = self._sketch.rows[0] if self._sketch.rows else ()
        for part, sample in self._samples.items():
            at = self.boxes[part].currentIndex() - 1
            sample.setText(" ".join(row[at][:SHOWN].split()) if 0 <= at < len(row) else "")
        self.go.setEnabled(self.boxes["body"].currentIndex() > 0)
