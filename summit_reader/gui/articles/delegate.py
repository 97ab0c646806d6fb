"""How a cell of the table of articles is drawn: the same ground and ring as in the lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from summit_reader.gui.articles.arranging import Column
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.rows import Index

MARGIN = 8
BAR = 3
RING = 2


class ShelfDelegate(QStyledItemDelegate):
    """One line, cut where it ends; the current row has a bar and, with the focus, a ring."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        colour = self._look.theme.colour
        box = QRectF(option.rect)
        state = option.state
        is_current = self._view.currentIndex().row() == index.row()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("select"))
        if is_current and index.column() == 0:
            bar = QRectF(box.left(), box.top() + 4, BAR, box.height() - 8)
            painter.fillRect(bar, colour("ink2"))
        font: QFont = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        words = box.adjusted(MARGIN, 0, -MARGIN, 0)
        text = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(words, flags | Qt.TextFlag.TextSingleLine, text)
        if is_current and self._view.hasFocus():
            self._ring(painter, box, Column(index.column()))
        painter.restore()

    def _ring(self, painter: QPainter, box: QRectF, column: Column) -> None:
        painter.setPen(QPen(self._look.theme.colour("focus"), RING))
        for y in (box.top() + 1, box.bottom() - 1):
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        ends = {Column.FLAG: box.left() + 1, max(Column): box.right() - 1}
        if (x := ends.get(column)) is not None:
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
