"""The texts of a story, each with the reason why it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from summit_reader.domain.comparison import Source
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.opening import ACROSS, is_alt_click
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState, RowView
from summit_reader.gui.wording import published_line, tr

PADDING = 9
LINES = 2


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text, and why it is where it is."""

    source: Source
    reason: str


class TextListModel(ListModel[TextRow]):
    """Texts of a story."""

    def spoken(self, row: TextRow) -> str:
        """Outlet, headline, date, reason."""
        metadata = row.source.metadata
        parts = (metadata.outlet.name, row.source.title, published_line(metadata), row.reason)
        return ". ".join(part for part in parts if part)


class TextDelegate(RowDelegate):
    """The outlet and the day, the headline, the reason."""

    inset = 16

    def content_height(self, index: Index, width: int) -> float:
        height, row = self.look.type.line_height, index.data(VALUE)
        reason = self._reason(row, width).height if row.reason else 0
        return height("uib") + self._title(row, width).height + reason + 2 * PADDING + 2

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: TextRow = index.data(VALUE)
        metadata = row.source.metadata
        line = QRectF(
            box.left(), box.top() + PADDING, box.width(), self.look.type.line_height("uib")
        )
        used = self.draw_line(painter, line, metadata.outlet.name, "uib", "ink")
        facts = " · ".join(filter(None, (metadata.outlet.country, published_line(metadata))))
        self.draw_line(painter, line.adjusted(used + 7, 0, 0, 0), facts, "micro", "ink2")
        at = QPointF(box.left(), line.bottom() + 1)
        below = self.draw(painter, self._title(row, box.width()), at, "ink")
        if row.reason:
            self.draw(painter, self._reason(row, box.width()), QPointF(box.left(), below), "ink2")

    def _title(self, row: TextRow, width: float) -> Block:
        return self.blocks.block(row.source.title, "list", width, lines=LINES)

    def _reason(self, row: TextRow, width: float) -> Block:
        return self.blocks.block(row.reason, "micro", width, lines=LINES)


class TextView(RowView):
    """Several texts can be chosen; Enter or a double click opens the current one."""

    opened = Signal(int, bool)

    def __init__(self, look: Look) -> None:
        super().__init__("paper")
        self.rows = TextListModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(TextDelegate(self, look))
        self.setAccessibleName(tr("Texts of the story"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_rows(self, rows: Sequence[TextRow]) -> None:
        """Show these texts; those that were chosen and are still here stay chosen."""
        chosen = set(self.chosen())
        self.rows.reset(rows)
        select = self.selectionModel().SelectionFlag.Select
        for at, row in enumerate(rows):
            if row.source.article_id in chosen:
                self.selectionModel().select(self.rows.index(at), select)
        if rows and not self.currentIndex().isValid():
            flag = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.rows.index(0), flag)

    def chosen(self) -> list[int]:
        """The ids of the chosen texts, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.rows.rows[row].source.article_id for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(across=bool(event.modifiers() & ACROSS))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if is_alt_click(event):
            self._open(across=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(across=bool(event.modifiers() & ACROSS))

    def _open(self, *, across: bool) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.opened.emit(index.data(VALUE).source.article_id, across)
