"""What a search found, as rows grouped by outlet or by article."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from summit_reader.domain.grouping import Grouping, HitGroup, grouped
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.search import Hit, SearchResults
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.dragging import TAKE, dragged
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import Index
from summit_reader.gui.wording import outlet_line, tr, written_by


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit; `group` counts the hits of its group and is 0 on all rows but the first of it.

    `carrier` is the outlet that published the article, `grouping` what the group has in common.
    """

    hit: Hit
    headline: str
    carrier: OutletRef
    group: int
    grouping: Grouping


class HitListModel(ListModel[HitRow]):
    """Hits in groups; `VALUE` hands out a `HitRow`. More is asked for when the end is near.

    A hit that is a take can be dragged to the board.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None, names: OutletNames | None = None) -> None:
        super().__init__(parent)
        self._names = names or OutletNames(self)
        self._has_more = False

    def show(
        self, pages: Sequence[SearchResults], grouping: Grouping, *, has_more: bool = False
    ) -> None:
        """Show these pages of results instead; a hit that was there before stays the same row."""
        self._has_more = has_more
        self.change(rows_of(pages, grouping))

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        self.more_wanted.emit()

    def want_more(self, row: int, within: int) -> None:
        """Ask for more if the row stands that near to the end."""
        if row + within >= len(self.rows) and self.canFetchMore(QModelIndex()):
            self.more_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.rows[index.row()].hit.take_id is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [TAKE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        take_id = self.rows[indexes[0].row()].hit.take_id
        return dragged(TAKE, take_id) if take_id is not None else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def key(self, row: HitRow) -> Hashable:
        # Not by its take: the words may have become a take's, or be no take's any more.
        return row.hit.article_id, row.hit.source

    def shown(self, row: HitRow) -> str:
        return row.hit.snippet.text

    def spoken(self, row: HitRow) -> str:
        hit = row.hit
        where = f" ({tr('removed text')})" if hit.removed else ""
        if hit.comment:
            where = f" ({written_by(hit.speaker)})"
        return f"{outlet_line(self._names.outlet(hit.outlet))}: {hit.snippet.text}{where}"


def rows_of(pages: Sequence[SearchResults], grouping: Grouping) -> list[HitRow]:
    """The hits of all pages. Nothing moves when a page comes in: each has groups of its own."""
    carriers = {one.article_id: one.outlet for page in pages for one in page.articles}
    groups: list[HitGroup] = [group for page in pages for group in grouped(page.articles, grouping)]
    return [
        HitRow(
            listed.hit,
            listed.headline,
            carriers[listed.hit.article_id],
            group=len(group.hits) if number == 0 else 0,
            grouping=grouping,
        )
        for group in groups
        for number, listed in enumerate(group.hits)
    ]
