"""The bar under a text that a paywall ends: nobody is to take the rest for missing by chance."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from summit_reader.gui.look import Look

ICON, GAP, ABOVE, RADIUS = 14, 8, 9, 5


def paint_end_bar(
    painter: QPainter, lines: list[QRectF], column: tuple[float, float], look: Look
) -> None:
    """A ground and a line round the words at `lines`, as wide as the column, and a sign."""
    if not lines:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.theme.colour("rule_strong"), 1))
    painter.setBrush(look.theme.colour("window"))
    pad = look.type.px(ABOVE)
    left, right = column
    box = QRectF(left, lines[0].top(), right - left, lines[-1].bottom() - lines[0].top())
    box.adjust(0.5, -pad + 0.5, -0.5, pad - 0.5)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    side = look.type.px(ICON)
    ratio = painter.device().devicePixelRatioF()
    icon = look.icons.pixmap("cut", "ink", side, ratio)
    at = max(lines[0].left() - side - GAP, left + GAP)
    painter.drawPixmap(QPointF(at, lines[0].center().y() - side / 2), icon)
    painter.restore()
