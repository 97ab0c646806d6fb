"""The results, as the reader types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.grouping import Grouping
from summit_reader.domain.search import FacetField, SearchResults
from summit_reader.gui.look import Look
from summit_reader.gui.search.chips import SearchChips
from summit_reader.gui.search.delegate import HitDelegate
from summit_reader.gui.search.model import HitListModel
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.links import LinkButton
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.wording import (
    clause_words,
    counted,
    outlets_counted,
    texts_counted,
)

NEAR = 5
"""Rows before the end from which on the next page is fetched."""


class ResultsPane(Ground):
    """How many were found, how the query was read, and the hits in groups."""

    hit_opened = Signal(object, bool)
    left = Signal()
    query_chosen = Signal(str)
    more_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self.model = HitListModel(self, look.names)
        self._pages: list[SearchResults] = []
        self._grouping = Grouping.OUTLET
        self._has_more = False
        self._chosen = False
        self._outlets = 0
        self.view = OpeningView("paper_alt")
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self.view, look))
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.view.setAccessibleName(self.tr("Search results"))
        self.view.opened.connect(lambda row, across: self.hit_opened.emit(row.hit, across))
        self.model.more_wanted.connect(self.more_wanted)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.view)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.left)
        self._counts = ElidedLabel(look, "uib")
        self._reading = ElidedLabel(look, "micro", "ink2")
        self._similar = Label(look, "caps", "ink2")
        self._similar.setText(self.tr("Similar words"))
        self._similar.hide()
        self._suggestion = LinkButton()
        self._suggestion.setAccessibleName(self.tr("Search for the suggestion"))
        self._suggestion.hide()
        self._suggestion.clicked.connect(self._on_suggestion)
        self._nothing = Label(look, "lead", "ink2", wrapped=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self.chips = SearchChips(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        holder = QWidget()
        holder.setLayout(self._stack)
        column.addWidget(holder, 1)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.chips)
        counts = QHBoxLayout()
        counts.addWidget(self._counts, 1)
        counts.addWidget(self.chips.orders)
        head.addLayout(counts)
        head.addWidget(self._reading)
        head.addWidget(self._suggestion)
        head.addWidget(self._similar)
        return head

    def show_results(self, results: SearchResults, *, has_more: bool = False) -> None:
        """Show what was found in the place of what was found before.

        The best hit is selected, unless the reader has selected one that is found again.
        """
        self._pages, self._outlets = [results], 0
        self._list(has_more=has_more)
        self._tell(results)
        self._stack.setCurrentWidget(self.view if results.articles else self._nothing)

    def add_results(self, results: SearchResults, *, has_more: bool) -> None:
        """Show the next page below what is shown."""
        self._pages.append(results)
        self._list(has_more=has_more)
        self._counts.setText(self._found(self._pages[0]))

    def show_counts(self, results: SearchResults) -> None:
        """Say in how many outlets all that was found stands, as its facets tell."""
        self._outlets = next(
            (each.distinct for each in results.facets if each.field is FacetField.OUTLET), 0
        )
        if self._pages and self._pages[0].articles:
            self._counts.setText(self._found(self._pages[0]))

    def group(self, grouping: Grouping) -> None:
        """Group what is shown, and what will be, in another way."""
        self._grouping = grouping
        self._list(has_more=self._has_more)

    def _list(self, *, has_more: bool) -> None:
        self._has_more = has_more
        chosen = self._chosen
        self.model.show(self._pages, self._grouping, has_more=has_more)
        if not chosen or not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
            chosen = False
        self._chosen = chosen

    def _on_current(self) -> None:
        self._chosen = True
        self.model.want_more(self.view.currentIndex().row(), NEAR)

    def _tell(self, results: SearchResults) -> None:
        hits = bool(results.articles)
        self._counts.setText(self._found(results) if hits else self.tr("Nothing found"))
        self._reading.setText(self._understood(results) if hits else "")
        self._suggestion.setVisible(bool(results.suggestion))
        self._suggestion.set_words(self.tr("Did you mean “{0}”?").format(results.suggestion))
        self._similar.setVisible(results.is_fuzzy and hits)
        if not hits:
            self._nothing.setText(self._why_nothing(results))

    def _found(self, results: SearchResults) -> str:
        """How many there are, of all that was found and not only of what is listed."""
        texts = texts_counted(results.total)
        if results.is_at_least:
            return self.tr("At least {0}").format(texts)
        if not self._has_more:
            hits = [row.hit for row in self.model.rows]
            return self.tr("{0} in {1}, {2}").format(
                counted(len(hits), "{n} hit", "{n} hits"),
                outlets_counted(len({hit.outlet.id for hit in hits})),
                texts,
            )
        if not self._outlets:
            return texts
        return self.tr("{0}, {1}").format(texts, outlets_counted(self._outlets))

    def _understood(self, results: SearchResults) -> str:
        if results.understood is not None:
            return self.tr("Read as {0}").format(clause_words(results.understood))
        return self.tr("Read as {0}").format(", ".join(results.words)) if results.words else ""

    def _why_nothing(self, results: SearchResults) -> str:
        parts = [
            self.tr("Without “{0}” there would be {1}.").format(
                obstacle.text, texts_counted(obstacle.total)
            )
            for obstacle in results.obstacles
        ]
        return "\n".join(
            [
                self.tr(
                    "Nothing in this library matches. Every word must stand somewhere in a text, "
                    "a phrase as it is printed; take a word away, or end one with * to find its "
                    "beginnings."
                ),
                *parts,
            ]
        )

    def show_problem(self, sentence: str) -> None:
        """Say why the query cannot be searched for."""
        self.clear()
        self._nothing.setText(sentence)
        self._stack.setCurrentWidget(self._nothing)

    def _on_suggestion(self) -> None:
        if self._pages and self._pages[0].suggestion:
            self.query_chosen.emit(self._pages[0].suggestion)

    def step(self, by: int) -> None:
        """Move the selection, kept inside the list."""
        count = self.model.rowCount()
        if count:
            row = min(max(self.view.currentIndex().row() + by, 0), count - 1)
            self.view.setCurrentIndex(self.model.index(row))

    def clear(self) -> None:
        """Forget what was found."""
        self._pages = []
        self._has_more = self._chosen = False
        self.model.show((), self._grouping)
        self._counts.setText("")
        self._reading.setText("")
        self._suggestion.hide()
        self._similar.hide()
        self._stack.setCurrentWidget(self.view)

    @property
    def query(self) -> str:
        """What the hits on show were found for; empty without any."""
        return self._pages[0].query if self._pages else ""

    @property
    def total(self) -> int:
        """How many articles were found, or at least were."""
        return self._pages[0].total if self._pages else 0

    def open_current(self, *, across: bool) -> None:
        """Open the selected hit."""
        self.view.open(self.view.currentIndex(), across=across)
