"""The heads of the grid: outlets above, points at the left, which stay while the rest scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from summit_reader.gui.grid.model import GridModel
from summit_reader.gui.grid.wording import counts_lines, held_line, shown_column
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.table_heads import LEFT, TableHead

INSET, PADDING = 11, 8
POINTS = 188


class OutletHeader(TableHead):
    """Outlets, each with its country and with what is held of it."""

    def __init__(self, model: GridModel, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal, look)
        self._grid = model

    def sizeHint(self) -> QSize:
        height = self.look.type.line_height
        return QSize(0, 2 * height("uib") + height("micro") + 2 * PADDING - 4)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        box, current = QRectF(rect), self.is_current(section)
        painter.save()
        self.paint_ground(painter, box, current=current, across=True)
        column = shown_column(self._grid.column(section), self.look.names)
        width = box.width() - 2 * INSET
        name = self.blocks.block(column.name, "uib", width, lines=2)
        held = self.blocks.block(held_line(column), "micro", width)
        at = QPointF(box.left() + INSET, box.top() + PADDING - 4)
        below = self.draw(painter, name, at, "ink")
        self.draw(painter, held, QPointF(at.x(), below), "ink2")
        painter.restore()


class PointHeader(TableHead):
    """Points, each with its outlets and independent voices."""

    def __init__(self, model: GridModel, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical, look)
        self._grid = model

    def sizeHint(self) -> QSize:
        view = self.parentWidget()
        most = view.width() * 2 // 5 if view is not None and view.width() else 10_000
        return QSize(min(self.look.type.px(POINTS), max(most, 1)), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        box, current = QRectF(rect), self.is_current(section)
        painter.save()
        self.paint_ground(painter, box, current=current, across=False)
        row, width = self._grid.row(section), box.width() - LEFT - INSET
        height = self.look.type.line_height("micro")
        foot = box.bottom() - PADDING - 2 * height
        room = foot - box.top() - PADDING
        lines = max(int(room // self.look.type.line_height("listb")), 1)
        question = self.blocks.block(row.point.question, "listb", width, lines=lines)
        self.draw(painter, question, QPointF(box.left() + LEFT, box.top() + PADDING + 1), "ink")
        for number, counts in enumerate(counts_lines(row)):
            line = self.blocks.block(counts, "micro", width)
            at = QPointF(box.left() + LEFT, foot + number * height)
            self.draw(painter, line, at, "ink2")
        painter.restore()
