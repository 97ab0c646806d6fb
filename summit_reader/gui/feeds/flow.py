"""The inbox in the window: filled, and kept in step with what its parts do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QUndoStack

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.feed import Feed, InboxItem
from summit_reader.gui.feeds.asking import Asking
from summit_reader.gui.feeds.following import Following
from summit_reader.gui.feeds.page import InboxPage
from summit_reader.gui.feeds.sifting import Sifting
from summit_reader.gui.look import Look
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.notices import Toast


class FeedFlow(QObject):
    """Fills the inbox; `changed` tells that articles came into the library or left it."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: LibrarySession,
        look: Look,
        settings: Settings,
        rooms: Rooms,
        stack: QUndoStack,
        actions: dict[str, QAction],
        toast: Toast,
    ) -> None:
        super().__init__(rooms)
        self._session, self._rooms = session, rooms
        self.page = InboxPage(look, actions, toast)
        rooms.add_page(self.page, heeds_filters=False)
        self.following = Following(session, look, settings, self.page, stack)
        self.asking = Asking(session, look, self.page)
        self.sifting = Sifting(session, self.page, stack)
        self._drafts, self._lists = Latest(), Latest()
        self.page.feed_chosen.connect(lambda _: self._load_items())
        self.page.item_chosen.connect(self._preview)
        self.page.left.connect(rooms.show_work)
        self.following.added.connect(self.show)
        self.following.changed.connect(self.load)
        self.asking.finished.connect(self.load)
        self.sifting.sifted.connect(self.load)
        self.sifting.changed.connect(self.changed)
        for part in (self.following, self.asking, self.sifting):
            part.failed.connect(self.failed)
        session.opened.connect(self.load)

    def show(self) -> None:
        """Show the inbox in the place of lists and panes."""
        self._rooms.show_page(self.page, even_empty=True)
        self.load()
        view = self.page.item_view if self.page.items.rows else self.page.feed_view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def load(self) -> None:
        """List feeds and items as they are now."""
        self._session.read(lambda s: s.following.feeds(), self._on_feeds)

    def _on_feeds(self, feeds: Sequence[Feed]) -> None:
        self.page.show_feeds(feeds)
        self._load_items()

    def _load_items(self) -> None:
        feed = self.page.current_feed()
        feed_id = feed.id if feed else None
        self._lists.replace(
            self._session.read(lambda s: s.sifting.waiting(feed_id), self.page.show_items)
        )

    def _preview(self, item: InboxItem) -> None:
        def show(draft: ArticleDraft) -> None:
            self.page.show_draft(item.id, draft)

        # Its feed may have been removed meanwhile; then there is nothing to show.
        self._drafts.replace(
            self._session.read(lambda s: s.sifting.preview(item.id), show, lambda _: None)
        )
