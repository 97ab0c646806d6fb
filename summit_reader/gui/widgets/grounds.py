"""Plain coloured grounds."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from summit_reader.gui.look import Look


class Ground(QWidget):
    """A surface in a colour role of the theme."""

    def __init__(self, look: Look, role: str) -> None:
        super().__init__()
        self._look, self._role = look, role
        look.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.colour(self._role))
        painter.end()


def paint_sheet(widget: QWidget, look: Look) -> None:
    """Paint a widget that stands over the window as a sheet of paper with a thin edge."""
    painter = QPainter(widget)
    painter.setPen(QPen(look.theme.colour("rule_strong"), 1))
    painter.setBrush(look.theme.colour("paper"))
    painter.drawRect(widget.rect().adjusted(0, 0, -1, -1))
    painter.end()
