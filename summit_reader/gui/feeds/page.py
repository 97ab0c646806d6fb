"""The inbox as a page: feeds at the left, what waits beside them, and what an item would bring."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.feed import Feed, InboxItem
from summit_reader.gui.actions import bare
from summit_reader.gui.feeds.listing import FeedDelegate, FeedListModel, ItemDelegate, ItemListModel
from summit_reader.gui.feeds.preview import ItemPreview
from summit_reader.gui.feeds.wording import waiting_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.rows import VALUE, RowView

WIDTHS = (270, 330, 680)
"""Widths of feeds, items and preview in a window of 1280."""
MARGIN = 12


class ItemView(RowView):
    """Items that wait: Enter keeps those that are chosen, Delete dismisses them."""

    kept = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__("paper_alt")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class InboxPage(Ground):
    """Shows feeds and items; what the reader chooses is told as a signal.

    `feed_chosen` tells a feed, or None for all; `item_chosen` an item whose draft is wanted, which
    `show_draft` then shows; `left` that the reader wants back to the texts.
    """

    feed_chosen = Signal(object)
    item_chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, actions: dict[str, QAction], elsewhere: Toast) -> None:
        super().__init__(look, "window")
        self._look, self._actions, self._elsewhere = look, actions, elsewhere
        self.feeds = FeedListModel(self)
        self.feed_view = RowView("window")
        self.feed_view.setModel(self.feeds)
        self.feed_view.setItemDelegate(FeedDelegate(self.feed_view, look))
        self.feed_view.setAccessibleName(self.tr("Feeds"))
        self.feed_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.items = ItemListModel(self)
        self.item_view = ItemView()
        self.item_view.setModel(self.items)
        self.item_view.setItemDelegate(ItemDelegate(self.item_view, look))
        self.item_view.setAccessibleName(self.tr("Items that wait"))
        self.item_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.preview = ItemPreview(look)
        self._toast = Toast(look, self.preview)
        self._title = Label(look, "point")
        self._title.setText(self.tr("Inbox"))
        self._count = Label(look, "micro", "ink2")
        self._arrange()
        for name in ("refresh_feed", "feed_settings", "unfollow"):
            self.feed_view.addAction(actions[name])
        for name in ("keep_item", "full_text", "dismiss_item"):
            self.item_view.addAction(actions[name])
        self.item_view.kept.connect(actions["keep_item"].trigger)
        self.item_view.dismissed.connect(actions["dismiss_item"].trigger)
        self.feed_view.selectionModel().currentChanged.connect(self._on_feed)
        self.item_view.selectionModel().currentChanged.connect(self._on_item)
        self._enable()

    def show_feeds(self, feeds: Sequence[Feed]) -> None:
        """List these feeds; the one that was chosen stays chosen."""
        self.feeds.change([None, *feeds] if feeds else [])
        if feeds and not self.feed_view.currentIndex().isValid():
            self.feed_view.setCurrentIndex(self.feeds.index(0))
        self._count.setText(waiting_line(self.feeds.waiting()) if feeds else "")
        self.feed_view.viewport().update()
        self._say_where_nothing_is()
        self._enable()

    def show_items(self, items: Sequence[InboxItem]) -> None:
        """List what waits; what was chosen stays chosen, else what took its place is."""
        row = self.item_view.currentIndex().row()
        self.items.change(items)
        if items and not self.item_view.selectionModel().hasSelection():
            at = min(max(row, 0), len(items) - 1)
            self.item_view.setCurrentIndex(self.items.index(at))
        if not items:
            self.preview.clear()
        self._enable()

    def show_draft(self, item_id: int, draft: ArticleDraft) -> None:
        """Show what an item would become, if that is still the one that is chosen."""
        item = self.current_item()
        if item is not None and item.id == item_id:
            self.preview.show_draft(draft)

    def current_feed(self) -> Feed | None:
        """The feed that is chosen; None if that is all of them."""
        feed: Feed | None = self.feed_view.currentIndex().data(VALUE)
        return feed

    def current_item(self) -> InboxItem | None:
        """The item whose preview is shown."""
        item: InboxItem | None = self.item_view.currentIndex().data(VALUE)
        return item

    def chosen_items(self) -> list[InboxItem]:
        """The items that are selected, in their order."""
        rows = sorted(index.row() for index in self.item_view.selectedIndexes())
        return [self.items.rows[row] for row in rows]

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Tell what was done, here or, while the page is not in sight, where the texts are."""
        (self._toast if self.isVisible() else self._elsewhere).say(text, undo)

    def stops(self) -> list[QWidget]:
        """What the keys for the next and the previous pane go through."""
        return [self.feed_view, self.item_view, self.preview.takes, self.preview.text]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_feed(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.feed_chosen.emit(index.data(VALUE))
        self._enable()

    def _on_item(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.item_chosen.emit(index.data(VALUE))
        else:
            self.preview.clear()
        self._enable()

    def _enable(self) -> None:
        feed, item = self.current_feed(), self.current_item()
        for names, enabled in (
            (("refresh_feeds", "export_feeds"), bool(self.feeds.rows)),
            (("refresh_feed", "feed_settings", "unfollow"), feed is not None),
            (("keep_item", "dismiss_item"), item is not None),
            (("keep_all", "dismiss_all"), bool(self.items.rows)),
            (("full_text",), item is not None and bool(item.link)),
        ):
            for name in names:
                self._actions[name].setEnabled(enabled)

    def _say_where_nothing_is(self) -> None:
        if self.feeds.rows:
            self.item_view.set_placeholder(
                self.tr("Nothing new here. Refresh asks the feeds; they are asked only then.")
            )
            return
        self.feed_view.set_placeholder(self.tr("No feeds yet."))
        self.item_view.set_placeholder(
            self.tr(
                "Follow a feed by the address of its site, or the feeds of a list. "
                "What they bring waits here until you keep it."
            )
        )

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 8)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self._button("follow_feed", bare(self._actions["follow_feed"].text())))
        head.addWidget(self._button("refresh_feeds", self.tr("Refresh all")))
        back = QPushButton(self.tr("Back to the texts"))
        back.setToolTip(self.tr("Escape"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, 8, MARGIN, 8)
        below.setSpacing(8)
        below.addWidget(self._button("keep_item", self.tr("Keep"), "Return"))
        below.addWidget(self._button("dismiss_item", self.tr("Dismiss"), "Del"))
        below.addWidget(self._button("full_text", self.tr("Fetch full text")))
        below.addStretch(1)
        below.addWidget(self._button("dismiss_all", self.tr("Dismiss all")))
        below.addWidget(self._button("keep_all", self.tr("Keep all")))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addLayout(below)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for part in (self.feed_view, self.item_view, right):
            splitter.addWidget(part)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes([self._look.type.px(width) for width in WIDTHS])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(splitter, 1)

    def _button(self, name: str, words: str, key: str = "") -> QPushButton:
        """A button for an action; `key` is the one that does it in the list."""
        action = self._actions[name]
        button = QPushButton(words)
        button.setAccessibleName(bare(action.text()))
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(
                QKeySequence(key or action.shortcut()).toString(
                    QKeySequence.SequenceFormat.NativeText
                )
            )

        action.changed.connect(follow)
        follow()
        return button
