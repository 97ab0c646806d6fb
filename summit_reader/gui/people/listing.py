"""The left list: names that may be one person's, then everybody who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.person import Person, SamePerson
from summit_reader.gui.people.wording import person_line, proposal_line, reason_line
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import tr

PADDING = 7


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody who speaks; `leads` if the section's name stands above the row."""

    person: Person
    leads: bool


@dataclass(frozen=True, slots=True)
class ListedProposal:
    """Two people who may be one; `leads` as above."""

    proposal: SamePerson
    leads: bool


Listed = ListedPerson | ListedProposal


class PeopleListModel(ListModel[Listed]):
    """Proposals first, since they wait for an answer."""

    def show(self, proposals: Sequence[SamePerson], people: Sequence[Person]) -> None:
        """Show these proposals and people."""
        asked = [ListedProposal(each, leads=not at) for at, each in enumerate(proposals)]
        self.reset((*asked, *(ListedPerson(each, leads=not at) for at, each in enumerate(people))))

    def row_of(self, person_id: int) -> int | None:
        """Where the person stands; None if not here."""
        for at, row in enumerate(self.rows):
            if isinstance(row, ListedPerson) and row.person.id == person_id:
                return at
        return None

    def spoken(self, row: Listed) -> str:
        """Name and counts, or the question with its reason."""
        if isinstance(row, ListedProposal):
            return f"{proposal_line(row.proposal)} {reason_line(row.proposal)}"
        return f"{row.person.name}. {person_line(row.person)}"


class PeopleDelegate(RowDelegate):
    """Draws two lines a row, the section's name above the first of each kind."""

    def content_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        lead = height("caps") + 14 if index.data(VALUE).leads else 0
        return lead + height("uib") + height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: Listed = index.data(VALUE)
        height = self.look.type.line_height
        top = box.top() + PADDING
        if isinstance(row, ListedProposal):
            title, face = tr("May be one person"), "uib"
            head, below = proposal_line(row.proposal), reason_line(row.proposal)
        else:
            title, face = tr("People"), "ui"
            head, below = row.person.name, person_line(row.person)
        if row.leads:
            line = QRectF(box.left(), top + 4, box.width(), height("caps"))
            self.draw_line(painter, line, title, "caps", "ink2")
            top = line.bottom() + 10
        line = QRectF(box.left(), top, box.width(), height("uib"))
        self.draw_line(painter, line, head, face, "ink", bold=state.selected)
        line = QRectF(box.left(), line.bottom(), box.width(), height("micro"))
        self.draw_line(painter, line, below, "micro", "ink2")
