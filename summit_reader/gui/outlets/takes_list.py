"""All takes of an outlet, each with the text that carries it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.correction import TakeInText
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState
from summit_reader.gui.wording import published_line, quoted, voice_line

PADDING = 7
LINES = 3


class OutletTakes(ListModel[TakeInText]):
    """Takes in the order of their texts; `VALUE` hands out the `TakeInText`."""

    def spoken(self, row: TakeInText) -> str:
        """The words, who says them, and where."""
        return f"{quoted(row.take)}. {where_line(row)}"


class OutletTakesDelegate(RowDelegate):
    """The words, and below them where they stand."""

    def content_height(self, index: Index, width: int) -> float:
        block = self._words(index.data(VALUE), width)
        return block.height + self.look.type.line_height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: TakeInText = index.data(VALUE)
        at = QPointF(box.left(), box.top() + PADDING)
        below = self.draw(painter, self._words(row, box.width()), at, "ink")
        line = QRectF(box.left(), below, box.width(), self.look.type.line_height("micro"))
        self.draw_line(painter, line, where_line(row), "micro", "ink2")

    def _words(self, row: TakeInText, width: float) -> Block:
        return self.blocks.block(quoted(row.take), "list", width, lines=LINES)


def where_line(row: TakeInText) -> str:
    """Who says it, in which text, and when that was published."""
    parts = (voice_line(row.take), row.source.title, published_line(row.source.metadata))
    return " · ".join(part for part in parts if part)
