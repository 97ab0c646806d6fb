"""How far long work is, and a button to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from summit_reader.domain.progress import Progress
from summit_reader.gui.wording import counted, tr

WIDTH = 240
TELLING = 5.0
"""Seconds after which it can be told how long the rest will take."""
MINUTE = 60


class Underway(QWidget):
    """A bar and a button for the status bar, in sight only while work goes on.

    `report` may be called on any thread.
    """

    stopped = Signal()
    _reported = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._said = ""
        self._clock = clock
        self._began = clock()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(name)
        self.bar.setFixedWidth(WIDTH)
        self.rest = QLabel()
        self.stop = QToolButton()
        self.stop.setText(tr("Stop"))
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self.rest)
        row.addWidget(self.stop)
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.hide()

    def begin(self, what: str = "") -> None:
        """Come into sight; `what` is said instead of the names of the steps."""
        self._said = what
        self._began = self._clock()
        self.bar.setRange(0, 0)
        self.rest.hide()
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
        rest = remaining(self._clock() - self._began, progress)
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))


def remaining(passed: float, progress: Progress) -> str:
    """How long the rest will take after `passed` seconds; empty while that cannot be told."""
    if passed < TELLING or not 0 < progress.done < progress.total:
        return ""
    seconds = passed / progress.done * (progress.total - progress.done)
    if seconds < MINUTE:
        return tr("under a minute left")
    return counted(round(seconds / MINUTE), "{n} minute left", "{n} minutes left")
