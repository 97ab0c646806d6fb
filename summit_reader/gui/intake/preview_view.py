"""How a text that is to come in is drawn: what each paragraph is on the left, its words beside it.

What was removed stands struck out in its place; a click or Space restores it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QTextCharFormat

from summit_reader.domain.spans import Span
from summit_reader.gui.intake.preview_rows import PreviewRow
from summit_reader.gui.look import Look
from summit_reader.gui.reading.document import FACES
from summit_reader.gui.widgets.mirroring import beside, upright
from summit_reader.gui.widgets.rows import (
    BAR,
    VALUE,
    Block,
    Index,
    RowDelegate,
    RowState,
    RowView,
    TextBlocks,
)
from summit_reader.gui.wording import tr

LABEL_WIDTH = 118
NARROW_LABEL = 84
GAP = 14
PADDING = 5
ICON = 14
LINES = 400
WIDEST = 640
NARROW = 520


class _TakeBlocks(TextBlocks):
    """Takes stand on a ground of their own, as in a text that is read."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._theme = look.theme

    def hit_format(self) -> QTextCharFormat:
        marked = QTextCharFormat()
        marked.setBackground(self._theme.colour("select"))
        return marked


class _StruckBlocks(TextBlocks):
    """What does not come in is struck out."""

    def hit_format(self) -> QTextCharFormat:
        struck = QTextCharFormat()
        struck.setFontStrikeOut(True)
        return struck


class PreviewDelegate(RowDelegate):
    """Draws a paragraph with its label; what was removed in grey, with the way back."""

    inset = 14

    def __init__(self, view: PreviewView, look: Look) -> None:
        super().__init__(view, look)
        self._takes, self._struck = _TakeBlocks(look), _StruckBlocks(look)

    def content_height(self, index: Index, width: int) -> float:
        row: PreviewRow = index.data(VALUE)
        labels = sum(block.height for block in self._label(row, self._label_width(width)))
        _, _, above, below = FACES[row.kind]
        space = 2 * PADDING if row.place else above + below
        return max(self._words(row, self._room(row, width)).height, labels) + space

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: PreviewRow = index.data(VALUE)
        above = PADDING if row.place else FACES[row.kind][2]
        top, width = box.top() + above, self._label_width(box.width())
        at = top + 2
        painter.setPen(self.colour("ink2"))
        for block in self._label(row, width):
            painter.setFont(block.layout.font())
            line = QRectF(box.left(), at, width, block.height)
            with upright(painter, line) as turned:
                painter.drawText(line, beside(turned=turned), block.layout.text())
            at = line.bottom()
        words = self._words(row, self._room(row, box.width()))
        left = box.left() + width + GAP
        if row.marks:
            bar = QRectF(left - GAP / 2 - BAR / 2, top, BAR, words.height)
            painter.fillRect(bar, self.colour("ink2"))
        role = "ink3" if row.removed else FACES[row.kind][1]
        self.draw(painter, words, QPointF(left, top), role)
        if row.place is not None:
            self._paint_action(painter, box, row)

    def _paint_action(self, painter: QPainter, box: QRectF, row: PreviewRow) -> None:
        side, ratio = self.look.type.px(ICON), painter.device().devicePixelRatioF()
        line = QRectF(
            box.right() - self._action_width(box.width()),
            box.top() + PADDING,
            self._action_width(box.width()),
            self.look.type.line_height("ui"),
        )
        icon = self.look.icons.pixmap(
            "restore_line" if row.removed else "clear", "ink", side, ratio
        )
        painter.drawPixmap(QPointF(line.left(), line.center().y() - side / 2), icon)
        if box.width() >= self.look.type.px(NARROW):
            said = tr("Restore") if row.removed else tr("Remove")
            self.draw_line(painter, line.adjusted(side + 4, 0, 0, 0), said, "micro", "ink")

    def _words(self, row: PreviewRow, width: float) -> Block:
        if row.removed:
            everything = (Span(0, len(row.text)),)
            return self._struck.block(row.text, "micro", width, lines=LINES, marks=everything)
        face = FACES[row.kind][0]
        return self._takes.block(row.text, face, width, lines=LINES, marks=row.marks)

    def _label(self, row: PreviewRow, width: float) -> list[Block]:
        label = row.label
        parts = [(label, bool(row.label) and not row.place), (row.who, True)]
        return [
            self.blocks.block(text, "micro", width, lines=3, bold=bold)
            for text, bold in parts
            if text
        ]

    def _room(self, row: PreviewRow, width: float) -> float:
        room = width - self._label_width(width) - GAP
        if row.place is not None:
            room -= self._action_width(width)
        return max(min(room, self.look.type.px(WIDEST)), 40.0)

    def _label_width(self, width: float) -> float:
        wide = width >= self.look.type.px(NARROW)
        return self.look.type.px(LABEL_WIDTH if wide else NARROW_LABEL)

    def _action_width(self, width: float) -> float:
        icon = self.look.type.px(ICON) + 6
        if width < self.look.type.px(NARROW):
            return icon
        advance = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance
        return icon + max(advance(tr("Restore")), advance(tr("Remove")))


class PreviewView(RowView):
    """The paragraphs of a text; `toggled` asks for a removed one, or away with it again."""

    toggled = Signal(object)

    def __init__(self) -> None:
        super().__init__("paper")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._toggle(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._toggle(self.indexAt(event.position().toPoint()))

    def _toggle(self, index: QModelIndex) -> bool:
        row = index.data(VALUE) if index.isValid() else None
        if not isinstance(row, PreviewRow) or row.place is None:
            return False
        self.toggled.emit(row.place)
        return True
