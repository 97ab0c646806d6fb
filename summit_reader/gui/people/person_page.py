"""A person: every name, every outlet's description, and the takes in all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from summit_reader.domain.person import Person, PersonName
from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.people.descriptions import DescriptionView
from summit_reader.gui.people.wording import person_line
from summit_reader.gui.takes.delegate import TakeDelegate
from summit_reader.gui.takes.model import Row, TakeListModel, TakeRow
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.wording import takes_counted

DESCRIPTIONS_SHARE = 0.45
"""Part of the height that descriptions take at most, so that takes are seen below."""


class PersonPage(Ground):
    """Shows one person; a name that was taken for the person can be made its own again."""

    take_opened = Signal(object)
    separated = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self._look = look
        self._title = Label(look, "point", wrapped=True)
        self._counts = Label(look, "micro", "ink2")
        self._names = QVBoxLayout()
        self._names.setSpacing(4)
        self.descriptions = DescriptionView(look)
        self.model = TakeListModel(self)
        self.view = OpeningView("paper_alt")
        self.view.setModel(self.model)
        self.view.setItemDelegate(TakeDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Takes of this person"))
        self.view.opened.connect(self._on_opened)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.descriptions)
        self._splitter.addWidget(self.view)
        head = QVBoxLayout()
        head.setContentsMargins(12, 14, 14, 10)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._counts)
        head.addLayout(self._names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)

    def show_person(self, person: Person, takes: Sequence[Take]) -> None:
        """Show this person and all that he or she says, an outlet's takes together."""
        self._title.setText(person.name)
        self._counts.setText(person_line(person))
        self._show_names(person)
        self.descriptions.show_person(person)
        order = {outlet.id: at for at, outlet in enumerate(person.outlets)}
        together = sorted(takes, key=lambda take: order.get(take.outlet.id, len(order)))
        self.model.show_outlet((), together)
        self.view.scrollToTop()
        QTimer.singleShot(0, self, self._share_room)

    def _show_names(self, person: Person) -> None:
        while (item := self._names.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if len(person.names) > 1:
            for name in person.names:
                self._names.addWidget(self._name_line(name))

    def _name_line(self, name: PersonName) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        label = ElidedLabel(self._look, "ui")
        label.setText(f"{name.name} · {takes_counted(name.takes)}")
        button = QPushButton(self.tr("Separate"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Separate {0}").format(name.name))
        button.setToolTip(self.tr("Make this name a person of its own again"))
        button.clicked.connect(lambda: self.separated.emit(name))
        row.addWidget(label, 1)
        row.addWidget(button)
        return line

    def _share_room(self) -> None:
        room = self._splitter.height()
        wanted = min(self.descriptions.wanted_height() + 8, round(room * DESCRIPTIONS_SHARE))
        self._splitter.setSizes([wanted, room - wanted])

    def _on_opened(self, row: Row) -> None:
        if isinstance(row, TakeRow):
            self.take_opened.emit(row.take)
