"""People: a list with a filter, and beside it a person or a proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.person import Person, SamePerson
from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.people.listing import PeopleDelegate, PeopleListModel
from summit_reader.gui.people.person_page import PersonPage
from summit_reader.gui.people.proposal_page import ProposalPage
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.widgets.sizing import open_at

LIST_WIDTH = 300
SIZE = (940, 620)


class PeopleDialog(QDialog):
    """Shows who speaks. What the reader chooses or decides is told as a signal.

    `person_chosen` asks for the takes of a person, which `show_person` then shows.
    """

    person_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("People"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        self.model = PeopleListModel(self)
        self.filter = FilterField(self.tr("Filter people"), self._on_typed)
        self.view = RowView("window")
        self.view.setModel(self.model)
        self.view.setItemDelegate(PeopleDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("People"))
        self.person = PersonPage(look)
        self.proposal = ProposalPage(look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.person)
        self._pages.addWidget(self.proposal)
        # Not the stack itself: a page that comes to the front would cover the notice.
        self._right = QWidget()
        self._toast = Toast(look, self._right)
        self._arrange(look)
        for button in self.findChildren(QPushButton):
            # Enter in the filter must not press anything.
            button.setAutoDefault(False)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._on_chosen(now))

    def show_people(
        self, proposals: Sequence[SamePerson], people: Sequence[Person], chosen: int | None = None
    ) -> None:
        """List these; `chosen` is the id of the person to show, else the first row is shown."""
        self.view.set_placeholder(
            self.tr("Nobody by that name speaks here.")
            if self.filter.text()
            else self.tr("Nobody speaks here yet. Texts that are taken in bring their speakers.")
        )
        self.model.show(proposals, people)
        row = self.model.row_of(chosen) if chosen is not None else None
        self._choose(self.model.first() if row is None else row)

    def show_person(self, person: Person, takes: Sequence[Take]) -> None:
        """Show a person with all takes, if that is still who is chosen."""
        row = self.view.currentIndex().data(VALUE)
        if isinstance(row, Person) and row.id == person.id:
            self.person.show_person(person, takes)
            self._pages.setCurrentWidget(self.person)

    def say(self, text: str, undo: Callable[[], None]) -> None:
        """Tell what was done, and offer to take it back."""
        self._toast.say(text, undo)

    def _on_typed(self, letters: str) -> None:
        self.model.narrow(letters)
        self._choose(self.model.first())

    def _choose(self, row: int) -> None:
        # A list that is filled anew has no current row, so that this is always heard as a change.
        self.view.setCurrentIndex(self.model.index(row))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(VALUE)
        if isinstance(row, Person):
            self.person_chosen.emit(row)
        elif isinstance(row, SamePerson):
            self.proposal.show_proposal(row)
            self._pages.setCurrentWidget(self.proposal)

    def _arrange(self, look: Look) -> None:
        left = Ground(look, "window")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        field = QVBoxLayout()
        field.setContentsMargins(10, 0, 10, 0)
        field.addWidget(self.filter)
        column.addLayout(field)
        column.addWidget(self.view, 1)
        shown = QVBoxLayout(self._right)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.addWidget(self._pages)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(1, 1)
        listed = min(look.type.px(LIST_WIDTH), self.width() * 2 // 5)
        splitter.setSizes([listed, self.width() - listed])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(14, 8, 14, 10)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(splitter, 1)
        page.addWidget(buttons)
