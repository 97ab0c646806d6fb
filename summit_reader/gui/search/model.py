"""What a search found, as rows grouped by outlet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from summit_reader.domain.search import Hit, SearchResults
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.wording import outlet_line


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit; `group` counts its outlet's hits and is 0 on all rows but the first of a group."""

    hit: Hit
    headline: str
    group: int


class HitListModel(QAbstractListModel):
    """Hits in groups, the best outlet first; `VALUE` hands out a `HitRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HitRow] = []

    def show(self, results: SearchResults) -> None:
        """Show these results instead."""
        self.beginResetModel()
        self._rows = grouped(results)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.hit.snippet.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{outlet_line(row.hit.outlet)}: {row.hit.snippet.text}"
            case _ if role == VALUE:
                return row
            case _:
                return None


def grouped(results: SearchResults) -> list[HitRow]:
    """The hits by outlet, in the order in which the outlets first appear."""
    groups: dict[int, list[tuple[Hit, str]]] = {}
    for article in results.articles:
        for hit in article.hits:
            groups.setdefault(hit.outlet.id, []).append((hit, article.headline))
    return [
        HitRow(hit, headline, group=len(hits) if number == 0 else 0)
        for hits in groups.values()
        for number, (hit, headline) in enumerate(hits)
    ]
