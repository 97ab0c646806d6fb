"""The ring of the focus around what Fusion only hints at: boxes, tabs, plain lists."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGraphicsView,
    QListView,
    QListWidget,
    QRadioButton,
    QTabBar,
    QTableWidget,
    QTextBrowser,
    QWidget,
)

from summit_reader.gui.look import Look

RING, RADIUS = 2, 5
OWN = "own_focus"
"""The property of a widget that shows by itself that it has the focus."""

PLAIN = (
    QAbstractSpinBox, QCheckBox, QComboBox, QGraphicsView, QListWidget, QRadioButton, QTabBar,
    QTableWidget, QTextBrowser,
)  # fmt: skip


class _Ring(QWidget):
    """Lies over a widget and goes with it; clicks pass through."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.resize(event.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.colour("focus"), RING))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


class FocusRing(QObject):
    """Goes with the focus through all windows; lives as long as the window it is made for."""

    def __init__(self, look: Look, app: QApplication, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        before, self._ring = self._ring, None
        if before is not None and shiboken6.isValid(before):
            before.hide()
            before.deleteLater()
        if now is not None and needs_ring(now):
            self._ring = _Ring(self._look, now)


def needs_ring(widget: QWidget) -> bool:
    """Whether nothing else shows that the widget has the focus."""
    if widget.property(OWN):
        return False
    # Lists with rows of their own draw a ring around the current one.
    return isinstance(widget, PLAIN) or type(widget) is QListView
