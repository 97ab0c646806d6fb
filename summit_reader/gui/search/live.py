"""Search as the reader types: each key starts one, the newest wins."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import SummitError
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.search import Order, Scope, SearchResults
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest

FIRST_PAGE, NEXT_PAGE = 10, 20
"""Articles fetched at first, which fill a screen, and whenever the end comes into sight."""

MOST_VALUES = 8
"""Values shown of a facet; the query field completes the others."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, and how."""

    query: str
    scope: Scope = Scope.ALL
    order: Order = Order.RELEVANCE
    both_spellings: bool = True

    def asked(
        self,
        services: Services,
        limit: int,
        first: int = 0,
        *,
        facets: bool = False,
        token: CancelToken | None = None,
    ) -> SearchResults:
        """The library's answer, the last word read as one that is being typed."""
        return services.searching.search(
            self.query,
            limit,
            first=first,
            scope=self.scope,
            order=self.order,
            typing=True,
            facets=facets,
            most_values=MOST_VALUES,
            both_spellings=self.both_spellings,
            token=token,
        )


class LiveSearch(QObject):
    """Asks the library, and forgets answers to what is no longer asked.

    `found` hands out the first page of an answer, `found_more` each of the others.
    """

    found = Signal(object)
    found_more = Signal(object)
    problem = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest()
        self._question = Question("")
        self._reached = 0
        self._under_way = False

    @property
    def question(self) -> Question:
        """What was asked last."""
        return self._question

    def has_more(self, results: SearchResults) -> bool:
        """Whether there is more than has been fetched up to these results."""
        beyond = results.is_at_least and bool(results.articles)
        return self._reached < results.total or beyond

    def ask(self, question: Question) -> None:
        """Look for something else; a blank query only silences what is under way."""
        self._question = question
        self._latest.replace(None)
        # A page of what was asked before must not push this one aside.
        self._under_way = bool(question.query.strip())
        if not self._under_way:
            return

        def done(results: SearchResults) -> None:
            self._under_way = False
            self._reached = FIRST_PAGE
            self.found.emit(results)

        self._latest.replace(
            self._session.read_cancellable(
                lambda services, token: question.asked(
                    services, FIRST_PAGE, facets=True, token=token
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
            self._reached = first + NEXT_PAGE
            self.found_more.emit(results)

        self._under_way = True
        self._latest.replace(
            self._session.read_cancellable(
                lambda services, token: question.asked(services, NEXT_PAGE, first, token=token),
                done,
                self._on_failed,
            )
        )

    def _on_failed(self, error: BaseException) -> None:
        self._under_way = False
        # A query that cannot be read is the reader's business, all else is ours.
        told = self.problem if isinstance(error, SummitError) else self._session.failed
        told.emit(error)
