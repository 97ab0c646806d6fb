"""Two people who may be one: what outlets call each, and the reader's answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from summit_reader.domain.person import Person, SamePerson
from summit_reader.gui.look import Look
from summit_reader.gui.people.descriptions import DescriptionView
from summit_reader.gui.people.wording import names_line, person_line, reason_line
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label


class ProposalPage(Ground):
    """Shows a proposal with its reason; `accepted` and `refused` hand it back."""

    accepted = Signal(object)
    refused = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self._proposal: SamePerson | None = None
        title = Label(look, "point", wrapped=True)
        title.setText(self.tr("Are these the same person?"))
        self._reason = Label(look, "ui", "ink2", wrapped=True)
        self._sides = (_Side(look), _Side(look))
        self.same = QPushButton(self.tr("Same person"))
        self.apart = QPushButton(self.tr("Keep apart"))
        for button in (self.same, self.apart):
            # Neither answer is to be given by a stray Enter.
            button.setAutoDefault(False)
        self.same.clicked.connect(lambda: self.accepted.emit(self._proposal))
        self.apart.clicked.connect(lambda: self.refused.emit(self._proposal))
        sides = QHBoxLayout()
        sides.setSpacing(1)
        for side in self._sides:
            sides.addWidget(side, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 14, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.same)
        buttons.addWidget(self.apart)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(12, 14, 14, 6)
        head.setSpacing(6)
        head.addWidget(title)
        head.addWidget(self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addLayout(sides, 1)

    def show_proposal(self, proposal: SamePerson) -> None:
        """Show this proposal."""
        self._proposal = proposal
        names = f"“{proposal.one_name}”, “{proposal.other_name}”"
        self._reason.setText(f"{names}: {reason_line(proposal)}")
        for side, person in zip(self._sides, (proposal.one, proposal.other), strict=True):
            side.show_person(person)


class _Side(Ground):
    """One of the two."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self._name = ElidedLabel(look, "outlet")
        self._facts = ElidedLabel(look, "micro", "ink2")
        self._descriptions = DescriptionView(look)
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 14, 4)
        head.addWidget(self._name)
        head.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._descriptions, 1)

    def show_person(self, person: Person) -> None:
        """Show what outlets call this one."""
        self._name.setText(person.name)
        facts = (person_line(person), names_line(person))
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self._descriptions.show_person(person)
