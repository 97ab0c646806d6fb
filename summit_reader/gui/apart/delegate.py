"""How a row of what was set apart is drawn: what it is in small letters, its words below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.gui.apart.rows import ApartRow
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState

PADDING = 6
LINES = 60
"""Enough for any comment that people read to its end."""


class ApartDelegate(RowDelegate):
    """Draws rows as tall as their words."""

    inset = 14

    def content_height(self, index: Index, width: int) -> float:
        row: ApartRow = index.data(VALUE)
        about = self.look.type.line_height("micro") if row.about else 0
        return about + self._words(row, width).height + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: ApartRow = index.data(VALUE)
        top = box.top() + PADDING
        if row.about:
            line = QRectF(box.left(), top, box.width(), self.look.type.line_height("micro"))
            self.draw_line(painter, line, row.about, "micro", "ink2")
            top = line.bottom()
        words = self._words(row, box.width())
        self.draw(painter, words, QPointF(box.left(), top), "ink2" if row.restored else "ink")

    def _words(self, row: ApartRow, width: float) -> Block:
        return self.blocks.block(row.words, "ui", width, lines=LINES)
