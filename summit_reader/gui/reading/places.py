"""Where each pane was left in each article, remembered by the library."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import LibraryProblem
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.compare.pair import PairView
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.session import LibrarySession


class ReadingPlaces(QObject):
    """Keeps the place of a pane when it goes on to something else, and of all when all is closed.

    A pane that stands where it was put, at a take or a hit, has not been read in: what was
    remembered of it stays.
    """

    def __init__(
        self, session: LibrarySession, desk: Desk, pair: PairView, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._desk, self._pair = session, desk, pair
        self._changing = False
        for pane in pair.panes.values():
            self._take_in(pane)
        pair.pane_made.connect(self._take_in)
        session.opening.connect(self._on_opening)
        session.refused.connect(lambda _: self._settle())
        desk.panes_changed.connect(self._settle)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The window waits for its writes when it handles this itself.
        if event.type() == QEvent.Type.Close:
            self.keep()
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """Remember where every pane is now."""
        for pane in self._pair.panes.values():
            self._keep(pane)

    def _take_in(self, pane: ReadingPane) -> None:
        pane.leaving.connect(lambda: self._keep(pane))

    def _keep(self, pane: ReadingPane) -> None:
        content = pane.content
        if content is None or pane.is_level or self._changing:
            return
        article_id, letter, place = content.article.id, pane.side.name, pane.place_left()
        self._desk.left[article_id, pane.side] = place

        def work(services: Services) -> None:
            # A library that takes no edits is read, and closed, all the same.
            with suppress(LibraryProblem):
                services.place_keeping.keep(article_id, letter, place)

        self._session.write(work, lambda _: None)

    def _on_opening(self) -> None:
        self.keep()
        # The articles still in the panes are not of the library that opens.
        self._changing = True

    def _settle(self) -> None:
        self._changing = False
