"""Who goes first where the window and what works for it share one interpreter."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PATIENCE = 0.05
"""Seconds that work stands back at each of its steps, at most: it must get on as well."""


class Precedence(QObject):
    """Has work on other threads stand back while the window handles events or paints.

    Python lets its threads take turns of equal length, so that a window beside three readers of a
    library would get a quarter of the time. What watches here is told of what the system sends to
    the window and of its repaints; the window is through with them when its loop is idle.
    """

    def __init__(self, parent: QObject | None = None, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience
        self._last = time.monotonic()
        self._idle = threading.Event()
        self._idle.set()
        self._through = QTimer(self)  # of no length: it ends when nothing else is waiting
        self._through.setSingleShot(True)
        self._through.timeout.connect(self._rest)

    def watch(self, window: QWidget) -> None:
        """Take precedence for whatever this window is sent from now on."""
        window.installEventFilter(self)

    def take(self) -> None:
        """The window has something to do; call on its thread."""
        if self._idle.is_set():
            self._idle.clear()
            self._through.start(0)

    def give(self) -> None:
        """The window is about to wait for the work of others; call on its thread."""
        self._idle.set()

    def is_quiet_for(self, seconds: float) -> bool:
        """Whether the window has had nothing to do for so long."""
        return self._idle.is_set() and time.monotonic() - self._last >= seconds

    def stand_back(self) -> None:
        """Wait while the window works; call on any thread but its own, between two steps."""
        self._idle.wait(self._patience)

    def _rest(self) -> None:
        self._last = time.monotonic()
        self._idle.set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take precedence for what the watched window is sent; nothing is kept from it."""
        self.take()
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            # Keys and the pointer go to the widget in question, by way of the system's window.
            watched.windowHandle().installEventFilter(self)
        return super().eventFilter(watched, event)
