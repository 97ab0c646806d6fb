"""How the picture is drawn, the same in the window and in a file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from summit_reader.gui.coverage.model import TimelineModel
from summit_reader.gui.coverage.wording import stretch_lines
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.rows import TextBlocks
from summit_reader.gui.wording import tr

CELL, LANE = 44, 46
NAME = 210
NO_DATE = 70
BAR = 18
STRIPE = 5
PADDING = 8


class TimelinePainter:
    """Draws cells and heads: a bar as high as the count, and the count over it.

    What has no date is striped and stands apart, so that it is told from a day without its colour.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.blocks = TextBlocks(look)

    @property
    def cell_width(self) -> int:
        """Width of a stretch."""
        return self.look.type.px(CELL)

    @property
    def undated_width(self) -> int:
        """Width of the column without dates."""
        return self.look.type.px(NO_DATE)

    @property
    def lane_height(self) -> int:
        """Height of a lane."""
        return max(self.look.type.px(LANE), 2 * self.look.type.line_height("ui") + 8)

    @property
    def head_height(self) -> int:
        """Height of the row of days."""
        return 2 * self.look.type.line_height("micro") + 12

    def paint_cell(
        self, painter: QPainter, box: QRectF, count: int, most: int, *, undated: bool
    ) -> None:
        """Draw how much a cell holds, on its ground."""
        colour = self.look.theme.colour
        painter.fillRect(box, colour("paper_alt" if undated else "paper"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("rule"))
        if undated:
            painter.setPen(QPen(colour("rule_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(box.topLeft() + QPointF(0.5, 0), box.bottomLeft() + QPointF(0.5, 0))
        if not count:
            return
        number = self.look.type.line_height("micro")
        room = box.height() - number - 6
        tall = max(room * count / max(most, 1), 3.0)
        wide = min(self.look.type.px(BAR), box.width() - 6)
        bar = QRectF(box.center().x() - wide / 2, box.bottom() - 1 - tall, wide, tall)
        if undated:
            self._stripe(painter, bar)
        else:
            painter.fillRect(bar, colour("ink2"))
        painter.setFont(self.look.type.font("micro", bold=True))
        painter.setPen(colour("ink"))
        above = QRectF(box.left(), bar.top() - number - 1, box.width(), number)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count))

    def paint_stretch(
        self, painter: QPainter, box: QRectF, model: TimelineModel, column: int
    ) -> None:
        """Draw the head over a column."""
        if model.is_undated(column):
            lines = (tr("No date"), "")
        else:
            lines = stretch_lines(model.timeline, column)
        height = self.look.type.line_height("micro")
        painter.setFont(self.look.type.font("micro"))
        painter.setPen(self.look.theme.colour("ink2"))
        for number, text in enumerate(reversed(lines)):
            # The year stands over the day, where there is one.
            line = QRectF(box.left(), box.top() + 4 + number * height, box.width(), height)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)

    def paint_lane(self, painter: QPainter, box: QRectF, name: str, total: int) -> None:
        """Draw the head of a lane: its name, and how much there is in all."""
        left, width = box.left() + 14, box.width() - 14 - PADDING
        advance = self.look.type.px(26)
        block = self.blocks.block(name, "uib", width - advance, lines=2)
        painter.setPen(self.look.theme.colour("ink"))
        block.layout.draw(painter, QPointF(left, box.center().y() - block.height / 2))
        painter.setPen(self.look.theme.colour("ink2"))
        painter.setFont(self.look.type.font("micro"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, box.top(), width, box.height()), right, str(total))

    def _stripe(self, painter: QPainter, bar: QRectF) -> None:
        painter.save()
        painter.setPen(QPen(self.look.theme.colour("ink2"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setClipRect(bar)
        start = bar.top() - bar.width()
        while start < bar.bottom():
            painter.drawLine(QPointF(bar.left(), start + bar.width()), QPointF(bar.right(), start))
            start += STRIPE
        painter.restore()
