"""Takes that are not where they were: lost ones, to be linked again, and rejected ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.correction import TakeInText
from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import counted, quoted, source_line

SHOWN = 120


class SetAsideDialog(QDialog):
    """Two lists beside the work; it stays open while words are selected in a pane."""

    text_asked = Signal(object)
    link_asked = Signal(object)
    back_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lost and rejected takes"))
        open_at(self, (520, 460))
        self._lost_head, self._rejected_head = (Label(look, "uib", wrapped=True) for _ in range(2))
        how = Label(look, "micro", "ink2", wrapped=True)
        how.setText(
            self.tr(
                "The words of a lost take are no longer in its text. Show the text, select the "
                "words that stand for them now, and link the take to the selection."
            )
        )
        self.lost_view = self._list(self.tr("Lost takes"))
        self.rejected_view = self._list(self.tr("Rejected takes"))
        self.show_text = QPushButton(self.tr("&Show text"))
        self.link = QPushButton(self.tr("&Link to the selection"))
        self.back = QPushButton(self.tr("&Bring back"))
        for button, list_, asked in (
            (self.show_text, self.lost_view, self.text_asked),
            (self.link, self.lost_view, self.link_asked),
            (self.back, self.rejected_view, self.back_asked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(partial(_ask, list_, asked))
        self.lost_view.itemActivated.connect(partial(_ask, self.lost_view, self.text_asked))
        self.rejected_view.itemActivated.connect(partial(_ask, self.rejected_view, self.text_asked))
        for list_ in (self.lost_view, self.rejected_view):
            list_.currentRowChanged.connect(lambda _: self._enable())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        lost_row = QHBoxLayout()
        lost_row.addWidget(self.show_text)
        lost_row.addWidget(self.link)
        lost_row.addStretch(1)
        rejected_row = QHBoxLayout()
        rejected_row.addWidget(self.back)
        rejected_row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self._lost_head)
        column.addWidget(how)
        column.addWidget(self.lost_view, 1)
        column.addLayout(lost_row)
        column.addSpacing(8)
        column.addWidget(self._rejected_head)
        column.addWidget(self.rejected_view, 1)
        column.addLayout(rejected_row)
        column.addWidget(buttons)
        self._enable()

    def show_takes(self, lost: Sequence[TakeInText], rejected: Sequence[TakeInText]) -> None:
        """List these takes."""
        self._lost_head.setText(counted(len(lost), "{n} lost take", "{n} lost takes"))
        self._rejected_head.setText(
            counted(len(rejected), "{n} rejected take", "{n} rejected takes")
        )
        for list_, entries in ((self.lost_view, lost), (self.rejected_view, rejected)):
            list_.clear()
            for entry in entries:
                words = quoted(entry.take)
                shown = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
                item = QListWidgetItem(f"{shown}\n{source_line(entry.take)} · {entry.source.title}")
                item.setData(Qt.ItemDataRole.UserRole, entry.take)
                list_.addItem(item)
            if entries:
                list_.setCurrentRow(0)
        self._enable()

    def _enable(self) -> None:
        for button in (self.show_text, self.link):
            button.setEnabled(self.lost_view.currentItem() is not None)
        self.back.setEnabled(self.rejected_view.currentItem() is not None)

    def _list(self, name: str) -> QListWidget:
        list_ = QListWidget()
        list_.setWordWrap(True)
        list_.setSpacing(2)
        list_.setAccessibleName(name)
        return list_


def _ask(list_: QListWidget, asked: SignalInstance, _told: object = None) -> None:
    item = list_.currentItem()
    if item is not None:
        take: Take = item.data(Qt.ItemDataRole.UserRole)
        asked.emit(take)
