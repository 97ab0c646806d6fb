"""How a cell looks: somebody's words, or a word, an icon and a pattern for why there are none."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from summit_reader.domain.grid import GridCell
from summit_reader.domain.point import Absence
from summit_reader.gui.grid.model import CARRIERS, SIDE, GridModel
from summit_reader.gui.grid.patterns import Patterns
from summit_reader.gui.grid.wording import (
    cell_voice,
    cell_words,
    empty_reason,
    empty_word,
    proposed_word,
    proposed_words,
    shown_cell,
)
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.rows import RING, VALUE, Index, RowDelegate
from summit_reader.gui.widgets.sides import SMALL_BADGE, Side, paint_badge
from summit_reader.gui.wording import ABSENCE_ICONS

LINES = 3
INSET, PADDING, MARGIN = 11, 8, 6
ICON, GAP = 15, 6
CLEAR = 8
"""Pixels of clear ground round the word of an empty cell."""


def cell_size(look: Look) -> QSize:
    """How large every cell is at the present text size."""
    height = LINES * look.type.line_height("quote") + look.type.line_height("micro")
    return QSize(look.type.px(156), max(look.type.px(93), height + 2 * PADDING + 3))


class CellDelegate(RowDelegate):
    """Draws cells of one size, divided by hairlines."""

    inset = INSET

    def __init__(self, view: QTableView, look: Look) -> None:
        super().__init__(view, look)
        self._table = view
        self._patterns = Patterns(look)

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return cell_size(self.look)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        cell: GridCell = index.data(VALUE)
        side: Side | None = index.data(SIDE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(box, self.colour("hover" if hovered and cell.takes else "paper"))
        self._paint_rules(painter, box)
        if cell.takes:
            self._paint_take(painter, box, shown_cell(cell, self.look.names), side)
        elif cell.absence is None:
            self._paint_proposal(painter, box, cell)
        else:
            self._paint_empty(painter, box, cell, cell.absence, index)
        if side is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour(side.role), RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 2, 2)
        if self._table.hasFocus() and self._table.currentIndex() == index:
            inner = 3.5 if side is not None else 1
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour("focus"), RING))
            painter.drawRoundedRect(box.adjusted(inner, inner, -inner - 1, -inner - 1), 3, 3)
        painter.restore()

    def _paint_take(
        self, painter: QPainter, box: QRectF, cell: GridCell, side: Side | None
    ) -> None:
        inner = box.adjusted(INSET, PADDING, -INSET, -PADDING)
        room = inner.width()
        if side is not None:
            badge = self.look.type.px(SMALL_BADGE)
            spot = QRectF(box.right() - badge - 6, box.top() + 7, badge, badge)
            paint_badge(painter, spot, side, self.look, filled=True)
            room -= badge
        words = self.blocks.block(cell_words(cell), "quote", room, lines=LINES)
        self.draw(painter, words, inner.topLeft(), "ink")
        height = self.look.type.line_height("micro")
        line = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
        self.draw_line(painter, line, cell_voice(cell), "micro", "ink2")

    def _paint_proposal(self, painter: QPainter, box: QRectF, cell: GridCell) -> None:
        """Words in grey under a dotted bar and the word: nobody's take on the point yet."""
        inner = box.adjusted(INSET, PADDING, -INSET, -PADDING)
        painter.setPen(QPen(self.colour("rule_strong"), 1.5, Qt.PenStyle.DotLine))
        left = box.left() + INSET / 2
        painter.drawLine(QPointF(left, inner.top()), QPointF(left, inner.bottom()))
        words = self.blocks.block(proposed_words(cell), "quote", inner.width(), lines=LINES)
        self.draw(painter, words, inner.topLeft(), "ink3")
        height = self.look.type.line_height("micro")
        line = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
        self.draw_line(painter, line, proposed_word(cell), "micro", "ink2", bold=True)

    def _paint_empty(
        self, painter: QPainter, box: QRectF, cell: GridCell, absence: Absence, index: Index
    ) -> None:
        self._patterns.paint(
            painter, box.adjusted(MARGIN, MARGIN, -MARGIN - 1, -MARGIN - 1), absence
        )
        height, icon = self.look.type.line_height, self.look.type.px(ICON)
        model = self._table.model()
        in_story = isinstance(model, GridModel) and model.in_story
        word = empty_word(absence, in_story=in_story)
        reason = empty_reason(cell, index.data(CARRIERS))
        room = box.width() - 2 * (MARGIN + CLEAR)
        advance = QFontMetricsF(self.look.type.font("uib")).horizontalAdvance(word) + 1
        below = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance(reason) + 1
        head = min(icon + GAP + advance, room)
        wide = max(head, min(below, room))
        tall = height("uib") + (height("micro") if reason else 0)
        clear = QRectF(0, 0, wide + 2 * CLEAR, tall + 2 * CLEAR)
        clear.moveCenter(box.center())
        if absence is not Absence.SILENT:
            painter.fillRect(clear, self.colour("paper"))
        top = clear.top() + CLEAR
        line = QRectF(box.center().x() - head / 2, top, head, height("uib"))
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.look.icons.pixmap(ABSENCE_ICONS[absence], "ink", icon, ratio)
        painter.drawPixmap(QPointF(line.left(), line.center().y() - icon / 2), pixmap)
        self.draw_line(painter, line.adjusted(icon + GAP, 0, 0, 0), word, "uib", "ink")
        if reason:
            shown = min(below, room)
            under = QRectF(box.center().x() - shown / 2, line.bottom(), shown, height("micro"))
            self.draw_line(painter, under, reason, "micro", "ink2")

    def _paint_rules(self, painter: QPainter, box: QRectF) -> None:
        rule = self.colour("rule")
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), rule)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), rule)
