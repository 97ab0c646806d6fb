"""How far long work is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from summit_reader.domain.progress import Progress
from summit_reader.gui.wording import tr

WIDTH = 220


class Underway(QWidget):
    """A bar and a button for the status bar, in sight only while work goes on.

    `report` may be called on any thread.
    """

    stopped = Signal()
    _reported = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.bar = QProgressBar()
        self.bar.setAccessibleName(name)
        self.bar.setMaximumWidth(WIDTH)
        self.stop = QToolButton()
        self.stop.setText(tr("Stop"))
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.hide()

    def begin(self, what: str = "") -> None:
        """Come into sight; `what` is said instead of the names of the steps."""
        self._said = what
        self.bar.setRange(0, 0)
        self.show()

    def report(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._reported.emit(progress)

    def _show(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        # What begins with a percent sign is a gap to be filled.
        said = (self._said or progress.item).replace("%", "")
        self.bar.setFormat(f"{said}  %v / %m")
