"""Search as the reader types: each key starts one, the newest wins."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import SummitError
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.search import Order, Scope, SearchResults
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest

FIRST_PAGE, NEXT_PAGE = 5, 10
"""Articles fetched at first and when the end comes near, at most."""

FIRST_ROWS, NEXT_ROWS = 12, 30
"""Hits for which so many articles are enough: the first fill a list of the usual height."""

COUNT_MS = 80
"""A pause in typing after which all that was found is counted by its fields: of a large library
that takes longer than the first page, and nobody reads it while the keys go down."""

MOST_VALUES = 8
"""Values shown of a facet; the query field completes the others."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, and how."""

    query: str
    scope: Scope = Scope.ALL
    order: Order = Order.RELEVANCE
    both_spellings: bool = True
    narrowing: Narrowing | None = None

    def asked(
        self,
        services: Services,
        limit: int,
        first: int = 0,
        rows: int | None = None,
        *,
        facets: bool = False,
        token: CancelToken | None = None,
    ) -> SearchResults:
        """The library's answer, the last word read as one that is being typed."""
        return services.searching.search(
            self.query,
            limit,
            first=first,
            rows=rows,
            scope=self.scope,
            order=self.order,
            typing=True,
            facets=facets,
            most_values=MOST_VALUES,
            both_spellings=self.both_spellings,
            narrowing=self.narrowing,
            token=token,
        )


class LiveSearch(QObject):
    """Asks the library, and forgets answers to what is no longer asked.

    `found` hands out the first page of an answer, `found_more` each of the others, and `counted`
    the same answer without a page, but with its facets.
    """

    found = Signal(object)
    found_more = Signal(object)
    counted = Signal(object)
    problem = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest, self._latest_count = Latest(), Latest()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(COUNT_MS)
        self._pause.timeout.connect(self._count)
        self._question = Question("")
        self._reached = 0
        self._under_way = False

    @property
    def question(self) -> Question:
        """What was asked last."""
        return self._question

    def has_more(self, results: SearchResults) -> bool:
        """Whether there is more than has been fetched up to these results."""
        # A page without an article is the last, whatever was counted before it.
        is_last = results.following == results.first
        return not is_last and (results.following < results.total or results.is_at_least)

    def ask(self, question: Question) -> None:
        """Look for something else; a blank query only silences what is under way."""
        self._question = question
        self._latest.replace(None)
        self._latest_count.replace(None)
        self._pause.stop()
        # A page of what was asked before must not push this one aside.
        self._under_way = bool(question.query.strip())
        if not self._under_way:
            return

        def done(results: SearchResults) -> None:
            self._under_way = False
            self._reached = results.following
            self.found.emit(results)
            self._pause.start()

        self._latest.replace(
            self._session.read_cancellable(
                lambda services, token: question.asked(
                    services, FIRST_PAGE, rows=FIRST_ROWS, token=token
                ),
                done,
                self._on_failed,
            )
        )

    def ask_more(self) -> None:
        """Fetch the next page, if none is on its way."""
        if self._under_way:
            return
        question, first = self._question, self._reached

        def done(results: SearchResults) -> None:
            self._under_way = False
            self._reached = results.following
            self.found_more.emit(results)

        self._under_way = True
        self._latest.replace(
            self._session.read_cancellable(
                lambda services, token: question.asked(
                    services, NEXT_PAGE, first, NEXT_ROWS, token=token
                ),
                done,
                self._on_failed,
            )
        )

    def _count(self) -> None:
        question = self._question

        def done(results: SearchResults) -> None:
            self.counted.emit(results)

        self._latest_count.replace(
            self._session.read_cancellable(
                lambda services, token: question.asked(services, 0, facets=True, token=token),
                done,
            )
        )

    def _on_failed(self, error: BaseException) -> None:
        self._under_way = False
        # A query that cannot be read is the reader's business, all else is ours.
        told = self.problem if isinstance(error, SummitError) else self._session.failed
        told.emit(error)
