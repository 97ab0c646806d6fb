"""From the search field to the results: typing, entering, leaving, saving."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QUndoStack

from summit_reader.domain.errors import QueryProblem, SummitError
from summit_reader.domain.grouping import Grouping
from summit_reader.domain.search import QueryFault, SearchResults, SearchState
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.search.completing import CompletionFlow
from summit_reader.gui.search.faults import finished
from summit_reader.gui.search.field import SearchField
from summit_reader.gui.search.live import LiveSearch, Question
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.wording import error_sentence


class SearchFlow(QObject):
    """Shows results in the place of the lists while there is something in the field."""

    left = Signal()
    said = Signal(str, object)
    failed = Signal(object)
    recounted = Signal()

    def __init__(
        self,
        session: LibrarySession,
        field: SearchField,
        rooms: Rooms,
        settings: Settings,
        stack: QUndoStack,
        choices: Sequence[QAction],
    ) -> None:
        super().__init__(rooms)
        self._session, self._field, self._rooms = session, field, rooms
        self._settings = settings
        self._steps = DecisionSteps[SearchState](
            session, stack, lambda services, before: services.searching.restore_saved(before), self
        )
        self._steps.changed.connect(lambda _: self.recounted.emit())
        self._steps.failed.connect(self.failed)
        rooms.results.chips.offer(choices)
        rooms.results.group(self._grouping())
        # Whether Enter, pressed before its results were there, was to open across.
        self._enter: bool | None = None
        self._unfinished: tuple[QueryFault, ...] = ()
        self._live = LiveSearch(session, self)
        self._live.found.connect(self._on_found)
        self._live.found_more.connect(
            lambda page: rooms.results.add_results(page, has_more=self._live.has_more(page))
        )
        self._live.counted.connect(rooms.results.show_counts)
        self._live.counted.connect(rooms.show_facets)
        self._live.problem.connect(self._on_problem)
        self._completing = CompletionFlow(session, field.look, field)
        rooms.results.more_wanted.connect(self._live.ask_more)
        field.textChanged.connect(self._on_typed)
        field.stepped.connect(rooms.results.step)
        field.opened.connect(self._on_entered)
        field.left.connect(self.leave)
        field.saved.connect(self.save)
        rooms.results.left.connect(self.leave)
        rooms.results.hit_opened.connect(lambda *_: self.remember())
        field.history_asked.connect(self._on_history)
        rooms.results.chips.chosen.connect(self.refresh)
        rooms.results.query_chosen.connect(field.setText)
        rooms.facets.narrowed.connect(field.setText)
        rooms.sidebar.search_opened.connect(field.setText)
        rooms.sidebar.search_forgotten.connect(self.forget)

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
            said = self.tr("Search saved.")
            self._steps.make(
                self.tr("Save this search"),
                lambda services: services.searching.save(query),
                lambda _: self.said.emit(said, self._steps.undo),
            )

    def forget(self, search_id: int) -> None:
        """Keep a saved search no longer; the notice takes it back."""
        said = self.tr("Search removed.")
        self._steps.make(
            self.tr("Remove saved search"),
            lambda services: services.searching.forget(search_id),
            lambda _: self.said.emit(said, self._steps.undo),
        )

    @property
    def question(self) -> Question:
        """What the results on show answer, or will."""
        return self._live.question

    @property
    def both_spellings(self) -> bool:
        """Whether a word is looked for as it is spelt on either side of the Atlantic."""
        return self._settings.both_spellings

    def set_both_spellings(self, both: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Look for words as they are spelt on either side of the Atlantic, or as typed."""
        self._settings.both_spellings = both
        self.refresh()
        self.recounted.emit()

    def set_group_by_article(self, by_article: bool) -> None:  # noqa: FBT001  # as above
        """Group the results by article, or by outlet."""
        self._settings.group_by_article = by_article
        self._rooms.results.group(self._grouping())

    def refresh(self) -> None:
        """Search again: the library, or what is asked of it, has changed."""
        if self._field.text().strip():
            self._ask()

    def _grouping(self) -> Grouping:
        return Grouping.ARTICLE if self._settings.group_by_article else Grouping.OUTLET

    def _ask(self) -> None:
        chips = self._rooms.results.chips
        self._live.ask(
            Question(
                self._field.text(),
                chips.scope,
                chips.order,
                self.both_spellings,
                self._session.filters.narrowing,
            )
        )

    def _on_typed(self, query: str) -> None:
        self._enter = None
        self._ask()
        self._rooms.show_search(searching=bool(query.strip()))
        if not query.strip():
            self._rooms.results.clear()

    def remember(self) -> None:
        """Put the query whose hit was opened into the history."""
        if query := self._rooms.results.query:
            self._session.write(lambda services: services.searching.remember(query), lambda _: None)

    def _on_entered(self, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        # Who presses Enter has finished typing: what is left open is told now.
        if self._live.question.query == self._field.text():
            self._field.show_faults(self._unfinished)
        if self._rooms.results.query == self._field.text():
            self._rooms.results.open_current(across=across)
        else:
            # Typed faster than found: the hit opens when it is there.
            self._enter = across

    def _on_history(self) -> None:
        self._session.read(
            lambda services: services.searching.history(), self._completing.offer_history
        )

    def _on_found(self, results: SearchResults) -> None:
        self._unfinished = results.faults
        self._field.show_faults(finished(results.faults))
        if results.understood is None:
            return  # nothing is asked yet: what is on show stays
        self._rooms.results.show_results(results, has_more=self._live.has_more(results))
        if self._enter is not None:
            across, self._enter = self._enter, None
            self._rooms.results.open_current(across=across)

    def _on_problem(self, error: SummitError) -> None:
        self._rooms.results.show_problem(error_sentence(error))
        if isinstance(error, QueryProblem):
            self._field.show_faults([QueryFault(error.span, error.reason)])
