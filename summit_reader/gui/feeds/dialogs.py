"""Following a feed, and how one that is followed is asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.feed import Feed, FeedCandidate, Schedule
from summit_reader.gui.feeds.wording import SCHEDULES, feed_name
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import scaled
from summit_reader.gui.wording import tr, unmarked

WIDTH = 520


class FeedForm(QFormLayout):
    """How a feed is followed: what of it the reader decides."""

    def __init__(self, schedule: Schedule, *, full_text: bool, outlet: str) -> None:
        super().__init__()
        self._schedule = QComboBox()
        for each, words in SCHEDULES.items():
            self._schedule.addItem(tr(words), each.value)
        self._schedule.setCurrentIndex(list(SCHEDULES).index(schedule))
        self._full_text = QCheckBox(tr("&Fetch the full text of what I keep from its page"))
        self._full_text.setChecked(full_text)
        self._outlet = QLineEdit(outlet)
        self._outlet.setPlaceholderText(tr("As the feed calls itself"))
        self.addRow(tr("&Ask for news"), self._schedule)
        self.addRow(tr("&Outlet"), self._outlet)
        self.addRow("", self._full_text)

    @property
    def schedule(self) -> Schedule:
        """How often it is asked."""
        return Schedule(self._schedule.currentData())

    @property
    def full_text(self) -> bool:
        """Whether the page is fetched when an item is kept."""
        return self._full_text.isChecked()

    @property
    def outlet(self) -> str:
        """Whose articles it brings; empty for what it says itself."""
        return self._outlet.text().strip()


class FollowDialog(QDialog):
    """Asks for an address; where a page names several feeds, for one of them.

    `asked` tells the address to follow. Whoever asks calls `refuse` or `offer`, or closes it.
    """

    asked = Signal(str)

    def __init__(self, look: Look, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Follow a feed"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        what = Label(look, "ui", "ink2", wrapped=True)
        what.setText(
            self.tr("The address of a feed, or of a site that has one. It is asked once, now.")
        )
        self.address = QLineEdit(address)
        self.address.setMinimumWidth(scaled(WIDTH))
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(self.tr("Address of the feed or the site"))
        self.address.selectAll()
        self.candidates = QListWidget()
        self.candidates.setAccessibleName(self.tr("Feeds that the page names"))
        self.candidates.itemActivated.connect(lambda _: self._ask())
        self.candidates.hide()
        self._trouble = Label(look, "ui", wrapped=True)
        self._trouble.hide()
        self.form = FeedForm(Schedule.OFF, full_text=False, outlet="")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(
            self.tr("Follow"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        self.address.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (what, self.address, self._trouble, self.candidates):
            column.addWidget(widget)
        column.addLayout(self.form)
        column.addWidget(self._buttons)
        self._on_typed()

    def refuse(self, sentence: str) -> None:
        """Say why nothing is followed; the reader may try another address."""
        self._wait(waiting=False)
        self._trouble.setText(sentence)
        self._trouble.setAccessibleName(sentence)
        self._trouble.show()
        self._fit()
        self.address.setFocus()
        self.address.selectAll()

    def offer(self, candidates: Sequence[FeedCandidate]) -> None:
        """Let the reader choose one of the feeds that the page names."""
        self._wait(waiting=False)
        self.candidates.clear()
        for candidate in candidates:
            words = f"{candidate.title}\n{candidate.url}" if candidate.title else candidate.url
            row = QListWidgetItem(words)
            row.setData(Qt.ItemDataRole.UserRole, candidate.url)
            self.candidates.addItem(row)
        self.candidates.setCurrentRow(0)
        self.candidates.show()
        self._fit()
        self.candidates.setFocus()

    def _ask(self) -> None:
        chosen = ""
        if self.candidates.isVisible():
            chosen = self.candidates.currentItem().data(Qt.ItemDataRole.UserRole)
        address = chosen or self.address.text().strip()
        if address:
            self._trouble.hide()
            self._wait(waiting=True)
            self.asked.emit(address)

    def _fit(self) -> None:
        self.adjustSize()

    def _wait(self, *, waiting: bool) -> None:
        for widget in (self.address, self.candidates, self._go):
            widget.setEnabled(not waiting)
        self._go.setText(self.tr("Asking…") if waiting else self.tr("Follow"))

    def _on_typed(self) -> None:
        self.candidates.hide()
        self._go.setEnabled(bool(self.address.text().strip()))


class FeedSettingsDialog(QDialog):
    """How a feed is asked, and whose articles it brings."""

    def __init__(self, feed: Feed, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings of “{0}”").format(unmarked(feed_name(feed))))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = FeedForm(feed.schedule, full_text=feed.full_text, outlet=feed.outlet)
        where = Label(look, "micro", "ink2", wrapped=True)
        where.setText(feed.url)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        # Not the dialog's own least width: that would do away with the one its words take.
        where.setMinimumWidth(scaled(WIDTH))
        column.addWidget(where)
        column.addLayout(self.form)
        column.addWidget(buttons)
