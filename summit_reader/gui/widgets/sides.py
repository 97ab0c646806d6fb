"""The two sides: A is a square with a solid bar, B a circle with a double bar, everywhere."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_reader.gui.look import Look

BADGE, SMALL_BADGE = 22, 19
BAR_SINGLE, BAR_DOUBLE, BAR_GAP = 4, 2, 2


class Side(IntEnum):
    """A pane of the pair."""

    A = 0
    B = 1

    @property
    def other(self) -> Side:
        """The pane across."""
        return Side.B if self is Side.A else Side.A

    @property
    def role(self) -> str:
        """Stem of its colour roles."""
        return self.name.lower()


def paint_badge(painter: QPainter, box: QRectF, side: Side, look: Look, *, filled: bool) -> None:
    """The letter in its shape: filled for the focused pane, outlined for the other."""
    theme = look.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour(side.role)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.5))
    painter.setBrush(colour if filled else Qt.GlobalColor.transparent)
    shape = box.adjusted(1, 1, -1, -1)
    if side is Side.A:
        painter.drawRoundedRect(shape, 4, 4)
    else:
        painter.drawEllipse(shape)
    font = look.type.font("micro", bold=True)
    painter.setFont(font)
    painter.setPen(theme.colour(f"on_{side.role}") if filled else colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side.name)
    painter.restore()


def paint_bar(
    painter: QPainter, left: float, top: float, bottom: float, side: Side, look: Look
) -> None:
    """The bar beside a take of that side, from `top` to `bottom`."""
    colour = look.theme.colour(side.role)
    height = bottom - top
    if side is Side.A:
        painter.fillRect(QRectF(left, top, BAR_SINGLE, height), colour)
    else:
        painter.fillRect(QRectF(left, top, BAR_DOUBLE, height), colour)
        painter.fillRect(QRectF(left + BAR_DOUBLE + BAR_GAP, top, BAR_DOUBLE, height), colour)


class Badge(QWidget):
    """The letter of a pane, in its header."""

    def __init__(self, side: Side, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._look, self._filled = side, look, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_filled(self, filled: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Fill the badge of the pane that listens."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.type.px(BADGE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._side, self._look, filled=self._filled)
        painter.end()
