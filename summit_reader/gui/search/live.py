"""Search as the reader types: each key starts one, the newest wins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from summit_reader.domain.errors import SummitError
from summit_reader.domain.search import Order, Scope, SearchResults
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest

LIMIT = 20


class LiveSearch(QObject):
    """Asks the library, and forgets answers to what is no longer asked."""

    found = Signal(object)
    problem = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest()
        self.query = ""

    def ask(self, query: str, scope: Scope = Scope.ALL, order: Order = Order.RELEVANCE) -> None:
        """Look for `query`; a blank one only silences what is under way."""
        self.query = query
        self._latest.replace(None)
        if not query.strip():
            return

        def done(results: SearchResults) -> None:
            self.found.emit(results)

        def failed(error: BaseException) -> None:
            # A query that cannot be read is the reader's business, all else is ours.
            told = self.problem if isinstance(error, SummitError) else self._session.failed
            told.emit(error)

        self._latest.replace(
            self._session.read(
                lambda services: services.searching.search(
                    query, LIMIT, scope=scope, order=order, typing=True, facets=True
                ),
                done,
                failed,
            )
        )
