"""The list of points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.point import PointSummary
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import point_line

PADDING = 8


class PointListModel(ListModel[PointSummary]):
    """Points in the reader's order; `VALUE` hands out the `PointSummary`."""

    def show(self, points: Sequence[PointSummary]) -> None:
        """Show these points instead."""
        self.reset(points)

    def row_of(self, point_id: int) -> int | None:
        """Where the point stands; None if it is not there."""
        for row, summary in enumerate(self.rows):
            if summary.point.id == point_id:
                return row
        return None

    def shown(self, row: PointSummary) -> str:
        return row.point.question

    def spoken(self, row: PointSummary) -> str:
        return f"{row.point.question} {point_line(row)}"


class PointDelegate(RowDelegate):
    """A question in two lines at most, its counts below."""

    def content_height(self, index: Index, width: int) -> float:
        summary: PointSummary = index.data(VALUE)
        title = self.blocks.block(summary.point.question, "list", width, lines=2)
        return title.height + self.look.type.line_height("micro") + 2 * PADDING - 2

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        summary: PointSummary = index.data(VALUE)
        face = "listb" if state.selected else "list"
        title = self.blocks.block(summary.point.question, face, box.width(), lines=2)
        top = self.draw(painter, title, QPointF(box.left(), box.top() + PADDING - 1), "ink")
        line = QRectF(box.left(), top, box.width(), self.look.type.line_height("micro"))
        self.draw_line(painter, line, point_line(summary), "micro", "ink2")
