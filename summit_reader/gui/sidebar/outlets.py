"""The list of outlets with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter

from summit_reader.domain.outlet import OutletSummary
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import outlet_line, plain_tip, takes_counted, texts_counted

ROW = 27
GAP = 7


class OutletListModel(QAbstractListModel):
    """Outlets by name; `VALUE` hands out the `OutletSummary`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlets: list[OutletSummary] = []

    def show(self, outlets: Sequence[OutletSummary]) -> None:
        """Show these outlets instead."""
        self.beginResetModel()
        self._outlets = list(outlets)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._outlets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary = self._outlets[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return outlet_line(summary.outlet)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(outlet_line(summary.outlet))
            case Qt.ItemDataRole.AccessibleTextRole:
                counts = f"{takes_counted(summary.takes)}, {texts_counted(summary.articles)}"
                return f"{outlet_line(summary.outlet)}, {counts}"
            case _ if role == VALUE:
                return summary
            case _:
                return None


def outlet_filter(model: OutletListModel, parent: QObject) -> QSortFilterProxyModel:
    """The outlets whose name or country holds what was typed."""
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(model)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return proxy


class OutletDelegate(RowDelegate):
    """Name, country, number of takes."""

    def content_height(self, index: Index, width: int) -> float:
        return self.look.type.px(ROW)

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        summary: OutletSummary = index.data(VALUE)
        count = str(summary.takes)
        room = 8.0 + painter.fontMetrics().horizontalAdvance(count)
        number = QRectF(box.right() - room, box.top(), room, box.height())
        name = QRectF(box).adjusted(0, 0, -room - 28, 0)
        used = self.draw_line(painter, name, summary.outlet.name, "ui", "ink", bold=state.selected)
        country = QRectF(box).adjusted(used + GAP, 0, -room, 0)
        self.draw_line(painter, country, summary.outlet.country, "micro", "ink2")
        self.draw_at_end(painter, number, count)
