"""The heads of the grid: outlets above, points at the left, which stay while the rest scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from summit_reader.gui.grid.model import GridModel
from summit_reader.gui.grid.wording import counts_lines, held_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.rows import Block, TextBlocks

INSET, PADDING = 11, 8
LEFT = 14
POINTS = 188
BAR = 3


class GridHeader(QHeaderView):
    """A head that draws itself; a bar shows where the current cell stands."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, look: Look) -> None:
        super().__init__(orientation)
        self._grid, self.look = model, look
        self.blocks = TextBlocks(look)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look.theme.colour("window"))
        painter.end()
        super().paintEvent(event)

    def paint_ground(self, painter: QPainter, box: QRectF, *, current: bool, across: bool) -> None:
        """Draw what is behind a section."""
        colour = self.look.theme.colour
        painter.fillRect(box, colour("window"))
        if across:
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("rule"))
        else:
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colour("rule"))
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("rule"))
        if current and across:
            painter.fillRect(
                QRectF(box.left(), box.bottom() - BAR, box.width() - 1, BAR), colour("ink2")
            )
        elif current:
            painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height() - 1), colour("ink2"))

    def draw(self, painter: QPainter, block: Block, at: QPointF, role: str) -> float:
        """Draw a block; returns where it ends."""
        painter.setPen(self.look.theme.colour(role))
        block.layout.draw(painter, at)
        return at.y() + block.height


class OutletHeader(GridHeader):
    """Outlets, each with its country and with what is held of it."""

    def __init__(self, model: GridModel, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, look)

    def sizeHint(self) -> QSize:
        height = self.look.type.line_height
        return QSize(0, 2 * height("uib") + height("micro") + 2 * PADDING - 4)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        box, view = QRectF(rect), self.parentWidget()
        current = _is_current(view, column=section)
        painter.save()
        self.paint_ground(painter, box, current=current, across=True)
        column, width = self._grid.column(section), box.width() - 2 * INSET
        name = self.blocks.block(column.name, "uib", width, lines=2)
        held = self.blocks.block(held_line(column), "micro", width)
        at = QPointF(box.left() + INSET, box.top() + PADDING - 4)
        below = self.draw(painter, name, at, "ink")
        self.draw(painter, held, QPointF(at.x(), below), "ink2")
        painter.restore()


class PointHeader(GridHeader):
    """Points, each with its outlets and independent voices."""

    def __init__(self, model: GridModel, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical, model, look)

    def sizeHint(self) -> QSize:
        view = self.parentWidget()
        most = view.width() * 2 // 5 if view is not None and view.width() else 10_000
        return QSize(min(self.look.type.px(POINTS), max(most, 1)), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        box, view = QRectF(rect), self.parentWidget()
        current = _is_current(view, row=section)
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


def _is_current(view: object, *, row: int | None = None, column: int | None = None) -> bool:
    if not isinstance(view, QTableView) or not view.hasFocus():
        return False
    index = view.currentIndex()
    return index.isValid() and (index.row() == row if column is None else index.column() == column)
