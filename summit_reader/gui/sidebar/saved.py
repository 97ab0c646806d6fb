"""The list of saved searches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.search import SavedSearch
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import texts_counted

ROW = 27
ICON = 15


class SavedSearchModel(ListModel[SavedSearch]):
    """Saved searches; `VALUE` hands out the `SavedSearch`."""

    def show(self, searches: Sequence[SavedSearch]) -> None:
        """Show these searches instead."""
        self.reset(searches)

    def shown(self, row: SavedSearch) -> str:
        return f"“{row.query}”"

    def spoken(self, row: SavedSearch) -> str:
        return f"{row.query}, {texts_counted(row.total)}"


class SavedSearchDelegate(RowDelegate):
    """A star, the query, how many texts it finds now."""

    def content_height(self, index: Index, width: int) -> float:
        return self.look.type.px(ROW)

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        search: SavedSearch = index.data(VALUE)
        side = self.look.type.px(ICON)
        ratio = painter.device().devicePixelRatioF()
        star = self.look.icons.pixmap("save_search", "ink2", side, ratio)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - side / 2), star)
        words = QRectF(box).adjusted(side + 7, 0, -28, 0)
        self.draw_line(painter, words, f"“{search.query}”", "ui", "ink", bold=state.selected)
        self.draw_at_end(painter, box, str(search.total))
