"""Facets beside the results: a click narrows the query, and says so in its words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from summit_reader.domain.search import Facet, SearchResults
from summit_reader.gui.look import Look
from summit_reader.gui.search.facets import FacetDelegate, FacetListModel, FacetRow, place_of
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.opening import OpeningView


class FacetView(OpeningView):
    """Space ticks as Enter and a click do."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.open(self.currentIndex(), across=False)
        else:
            super().keyPressEvent(event)


class FacetsPane(Ground):
    """The facets of what was found; `narrowed` hands out the query that a click makes."""

    narrowed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "window")
        self._query = ""
        self._facets: tuple[Facet, ...] = ()
        self.model = FacetListModel(self)
        self.view = FacetView("window")
        self.view.setModel(self.model)
        self.view.setItemDelegate(FacetDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Narrow the search"))
        self.view.opened.connect(lambda row, _: self._on_ticked(row))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_results(self, results: SearchResults) -> None:
        """Show the facets of these results."""
        self._query, self._facets = results.query, results.facets
        self.model.show(results.facets, results.query)

    def _on_ticked(self, row: FacetRow) -> None:
        # Another tick may follow before the counts are there.
        self._query = self._with(row)
        self.model.show(self._facets, self._query)
        self.narrowed.emit(self._query)

    def _with(self, row: FacetRow) -> str:
        """The query with the row's clause put in, or taken out where it stands."""
        place = place_of(row.count.clause, self._query)
        if place is None:
            return f"{self._query.strip()} {row.count.clause}"
        return f"{self._query[: place.start].rstrip()} {self._query[place.end :].lstrip()}".strip()
