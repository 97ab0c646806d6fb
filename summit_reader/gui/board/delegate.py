"""How a clipping looks on the strip: a card one can pick up."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from summit_reader.domain.comparison import Clipping
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.widgets.sides import SMALL_BADGE, Side, paint_badge, paint_bar
from summit_reader.gui.wording import carrier_line, quoted

WIDTH, GAP = 272, 8
LINES = 2
ICON = 15


class ClippingDelegate(RowDelegate):
    """Side, outlet, quotation in two lines, and the note if there is one."""

    def content_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        return height("uib") + LINES * height("quote") + height("micro") + 30

    def sizeHint(self, option: Option, index: Index) -> QSize:
        width = self.look.type.px(WIDTH)
        return QSize(width + GAP, round(self.content_height(index, width)))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        state = RowState(
            selected=self._view.selectionModel().isSelected(index),
            hovered=False,
            focused=self._view.hasFocus() and self._view.currentIndex() == index,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.face(painter, option)
        card = QRectF(option.rect).adjusted(1, 1, -GAP, -3)
        painter.setBrush(self.colour("paper"))
        outline = "focus" if state.focused else "ink2" if state.selected else "rule"
        painter.setPen(QPen(self.colour(outline), 2 if state.focused else 1))
        painter.drawRoundedRect(card, 6, 6)
        self.paint_content(painter, card, index, state)
        painter.restore()

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        clipping: Clipping = index.data(VALUE)
        take, height = self.look.names.take(clipping.take), self.look.type.line_height
        side = Side(clipping.column % len(Side))
        paint_bar(painter, box.left(), box.top() + 10, box.bottom() - 8, side, self.look)
        badge = self.look.type.px(SMALL_BADGE)
        spot = QRectF(box.left() + 16, box.top() + 8, badge, badge)
        paint_badge(painter, spot, side, self.look, filled=False)
        line = QRectF(spot.right() + 8, spot.top(), box.width() - badge - 56, badge)
        about = [take.outlet.country]
        if take.speaker is not None:
            about.append(take.speaker.name)
        elif take.via:
            about.append(carrier_line(take.via))
        facts = " · ".join(fact for fact in about if fact)
        # A long name must not push out who speaks.
        room = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance(facts) + 10
        name = line.adjusted(0, 0, -min(room, line.width() * 0.42), 0)
        used = self.draw_line(painter, name, take.outlet.name, "uib", "ink")
        self.draw_line(painter, line.adjusted(used + 8, 0, 0, 0), facts, "micro", "ink2")
        size = self.look.type.px(ICON)
        ratio = painter.device().devicePixelRatioF()
        grip = self.look.icons.pixmap("drag", "ink2", size, ratio)
        painter.drawPixmap(QPointF(box.right() - size - 6, spot.top() + 2), grip)
        width = box.width() - 30
        quote = self.blocks.block(quoted(take), "quote", width, lines=LINES)
        top = self.draw(painter, quote, QPointF(box.left() + 16, spot.bottom() + 5), "ink")
        if clipping.note:
            note = self.look.icons.pixmap("note", "ink2", size - 2, ratio)
            painter.drawPixmap(QPointF(box.left() + 16, top + 2), note)
            words = QRectF(box.left() + 16 + size + 3, top, width - size, height("micro"))
            self.draw_line(painter, words, clipping.note, "micro", "ink2")
        painter.setBrush(Qt.BrushStyle.NoBrush)
