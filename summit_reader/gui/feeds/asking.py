"""Asking feeds what is new: when the reader says so, or by the schedules the reader has set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from summit_reader.bootstrap import Services
from summit_reader.domain.feed import RefreshReport
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.feeds.page import InboxPage
from summit_reader.gui.feeds.wording import refresh_line
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.underway import Underway

LOOK_MS = 60_000
"""Milliseconds between looks at the schedules; a look asks no server unless a feed is due."""


class Asking(QObject):
    """One round of requests at a time, beside everything else; `underway` shows how far it is."""

    finished = Signal()
    failed = Signal(object)

    def __init__(self, session: LibrarySession, look: Look, page: InboxPage) -> None:
        super().__init__(page)
        self._session, self._look, self._page = session, look, page
        self._token: CancelToken | None = None
        self.underway = Underway(self.tr("Progress of the feeds"))
        self.underway.stopped.connect(self.stop)
        session.opened.connect(self._quiet)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self.refresh_due)
        self._clock.start()

    def refresh(self) -> None:
        """Ask all feeds what is new."""
        self._run(lambda s, token: s.polling.refresh(None, self.underway.report, token))

    def refresh_chosen(self) -> None:
        """Ask the chosen feed what is new."""
        feed = self._page.current_feed()
        if feed is not None:
            self._run(lambda s, token: s.polling.refresh([feed.id], self.underway.report, token))

    def refresh_due(self) -> None:
        """Ask the feeds whose schedule says so; where every schedule is off, no server is asked."""

        def ask(is_due: bool) -> None:  # noqa: FBT001 - an answer
            if is_due:
                self._run(
                    lambda s, token: s.polling.refresh_due(self.underway.report, token), quiet=True
                )

        self._session.read(lambda s: s.polling.is_any_due(), ask)

    def stop(self) -> None:
        """Ask no further feed; what came until now stays."""
        if self._token is not None:
            self._token.cancel()
        self._quiet()
        self.finished.emit()

    def _run(
        self, work: Callable[[Services, CancelToken], RefreshReport], *, quiet: bool = False
    ) -> None:
        if self._token is not None:
            return

        def done(report: RefreshReport) -> None:
            self._quiet()
            self.finished.emit()
            troubled = [each for each in report.outcomes if each.trouble]
            if troubled and not quiet:
                self._show(report)
            else:
                self._page.say(refresh_line(report))

        self._token = self._session.fetch(work, done, self._on_failed)
        if self._token is not None:
            self.underway.begin(self.tr("Asking feeds"))

    def _show(self, report: RefreshReport) -> None:
        # Not at the top: a start would wait for what is hardly ever shown.
        from summit_reader.gui.feeds.report import FeedReportDialog  # noqa: PLC0415

        FeedReportDialog(report, self._look, self._page.window()).open()

    def _on_failed(self, error: BaseException) -> None:
        self._quiet()
        self.failed.emit(error)

    def _quiet(self) -> None:
        self._token = None
        self.underway.hide()
