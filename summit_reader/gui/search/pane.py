"""The results, as the reader types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from summit_reader.domain.search import SearchResults
from summit_reader.gui.look import Look
from summit_reader.gui.search.chips import SearchChips
from summit_reader.gui.search.delegate import HitDelegate
from summit_reader.gui.search.model import HitListModel
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.wording import (
    clause_words,
    counted,
    outlets_counted,
    texts_counted,
    unmarked,
)


class ResultsPane(Ground):
    """How many were found, how the query was read, and the hits by outlet."""

    hit_opened = Signal(object, bool)
    left = Signal()
    query_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self.model = HitListModel(self)
        self._results: SearchResults | None = None
        self.view = OpeningView("paper_alt")
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Search results"))
        self.view.opened.connect(lambda row, across: self.hit_opened.emit(row.hit, across))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.view)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.left)
        self._counts = ElidedLabel(look, "uib")
        self._reading = ElidedLabel(look, "micro", "ink2")
        self._similar = Label(look, "caps", "ink2")
        self._similar.setText(self.tr("Similar words"))
        self._similar.hide()
        self._suggestion = QPushButton()
        self._suggestion.setFlat(True)
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
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.chips)
        head.addWidget(self._counts)
        head.addWidget(self._reading)
        head.addWidget(self._suggestion)
        head.addWidget(self._similar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        holder = QWidget()
        holder.setLayout(self._stack)
        column.addWidget(holder)

    def show_results(self, results: SearchResults) -> None:
        """Show what was found; the first hit is selected."""
        self._results = results
        self.model.show(results)
        hits = self.model.rowCount()
        outlets = {hit.outlet.id for article in results.articles for hit in article.hits}
        found = counted(hits, "{n} hit", "{n} hits")
        counted_hits = self.tr("{0} in {1}, {2}").format(
            found, outlets_counted(len(outlets)), texts_counted(results.total)
        )
        self._counts.setText(counted_hits if hits else self.tr("Nothing found"))
        self._reading.setText(self._understood(results) if hits else "")
        self._suggestion.setVisible(bool(results.suggestion))
        self._suggestion.setText(
            self.tr("Did you mean “{0}”?").format(unmarked(results.suggestion))
        )
        self._similar.setVisible(results.is_fuzzy and bool(hits))
        if hits:
            self._stack.setCurrentWidget(self.view)
            self.view.setCurrentIndex(self.model.index(0))
        else:
            self._nothing.setText(self._why_nothing(results))
            self._stack.setCurrentWidget(self._nothing)

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
        self._results = None
        self.model.clear()
        self._counts.setText("")
        self._reading.setText("")
        self._nothing.setText(sentence)
        self._stack.setCurrentWidget(self._nothing)

    def _on_suggestion(self) -> None:
        if self._results is not None and self._results.suggestion:
            self.query_chosen.emit(self._results.suggestion)

    def step(self, by: int) -> None:
        """Move the selection, kept inside the list."""
        count = self.model.rowCount()
        if count:
            row = min(max(self.view.currentIndex().row() + by, 0), count - 1)
            self.view.setCurrentIndex(self.model.index(row))

    def clear(self) -> None:
        """Forget what was found."""
        self._results = None
        self.model.clear()

    @property
    def query(self) -> str:
        """What the hits on show were found for; empty without any."""
        return self._results.query if self._results is not None else ""

    def open_current(self, *, across: bool) -> None:
        """Open the selected hit."""
        self.view.open(self.view.currentIndex(), across=across)
