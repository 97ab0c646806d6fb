"""Before the first Enter: the two sentences a point would open, as pull quotes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.mirroring import alignment, turn_for, upright
from summit_reader.gui.widgets.rows import Block, TextBlocks
from summit_reader.gui.widgets.sides import BADGE, Side, paint_badge
from summit_reader.gui.wording import outlet_line, quoted, source_line

INSET = 36
QUOTE_LINES = 6
TOP_SHARE = 0.2


class PairPreview(Ground):
    """One line that says what to do, and the pair that Enter opens, or a click."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper")
        # Where the list of points is folded away, Enter has to be heard here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pair: tuple[Take, Take] | None = None
        self._blocks = TextBlocks(look)
        look.changed.connect(self.update)
        look.names.changed.connect(self._tell)

    def show_pair(self, pair: tuple[Take, Take] | None) -> None:
        """Announce this pair."""
        self._pair = pair
        self._tell()
        self.update()

    def _shown(self) -> tuple[Take, Take] | None:
        names = self._look.names
        return (names.take(self._pair[0]), names.take(self._pair[1])) if self._pair else None

    def _tell(self) -> None:
        pair = self._shown()
        spoken = (
            ""
            if pair is None
            else ". ".join(
                f"{side.name}: {outlet_line(take.outlet)}. {take.text}"
                for side, take in zip(Side, pair, strict=False)
            )
        )
        before, after = self._hint()
        self.setAccessibleName(f"{before} {self.tr('Enter')} {after}")
        self.setAccessibleDescription(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn_for(painter, self)
        self._paint_hint(painter)
        top = self._look.type.px(41)
        rule = self._look.theme.colour("rule")
        painter.fillRect(QRectF(0, top, self.width(), 1), rule)
        half = self.width() / 2
        if (pair := self._shown()) is not None:
            painter.fillRect(QRectF(half, top, 1, self.height() - top), rule)
            for side, take in zip(Side, pair, strict=False):
                left = INSET + side * half
                box = QRectF(left, top, half - 2 * INSET, self.height() - top)
                self._paint_take(painter, box, side, take)
        if self.hasFocus():
            painter.setPen(QPen(self._look.theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _hint(self) -> tuple[str, str]:
        """What to do, before and after the key."""
        if self._pair is None:
            return self.tr("Choose an outlet, or search."), self.tr("opens a text or a take here.")
        return self.tr("Pick a point to see two outlets on it."), self.tr("opens the marked pair.")

    def _paint_hint(self, painter: QPainter) -> None:
        theme, type_ = self._look.theme, self._look.type
        before, after = self._hint()
        key = self.tr("Enter")
        painter.setFont(type_.font("ui"))
        metrics = painter.fontMetrics()
        widths = [metrics.horizontalAdvance(text) for text in (before, key, after)]
        widths[1] += 16
        if sum(widths) + 16 > self.width():
            # Without room for all of it, the key and what it does are enough.
            before, widths[0] = "", 0
            widths[2] = min(widths[2], self.width() - widths[1] - 2 * INSET)
            after = metrics.elidedText(after, Qt.TextElideMode.ElideRight, widths[2])
        x = (self.width() - sum(widths) - 16) / 2
        height = type_.px(41)
        painter.setPen(theme.colour("ink"))
        _put(painter, QRectF(x, 0, widths[0], height), before)
        cap = QRectF(x + widths[0] + 8, (height - type_.px(20)) / 2, widths[1], type_.px(20))
        painter.setPen(QPen(theme.colour("rule_strong"), 1))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(type_.font("micro", bold=True))
        painter.setPen(theme.colour("ink"))
        with upright(painter, cap):
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        painter.setFont(type_.font("ui"))
        _put(painter, QRectF(cap.right() + 8, 0, widths[2], height), after)

    def _paint_take(self, painter: QPainter, box: QRectF, side: Side, take: Take) -> None:
        theme, type_ = self._look.theme, self._look.type
        badge = type_.px(BADGE)
        top = box.top() + box.height() * TOP_SHARE
        paint_badge(painter, QRectF(box.left(), top, badge, badge), side, self._look, filled=False)
        name = self._blocks.block(take.outlet.name, "outlet", box.width() - badge - 40)
        painter.setPen(theme.colour("ink"))
        width = name.layout.lineAt(0).naturalTextWidth()
        _draw(painter, replace(name, width=width), QPointF(box.left() + badge + 10, top))
        painter.setFont(type_.font("micro"))
        painter.setPen(theme.colour("ink2"))
        country = QRectF(box.left() + badge + 18 + width, top, type_.px(40), badge)
        _put(painter, country, take.outlet.country)
        top += badge + 18
        quote = self._blocks.block(quoted(take), "pull", box.width(), lines=QUOTE_LINES)
        _draw(painter, quote, QPointF(box.left(), top))
        source = QRectF(
            box.left(), top + quote.height + 10, box.width(), type_.line_height("micro")
        )
        _put(painter, source, source_line(take))


def _put(painter: QPainter, box: QRectF, text: str) -> None:
    with upright(painter, box) as turned:
        painter.drawText(box, alignment(turned=turned), text)


def _draw(painter: QPainter, block: Block, at: QPointF) -> None:
    with upright(painter, QRectF(at, QSizeF(block.width, block.height))):
        block.layout.draw(painter, at)
