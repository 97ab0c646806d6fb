"""The two lists of the inbox: feeds with their state, and the items that wait."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from summit_reader.domain.feed import Feed, InboxItem
from summit_reader.domain.take import TakeDraft
from summit_reader.gui.feeds.wording import (
    feed_name,
    feed_sentence,
    headline,
    item_line,
    state_line,
    take_line,
    take_words,
    waiting_line,
)
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import tr

PADDING = 7
HEADLINE_LINES = 3
WORDS_LINES = 4
COUNT_GAP = 10
ICON = 13


class FeedListModel(ListModel[Feed | None]):
    """Every feed, under a row that stands for all of them, whose value is None."""

    def waiting(self) -> int:
        """How many items wait in all."""
        return sum(feed.waiting for feed in self.rows if feed is not None)

    def key(self, row: Feed | None) -> Hashable:
        return row and row.id

    def spoken(self, row: Feed | None) -> str:
        if row is None:
            return f"{tr('All feeds')}, {waiting_line(self.waiting())}"
        return feed_sentence(row)


class FeedDelegate(RowDelegate):
    """Draws a name with a count at the right, over the state."""

    def content_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        return height("uib") + height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        feed: Feed | None = index.data(VALUE)
        model = index.model()
        waiting = model.waiting() if isinstance(model, FeedListModel) else 0
        name, below = tr("All feeds"), tr("Everything that waits")
        if feed is not None:
            name, below, waiting = feed_name(feed), state_line(feed), feed.waiting
        height = self.look.type.line_height
        count = str(waiting) if waiting else ""
        room = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance(count)
        line = QRectF(box.left(), box.top() + PADDING, box.width(), height("uib"))
        if count:
            self.draw_at_end(painter, line, count)
            room += COUNT_GAP
        self.draw_line(painter, line.adjusted(0, 0, -room, 0), name, "uib", "ink")
        line = QRectF(box.left(), line.bottom(), box.width(), height("micro"))
        if feed is None or feed.visit.trouble is None:
            self.draw_line(painter, line, below, "micro", "ink2")
            return
        ratio = painter.device().devicePixelRatio()
        side = self.look.type.px(ICON)
        pixmap = self.look.icons.pixmap("trouble", "danger", side, ratio)
        top = line.top() + (line.height() - side) / 2
        painter.drawPixmap(QPointF(line.left(), top), pixmap)
        self.draw_line(painter, line.adjusted(side + 5, 0, 0, 0), below, "micro", "danger")


class ItemListModel(ListModel[InboxItem]):
    """The items that wait."""

    def key(self, row: InboxItem) -> Hashable:
        return row.id

    def spoken(self, row: InboxItem) -> str:
        return f"{headline(row)}. {item_line(row)}"


class ItemDelegate(RowDelegate):
    """Draws a headline in a few lines, over where it is from."""

    def content_height(self, index: Index, width: int) -> float:
        block = self.blocks.block(headline(index.data(VALUE)), "listb", width, lines=HEADLINE_LINES)
        return block.height + self.look.type.line_height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        item: InboxItem = index.data(VALUE)
        block = self.blocks.block(headline(item), "listb", box.width(), lines=HEADLINE_LINES)
        bottom = self.draw(painter, block, QPointF(box.left(), box.top() + PADDING), "ink")
        line = QRectF(box.left(), bottom, box.width(), self.look.type.line_height("micro"))
        self.draw_line(painter, line, item_line(item), "micro", "ink2")


class FoundTakesModel(ListModel[TakeDraft]):
    """The takes that were found in an item."""

    def spoken(self, row: TakeDraft) -> str:
        return f"{take_line(row)}: {take_words(row)}"


class FoundTakeDelegate(RowDelegate):
    """Draws who says it, over the words."""

    def content_height(self, index: Index, width: int) -> float:
        block = self.blocks.block(take_words(index.data(VALUE)), "quote", width, lines=WORDS_LINES)
        return block.height + self.look.type.line_height("uib") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        take: TakeDraft = index.data(VALUE)
        height = self.look.type.line_height("uib")
        line = QRectF(box.left(), box.top() + PADDING, box.width(), height)
        self.draw_line(painter, line, take_line(take), "uib", "ink")
        block = self.blocks.block(take_words(take), "quote", box.width(), lines=WORDS_LINES)
        self.draw(painter, block, QPointF(box.left(), line.bottom()), "ink")
