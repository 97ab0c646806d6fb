"""The list of points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from summit_reader.domain.point import PointSummary
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import point_line

PADDING = 8


class PointListModel(QAbstractListModel):
    """Points in the reader's order; `VALUE` hands out the `PointSummary`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[PointSummary] = []

    def show(self, points: Sequence[PointSummary]) -> None:
        """Show these points instead."""
        self.beginResetModel()
        self._points = list(points)
        self.endResetModel()

    def row_of(self, point_id: int) -> int | None:
        """Where the point stands; None if it is not there."""
        for row, summary in enumerate(self._points):
            if summary.point.id == point_id:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._points)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary = self._points[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return summary.point.question
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{summary.point.question} {point_line(summary)}"
            case _ if role == VALUE:
                return summary
            case _:
                return None


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
