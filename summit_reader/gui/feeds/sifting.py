"""What becomes of items in the window: kept or dismissed, and that taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.feed import InboxItem, KeepReport
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.feeds.page import InboxPage
from summit_reader.gui.feeds.steps import SiftStep
from summit_reader.gui.feeds.wording import headline, kept_line
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.underway import Underway
from summit_reader.gui.wording import counted

T = TypeVar("T")


class Sifting(QObject):
    """Keeps and dismisses; every step goes onto the stack of what can be undone.

    `sifted` tells that other items wait now, `changed` that the library has other articles.
    """

    sifted = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: LibrarySession, page: InboxPage, stack: QUndoStack) -> None:
        super().__init__(page)
        self._session, self._page, self._stack = session, page, stack
        self._token: CancelToken | None = None
        self.underway = Underway(self.tr("Progress of keeping"))
        self.underway.stopped.connect(self._stop)
        session.opened.connect(self._quiet)

    def keep(self) -> None:
        """Take the chosen items into the library."""
        self._keep(self._page.chosen_items())

    def keep_all(self) -> None:
        """Take everything that is listed into the library."""
        self._keep(list(self._page.items.rows))

    def dismiss(self) -> None:
        """Put the chosen items away."""
        self._dismiss(self._page.chosen_items())

    def dismiss_all(self) -> None:
        """Put everything away that is listed."""
        self._dismiss(list(self._page.items.rows))

    def full_text(self) -> None:
        """Fetch the page of the item that is shown, and show what it has of the article."""
        item = self._page.current_item()
        if item is None:
            return

        def show(draft: ArticleDraft) -> None:
            self._quiet()
            self._page.show_draft(item.id, draft)

        self._run(lambda s, _: s.sifting.full_text(item.id), show, headline(item))

    def _keep(self, items: Sequence[InboxItem]) -> None:
        if not items or self._token is not None:
            return
        ids = [item.id for item in items]
        latest: list[KeepReport] = []

        def work(services: Services, token: CancelToken) -> KeepReport:
            return services.sifting.keep(ids, report=self.underway.report, token=token)

        def made(report: KeepReport) -> None:
            latest[:] = [report]
            self._on_changed()

        def done(report: KeepReport) -> None:
            made(report)
            name = self.tr("Keep")
            self._stack.push(SiftStep(name, lambda: self._run(work, made), back))
            self._page.say(kept_line(report), self._stack.undo)

        def back() -> None:
            (report,) = latest
            self._session.write(
                lambda s: s.sifting.take_back(report), lambda _: self._on_changed(), self._on_failed
            )

        self._run(work, done)

    def _dismiss(self, items: Sequence[InboxItem]) -> None:
        if not items:
            return
        ids = [item.id for item in items]

        def dismiss() -> None:
            self._session.write(
                lambda s: s.sifting.dismiss(ids), lambda _: self.sifted.emit(), self._on_failed
            )

        def back() -> None:
            self._session.write(
                lambda s: s.sifting.bring_back(ids), lambda _: self.sifted.emit(), self._on_failed
            )

        dismiss()
        self._stack.push(SiftStep(self.tr("Dismiss"), dismiss, back))
        said = counted(len(ids), "{n} item dismissed.", "{n} items dismissed.")
        self._page.say(said, self._stack.undo)

    def _run(
        self,
        work: Callable[[Services, CancelToken], T],
        done: Callable[[T], None],
        what: str = "",
    ) -> None:
        """Do what may take long, and may ask a server, beside everything else."""
        self._token = self._session.fetch(work, done, self._on_failed)
        if self._token is not None:
            self.underway.begin(what)

    def _on_changed(self) -> None:
        self._quiet()
        self.sifted.emit()
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._quiet()
        self.failed.emit(error)

    def _stop(self) -> None:
        if self._token is not None:
            self._token.cancel()
        # What was kept until then stays kept.
        self._on_changed()

    def _quiet(self) -> None:
        self._token = None
        self.underway.hide()
