"""From the search field to the results: typing, entering, leaving, saving."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from summit_reader.domain.search import SavedSearch, SearchResults
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.search.field import SearchField
from summit_reader.gui.search.live import LiveSearch
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.wording import error_sentence


class SearchFlow(QObject):
    """Shows results in the place of the lists while there is something in the field."""

    left = Signal()
    saved = Signal()

    def __init__(self, session: LibrarySession, field: SearchField, rooms: Rooms) -> None:
        super().__init__(rooms)
        self._session, self._field, self._rooms = session, field, rooms
        # Whether Enter, pressed before its results were there, was to open across.
        self._enter: bool | None = None
        self._live = LiveSearch(session, self)
        self._live.found.connect(self._on_found)
        self._live.problem.connect(lambda error: rooms.results.show_problem(error_sentence(error)))
        field.textChanged.connect(self._on_typed)
        field.stepped.connect(rooms.results.step)
        field.opened.connect(self._on_entered)
        field.left.connect(self.leave)
        field.saved.connect(self.save)
        rooms.results.left.connect(self.leave)
        rooms.results.hit_opened.connect(lambda *_: self.remember())
        field.history_asked.connect(self._on_history)
        rooms.results.chips.chosen.connect(lambda: self._on_typed(field.text()))
        rooms.results.query_chosen.connect(field.setText)
        rooms.facets.narrowed.connect(field.setText)

    def leave(self) -> None:
        """Back from the results to points and takes."""
        self._field.clear()
        self._rooms.show_search(searching=False)
        if self._field.hasFocus():
            self.left.emit()

    def save(self) -> None:
        """Keep what is in the search field."""
        query = self._field.text().strip()
        if query:

            def kept(_: SavedSearch) -> None:
                self.saved.emit()

            self._session.write(lambda services: services.searching.save(query), kept)

    def _on_typed(self, query: str) -> None:
        self._enter = None
        chips = self._rooms.results.chips
        self._live.ask(query, chips.scope, chips.order)
        self._rooms.show_search(searching=bool(query.strip()))
        if not query.strip():
            self._rooms.results.clear()

    def remember(self) -> None:
        """Put the query whose hit was opened into the history."""
        if query := self._rooms.results.query:
            self._session.write(lambda services: services.searching.remember(query), lambda _: None)

    def _on_entered(self, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        if self._rooms.results.query == self._field.text():
            self._rooms.results.open_current(across=across)
        else:
            # Typed faster than found: the hit opens when it is there.
            self._enter = across

    def _on_history(self) -> None:
        self._session.read(lambda services: services.searching.history(), self._field.offer)

    def _on_found(self, results: SearchResults) -> None:
        self._rooms.results.show_results(results)
        self._rooms.show_facets(results)
        if self._enter is not None:
            across, self._enter = self._enter, None
            self._rooms.results.open_current(across=across)
