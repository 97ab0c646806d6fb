"""Rebuilding the search index from the window: progress, a button to stop it, the outcome."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.underway import Underway


class Indexing(QObject):
    """One rebuild at a time, beside everything else; `underway` goes into the status bar.

    A library that was opened with its index behind, because that takes long to mend, gets one.
    `finished` gives the number of texts; `stopped` says that the index is what it was.
    """

    finished = Signal(int)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, session: LibrarySession, window: QWidget | None) -> None:
        super().__init__(window)
        self._session = session
        self._token: CancelToken | None = None
        self.underway = Underway(self.tr("Progress of the index"))
        self.underway.stopped.connect(self._stop)
        session.opened.connect(self._on_opened)

    def rebuild(self) -> None:
        """Make the index of the open library anew, unless that is being done."""
        if self._token is not None:
            return

        def work(services: Services, token: CancelToken) -> int:
            return services.upkeep.rebuild(self.underway.report, token)

        self._token = self._session.build(work, self._on_done, self._on_failed)
        if self._token is not None:
            self.underway.begin(self.tr("Indexing"))

    def mend(self) -> None:
        """Make the index anew if it lacks something."""

        def mend(is_up_to_date: bool) -> None:  # noqa: FBT001 - an answer
            if not is_up_to_date:
                self.rebuild()

        self._session.read(lambda services: services.upkeep.is_up_to_date(), mend)

    def _on_opened(self) -> None:
        self._quiet()
        self.mend()

    def _on_done(self, count: int) -> None:
        self._quiet()
        self.finished.emit(count)

    def _on_failed(self, error: BaseException) -> None:
        self._quiet()
        self.failed.emit(error)

    def _stop(self) -> None:
        if self._token is not None:
            self._token.cancel()
        self._quiet()
        self.stopped.emit()

    def _quiet(self) -> None:
        self._token = None
        self.underway.hide()
