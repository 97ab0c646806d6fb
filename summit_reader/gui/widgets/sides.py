"""The sides A to F: each has a letter, a shape, a bar and a hue of its own, everywhere."""

from __future__ import annotations

from enum import IntEnum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.mirroring import upright

BADGE, SMALL_BADGE = 22, 19
BAR, BLOCK = 4, 4


class Side(IntEnum):
    """A pane by its place, counted in the direction of reading; at least A and B are there."""

    A = 0
    B = 1
    C = 2
    D = 3
    E = 4
    F = 5

    @property
    def role(self) -> str:
        """Stem of its colour roles."""
        return self.name.lower()


CORNERS = {Side.C: (4, 0.0), Side.D: (6, 0.0), Side.E: (5, -pi / 2), Side.F: (8, pi / 8)}
"""Corners of the shape, and the angle of the first; A has rounded ones, B has none."""
BARS = {
    Side.A: ((0, 4),),
    Side.B: ((0, 2), (4, 2)),
    Side.C: ((0, 3), (4, 1)),
    Side.E: ((0, 1), (2, 3)),
    Side.F: ((0, 1), (4, 1)),
}
"""Where the lines of a bar stand and how thick they are; D is a row of blocks."""


def paint_badge(painter: QPainter, box: QRectF, side: Side, look: Look, *, filled: bool) -> None:
    """The letter in its shape: filled for the focused pane, outlined for the others."""
    theme = look.theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour(side.role)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.5))
    painter.setBrush(colour if filled else Qt.GlobalColor.transparent)
    shape = box.adjusted(1, 1, -1, -1)
    if side is Side.A:
        painter.drawRoundedRect(shape, 4, 4)
    elif side is Side.B:
        painter.drawEllipse(shape)
    else:
        painter.drawPolygon(_polygon(box, *CORNERS[side]))
    font = look.type.font("micro", bold=True)
    painter.setFont(font)
    painter.setPen(theme.colour(f"on_{side.role}") if filled else colour)
    with upright(painter, box):
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side.name)
    painter.restore()


def paint_bar(
    painter: QPainter, left: float, top: float, bottom: float, side: Side, look: Look
) -> None:
    """The bar beside a take of that side, from `top` to `bottom`."""
    colour = look.theme.colour(side.role)
    if side is Side.D:
        at = top
        while at < bottom:
            painter.fillRect(QRectF(left, at, BAR, min(BLOCK, bottom - at)), colour)
            at += 2 * BLOCK
        return
    for offset, thickness in BARS[side]:
        painter.fillRect(QRectF(left + offset, top, thickness, bottom - top), colour)
    if side is Side.F:
        at = top
        while at < bottom:
            painter.fillRect(QRectF(left, at, BAR, 1), colour)
            at += 2 * BLOCK


def _polygon(box: QRectF, corners: int, first: float) -> QPolygonF:
    radius = box.width() / 2 - 0.75
    middle = box.center()
    angles = (first + 2 * pi * number / corners for number in range(corners))
    return QPolygonF(
        [QPointF(middle.x() + radius * cos(a), middle.y() + radius * sin(a)) for a in angles]
    )


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
