"""How cards look on the board, and the marks between them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from summit_reader.domain.comparison import Card, LooseClipping
from summit_reader.gui.board.table import Between, BoardModel
from summit_reader.gui.board.wording import (
    COLOURS,
    chain_of,
    colour_name,
    heading_of,
    lines_of,
    relation_word,
    shown_words,
    tags_line,
)
from summit_reader.gui.differences.wording import RELATION_ICONS
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.mirroring import upright
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate
from summit_reader.gui.widgets.sides import SMALL_BADGE, Side, paint_badge, paint_bar
from summit_reader.gui.wording import tr

GAP = 10
"""Pixels between two rows of cards."""
LEFT, RIGHT, TOP, BOTTOM = 16, 10, 9, 11
ICON, SPACE = 14, 5
QUOTE_LINES, CHAIN_LINES, NOTE_LINES = 14, 2, 5
END_ROW = 46
CHIP = 21


class CardDelegate(RowDelegate):
    """Cards with everything that is on them; what is asked of a card's height is kept."""

    def __init__(self, view: QTableView, model: BoardModel, look: Look) -> None:
        super().__init__(view, look)
        self._model = model
        self._heights: dict[tuple[object, ...], int] = {}
        look.changed.connect(self._heights.clear)

    def row_height(self, row: int, width: int) -> int:
        """How tall a row is whose cards are `width` wide."""
        cards = self._model.row_of_cards(row)
        if not cards:
            return self.look.type.px(END_ROW)
        return max(self.card_height(card, width) for card in cards) + GAP

    def card_height(self, card: Card, width: int) -> int:
        """How tall a card of that width is."""
        # The words and the provenance of a kept card never change.
        key = (card.id, card.note, card.tags, card.colour, width)
        if key not in self._heights:
            self._heights[key] = round(self._measured(card, width))
        return self._heights[key]

    def is_measured(self, card: Card, width: int) -> bool:
        """Whether the height of the card is known."""
        return (card.id, card.note, card.tags, card.colour, width) in self._heights

    def way_back(self, card: Card, box: QRect) -> QRectF:
        """Where in the box of its cell a card tells the way of its words."""
        inner, look = box.width() - LEFT - RIGHT, self.look
        top = box.top() + 1 + TOP + look.type.px(SMALL_BADGE) + 6 + self._words(card, inner).height
        return QRectF(box.left() + LEFT, top, inner, self._chain(card, inner).height)

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(option.rect.width(), self.row_height(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        value = index.data(VALUE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.face(painter, option)
        box = QRectF(option.rect).adjusted(0, 1, 0, -GAP + 1)
        selected = self._view.currentIndex() == index
        focused = selected and self._view.hasFocus()
        if isinstance(value, Between):
            self._paint_between(painter, box, value, focused=focused, option=option)
        elif value is not None:
            self._paint_card(painter, box, value, focused=focused, selected=selected)
        elif not index.column() % 2:
            last = index.row() == self._model.rowCount() - 1
            self._paint_place(painter, box, last=last, focused=focused, option=option)
        painter.restore()

    # --- a card ---------------------------------------------------------------------------------

    def _measured(self, card: Card, width: int) -> float:
        height = self.look.type.line_height
        inner = width - LEFT - RIGHT
        total: float = TOP + max(self.look.type.px(SMALL_BADGE), height("uib")) + 6
        total += self._words(card, inner).height + self._chain(card, inner).height + BOTTOM
        if card.note:
            total += self._note(card, inner).height + 18
        if card.tags or card.colour:
            total += height("micro") + 6
        return total

    def _words(self, card: Card, inner: float) -> Block:
        return self.blocks.block(shown_words(card), "list", inner, lines=QUOTE_LINES)

    def _chain(self, card: Card, inner: float) -> Block:
        room = inner - self.look.type.px(ICON) - SPACE
        return self.blocks.block(chain_of(card, self.look.names), "micro", room, lines=CHAIN_LINES)

    def _note(self, card: Card, inner: float) -> Block:
        room = inner - self.look.type.px(ICON) - 26
        return self.blocks.block(lines_of(card.note), "micro", room, lines=NOTE_LINES)

    def _paint_card(
        self, painter: QPainter, box: QRectF, card: Card, *, focused: bool, selected: bool
    ) -> None:
        edge = box.adjusted(1, 0, -1, -1)
        painter.setBrush(self.colour("paper"))
        role = "focus" if focused else "ink2" if selected else "rule"
        painter.setPen(QPen(self.colour(role), 2 if focused else 1))
        painter.drawRoundedRect(edge, 6, 6)
        side, type_ = Side(card.column), self.look.type
        paint_bar(painter, edge.left(), edge.top() + 10, edge.bottom() - 10, side, self.look)
        badge = type_.px(SMALL_BADGE)
        spot = QRectF(edge.left() + LEFT, edge.top() + TOP, badge, badge)
        paint_badge(painter, spot, side, self.look, filled=False)
        size, ratio = type_.px(ICON), painter.device().devicePixelRatioF()
        grip = self.look.icons.pixmap("drag", "ink2", size, ratio)
        painter.drawPixmap(QPointF(edge.right() - size - 8, spot.top() + 2), grip)
        name, country = heading_of(card, self.look.names)
        line = QRectF(spot.right() + 8, spot.top(), edge.right() - spot.right() - size - 22, badge)
        room = QFontMetricsF(type_.font("micro")).horizontalAdvance(country) + 8
        used = self.draw_line(painter, line.adjusted(0, 0, -room, 0), name, "uib", "ink")
        self.draw_line(painter, line.adjusted(used + 7, 0, 0, 0), country, "micro", "ink2")
        inner = box.width() - LEFT - RIGHT
        left = edge.left() + LEFT
        top = self.draw(painter, self._words(card, inner), QPointF(left, spot.bottom() + 6), "ink")
        icon = "not_here" if isinstance(card, LooseClipping) else "carried_by"
        arrow = self.look.icons.pixmap(icon, "ink2", size, ratio)
        painter.drawPixmap(QPointF(left, top + 2), arrow)
        top = self.draw(
            painter, self._chain(card, inner), QPointF(left + size + SPACE, top), "ink2"
        )
        if card.note:
            top = self._paint_note(painter, QRectF(left, top + 6, inner, 0), card)
        if card.tags or card.colour:
            self._paint_marks(painter, QPointF(left, top + 5), inner, card)

    def _paint_note(self, painter: QPainter, box: QRectF, card: Card) -> float:
        words = self._note(card, box.width())
        size, ratio = self.look.type.px(ICON), painter.device().devicePixelRatioF()
        frame = QRectF(box.left(), box.top(), box.width(), words.height + 12)
        painter.setBrush(self.colour("note"))
        painter.setPen(QPen(self.colour("rule"), 1))
        painter.drawRoundedRect(frame, 5, 5)
        icon = self.look.icons.pixmap("note", "ink2", size, ratio)
        painter.drawPixmap(QPointF(frame.left() + 8, frame.top() + 7), icon)
        self.draw(painter, words, QPointF(frame.left() + size + 15, frame.top() + 6), "ink")
        return frame.bottom()

    def _paint_marks(self, painter: QPainter, at: QPointF, room: float, card: Card) -> None:
        """Tags behind their icon, the colour as a spot with its name."""
        size, ratio = self.look.type.px(ICON), painter.device().devicePixelRatioF()
        height, left, right = self.look.type.line_height("micro"), at.x(), at.x() + room
        if card.colour is not None:
            role = COLOURS[card.colour][1]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour(role))
            spot = size - 4
            painter.drawEllipse(QRectF(left + 1, at.y() + (height - spot) / 2, spot, spot))
            name = QRectF(left + size + SPACE, at.y(), right - left - size - SPACE, height)
            left = (
                name.left()
                + 12
                + self.draw_line(painter, name, colour_name(card.colour), "micro", "ink2")
            )
        if card.tags and left < right:
            icon = self.look.icons.pixmap("tag", "ink2", size, ratio)
            painter.drawPixmap(QPointF(left, at.y() + 2), icon)
            line = QRectF(left + size + SPACE, at.y(), right - left - size - SPACE, height)
            self.draw_line(painter, line, tags_line(card.tags), "micro", "ink2")

    # --- between and below ----------------------------------------------------------------------

    def _paint_between(
        self, painter: QPainter, box: QRectF, between: Between, *, focused: bool, option: Option
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        relation = between.relation
        if relation is None and not (focused or hovered):
            return
        word, icon = (tr("relation…"), "adds")
        if relation is not None:
            word, icon = relation_word(relation), RELATION_ICONS[relation]
        metrics = QFontMetricsF(self.look.type.font("micro", bold=True))
        size = self.look.type.px(ICON)
        widest = box.width() - 10
        wide = min(metrics.horizontalAdvance(word) + size + 22, widest)
        lines = self.blocks.block(word, "micro", max(wide - size - 18, 1), lines=3, bold=True)
        chip = QRectF(0, 0, wide, max(lines.height + 4, self.look.type.px(CHIP)))
        chip.moveCenter(box.center())
        role = "focus" if focused else "rule" if relation is not None else "rule_strong"
        line = Qt.PenStyle.SolidLine if relation is not None or focused else Qt.PenStyle.DashLine
        painter.setPen(QPen(self.colour(role), 2 if focused else 1, line))
        painter.setBrush(self.colour("paper"))
        painter.drawRoundedRect(chip, 5, 5)
        ink = "ink" if relation is not None else "ink2"
        pixmap = self.look.icons.pixmap(icon, ink, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(chip.left() + 6, chip.center().y() - size / 2), pixmap)
        at = QPointF(chip.left() + size + 12, chip.center().y() - lines.height / 2)
        self.draw(painter, lines, at, ink)

    def _paint_place(
        self, painter: QPainter, box: QRectF, *, last: bool, focused: bool, option: Option
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (last or focused or hovered):
            return
        edge = box.adjusted(1, 0, -1, -1)
        pen = QPen(self.colour("focus" if focused else "rule_strong"), 2 if focused else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(edge, 6, 6)
        if last:
            painter.setFont(self.look.type.font("micro"))
            painter.setPen(self.colour("ink2"))
            words = tr("Drop a take here, or Ctrl+D in a pane")
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, round(edge.width()) - 16
            )
            with upright(painter, edge):
                painter.drawText(edge, Qt.AlignmentFlag.AlignCenter, shown)
