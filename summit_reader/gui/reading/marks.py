"""What is marked in a text: the take a pane shows, other takes, hits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.sides import Side, paint_bar

BAR_OFFSET = 13
BLEED = 3
RADIUS = 3
DOTTED = 1.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document; `side` if it is the take the pane shows, else another take.

    Another take is `opened` where all quotes are. `take_id` is 0 where no take is marked.
    """

    positions: Span
    side: Side | None
    take_id: int = 0
    opened: bool = False


def paint_mark(
    painter: QPainter, lines: list[QRectF], mark: Mark, look: Look, *, left: float
) -> None:
    """Tint behind the words and a bar left of the column, which begins at `left`.

    Other takes get a dotted bar, and a plain ground where they are opened. A take that begins
    inside a line has its bar in the margin all the same: between words it would look like a sign of
    the text.
    """
    if not lines:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top, bottom = lines[0].top(), lines[-1].bottom()
    if mark.side is None and mark.opened:
        _paint_ground(painter, lines, look, "select")
    if mark.side is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(look.theme.colour("rule_strong"), DOTTED, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(left - BAR_OFFSET + 1, top + 2), QPointF(left - BAR_OFFSET + 1, bottom - 2)
        )
    else:
        _paint_ground(painter, lines, look, f"{mark.side.role}_tint")
        paint_bar(painter, left - BAR_OFFSET, top, bottom, mark.side, look)
    painter.restore()


def _paint_ground(painter: QPainter, lines: list[QRectF], look: Look, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.colour(role))
    for line in lines:
        painter.drawRoundedRect(line.adjusted(-BLEED, 0, BLEED, 0), RADIUS, RADIUS)
