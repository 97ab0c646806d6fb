"""Patterns behind empty cells. Qt's own hatches do not follow the device pixel ratio."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from summit_reader.domain.point import Absence
from summit_reader.gui.look import Look

DOTS, DOT = 8, 0.8
DIAGONAL = 9
DASH, GAP = 5.0, 4.0
RADIUS = 6

Draw = Callable[[QPainter, QRectF], None]


class Patterns:
    """Draws the pattern of an absence; silence alone has none, for it alone is about the outlet.

    A pattern is kept as a pixmap: cells of one size share it until theme or scale change.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: dict[tuple[Absence, int, int, float], QPixmap] = {}
        look.changed.connect(self._kept.clear)

    def paint(self, painter: QPainter, box: QRectF, absence: Absence) -> None:
        """Fill `box` with the pattern of `absence`."""
        draw = DRAWN.get(absence)
        if draw is None:
            return
        size = box.size().toSize()
        ratio = painter.device().devicePixelRatioF()
        key = absence, size.width(), size.height(), ratio
        if key not in self._kept:
            self._kept[key] = self._made(draw, size, ratio)
        painter.drawPixmap(box.topLeft(), self._kept[key])

    def _made(self, draw: Draw, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.colour("rule_strong"), 1))
        draw(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap


def dots(painter: QPainter, box: QRectF) -> None:
    """A grid of dots in the colour of the pen."""
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for y in range(DOTS // 2, round(box.height()), DOTS):
        for x in range(DOTS // 2, round(box.width()), DOTS):
            painter.drawEllipse(QPointF(x, y), DOT, DOT)


def diagonals(painter: QPainter, box: QRectF) -> None:
    """Parallel lines that rise to the right."""
    width, height = round(box.width()), round(box.height())
    for start in range(DIAGONAL, width + height, DIAGONAL):
        painter.drawLine(
            QPointF(max(start - height, 0), min(start, height)),
            QPointF(min(start, width), max(start - width, 0)),
        )


def dashed_frame(painter: QPainter, box: QRectF) -> None:
    """A frame of dashes: a place that is empty."""
    pen = QPen(painter.pen())
    pen.setWidthF(1.5)
    pen.setDashPattern([DASH, GAP])
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


DRAWN: dict[Absence, Draw] = {
    Absence.EXCERPT_ONLY: dots,
    Absence.CUT: diagonals,
    Absence.NOT_IN_LIBRARY: dashed_frame,
}
