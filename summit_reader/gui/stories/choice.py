"""Which story is meant: a list with a filter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from summit_reader.domain.story import Story
from summit_reader.gui.look import Look
from summit_reader.gui.stories.listing import StoryDelegate, StoryListModel
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.widgets.sizing import open_at

SIZE = (440, 460)


class StoryChoice(QDialog):
    """`story_chosen` tells the id of the story that was chosen."""

    story_chosen = Signal(int)

    def __init__(
        self, title: str, verb: str, stories: Sequence[Story], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        self.model = StoryListModel(self)
        self.model.show(stories)
        self.filter = FilterField(self.tr("Filter stories"), self._narrow)
        self.view = RowView("paper")
        self.view.setModel(self.model)
        self.view.setItemDelegate(StoryDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Stories"))
        self.view.set_placeholder(self.tr("No story with these letters."))
        self.view.doubleClicked.connect(lambda _: self.accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.choose = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.choose.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self._narrow("")

    def accept(self) -> None:
        row = self.view.currentIndex().data(VALUE)
        if isinstance(row, Story):
            self.story_chosen.emit(row.id)
            super().accept()

    def _narrow(self, letters: str) -> None:
        self.model.narrow(letters)
        self.view.setCurrentIndex(self.model.index(self.model.first()))
        self.choose.setEnabled(bool(self.model.rows))
