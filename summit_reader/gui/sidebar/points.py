"""The list of points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from summit_reader.domain.point import PointSummary
from summit_reader.gui.widgets.dragging import dragged, dropped
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import point_line

PADDING = 8


MIME = "application/x-summit-point"


class PointListModel(ListModel[PointSummary]):
    """Points in the reader's order; `VALUE` hands out the `PointSummary`. Dropping asks to move.

    The place is counted with the moved point taken out.
    """

    move_asked = Signal(int, int)

    def show(self, points: Sequence[PointSummary]) -> None:
        """Show these points instead."""
        self.reset(points)

    def row_of(self, point_id: int) -> int | None:
        """Where the point stands; None if it is not there."""
        for row, summary in enumerate(self.rows):
            if summary.point.id == point_id:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return dragged(MIME, self.rows[indexes[0].row()].point.id)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        point_id = dropped(MIME, data)
        at = self.row_of(point_id) if point_id is not None else None
        if point_id is not None and at is not None:
            target = row if row >= 0 else len(self.rows)
            self.move_asked.emit(point_id, target - 1 if target > at else target)
        # Qt would remove the source row of a move by itself; the library tells what is there now.
        return False

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
