"""Which feeds are followed, and how: addresses, lists, settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.feed import Feed, FeedCandidate, FeedOutcome
from summit_reader.domain.feed_state import FeedState
from summit_reader.domain.hand_out_errors import ExportProblem
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.feeds.page import InboxPage
from summit_reader.gui.feeds.wording import feed_name, waiting_line
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.wording import counted, error_sentence, tr

if TYPE_CHECKING:
    from summit_reader.gui.feeds.dialogs import FollowDialog


class Following(QObject):
    """Follows feeds and lets go of them; `added` and `changed` ask for the lists to be filled."""

    added = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: LibrarySession,
        look: Look,
        settings: Settings,
        page: InboxPage,
        stack: QUndoStack,
    ) -> None:
        super().__init__(page)
        self._session, self._look, self._settings = session, look, settings
        self._page = page
        self._steps = DecisionSteps[FeedState](
            session, stack, lambda services, state: services.following.restore(state), self
        )
        self._steps.changed.connect(lambda _: self.changed.emit())
        self._steps.failed.connect(self.failed)

    @property
    def _window(self) -> QWidget:
        return self._page.window()

    def follow(self) -> None:
        """Ask for an address, and follow the feed there."""
        from summit_reader.gui.feeds.dialogs import FollowDialog  # noqa: PLC0415 - hardly ever asked

        dialog = FollowDialog(self._look, "", self._window)
        dialog.asked.connect(lambda address: self._follow(dialog, address))
        dialog.open()

    def _follow(self, dialog: FollowDialog, address: str) -> None:
        form = dialog.form
        schedule, full_text, outlet = form.schedule, form.full_text, form.outlet
        open_ = [True]
        dialog.finished.connect(lambda _: open_.clear())

        def work(services: Services, _: CancelToken) -> FeedOutcome | tuple[FeedCandidate, ...]:
            from summit_reader.services.following import Wishes  # noqa: PLC0415 - as above

            return services.following.follow(address, Wishes(schedule, full_text, outlet))

        def done(found: FeedOutcome | tuple[FeedCandidate, ...]) -> None:
            if isinstance(found, FeedOutcome):
                if open_:
                    dialog.accept()
                self._followed(found)
            elif open_:
                dialog.offer(found)

        def failed(error: BaseException) -> None:
            if open_:
                dialog.refuse(error_sentence(error))

        self._session.fetch(work, done, failed)

    def _followed(self, outcome: FeedOutcome) -> None:
        self.added.emit()
        name = feed_name(outcome.feed)
        if outcome.asked:
            self._steps.note(self.tr("Follow feed"), FeedState({outcome.feed.id: None}))
            self._page.say(
                self.tr("You follow “{0}” now: {1}.").format(name, waiting_line(outcome.new)),
                self._steps.undo,
            )
        else:
            self._page.say(self.tr("You follow “{0}” already.").format(name))

    def follow_list(self) -> None:
        """Ask for an OPML file, and follow its feeds; none of them is asked yet."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Follow the feeds of a list"),
            self._settings.last_folder,
            self.tr("Lists of feeds (*.opml *.xml);;All files (*)"),
        )
        if name:
            self._settings.last_folder = str(Path(name).parent)
            self.follow_file(Path(name))

    def follow_lists(self, names: Sequence[str]) -> list[str]:
        """Those of these files that are no lists of feeds; the feeds of the others are followed."""
        lists = [name for name in names if name.lower().endswith(".opml")]
        for name in lists:
            self.follow_file(Path(name))
        return [name for name in names if name not in lists]

    def follow_file(self, path: Path) -> None:
        """Follow the feeds of this OPML file; none of them is asked yet."""

        def work(services: Services) -> tuple[Feed, ...]:
            from summit_reader.intake.files import bytes_of  # noqa: PLC0415 - as above

            return services.following.follow_list(bytes_of(path), str(path))

        def done(added: tuple[Feed, ...]) -> None:
            self.added.emit()
            if added:
                unfollowed = FeedState({feed.id: None for feed in added})
                self._steps.note(self.tr("Follow the feeds of a list"), unfollowed)
            self._page.say(
                counted(
                    len(added),
                    "{n} feed added. Refresh asks it for news.",
                    "{n} feeds added. Refresh asks them for news.",
                ),
                self._steps.undo if added else None,
            )

        self._session.write(work, done, self.failed.emit)

    def export(self) -> None:
        """Ask for a file, and write the list of feeds to it."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the list of feeds"),
            str(Path(self._settings.last_folder) / "feeds.opml"),
            self.tr("Lists of feeds (*.opml)"),
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the list of feeds to this file."""

        def work(services: Services) -> None:
            try:
                path.write_bytes(services.following.opml(tr("Feeds of Summit Reader")))
            except OSError as error:
                raise ExportProblem(path=str(path), reason=error.strerror or str(error)) from error

        self._session.read(
            work,
            lambda _: self._page.say(self.tr("Written to {0}.").format(path.name)),
            self.failed.emit,
        )

    def settings(self) -> None:
        """Ask how the chosen feed is to be followed."""
        from summit_reader.gui.feeds.dialogs import FeedSettingsDialog  # noqa: PLC0415 - as above

        feed = self._page.current_feed()
        if feed is None:
            return
        dialog = FeedSettingsDialog(feed, self._look, self._window)

        def keep() -> None:
            form = dialog.form
            schedule, full_text, outlet = form.schedule, form.full_text, form.outlet

            def decide(services: Services) -> FeedState:
                before = services.following.state((feed.id,))
                services.following.set_schedule(feed.id, schedule)
                services.following.set_full_text(feed.id, full_text=full_text)
                services.following.set_outlet(feed.id, outlet or feed.outlet)
                return before

            self._steps.make(self.tr("Change how a feed is followed"), decide)

        dialog.accepted.connect(keep)
        dialog.open()

    def unfollow(self) -> None:
        """Follow the chosen feed no longer, once the reader has confirmed it."""
        feed = self._page.current_feed()
        if feed is None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Stop following"),
            self.tr("Stop following “{0}”?").format(feed_name(feed)),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr("Its {0} leave the inbox. What you kept of it stays in the library.").format(
                waiting_line(feed.waiting)
            )
        )
        stop = box.addButton(self.tr("Stop following"), QMessageBox.ButtonRole.DestructiveRole)
        stop.clicked.connect(lambda: self._remove(feed))
        box.open()

    def _remove(self, feed: Feed) -> None:
        said = self.tr("“{0}” is followed no longer.").format(feed_name(feed))

        def decide(services: Services) -> FeedState:
            before = services.following.state((feed.id,))
            services.following.remove(feed.id)
            return before

        self._steps.make(
            self.tr("Stop following"), decide, lambda _: self._page.say(said, self._steps.undo)
        )
