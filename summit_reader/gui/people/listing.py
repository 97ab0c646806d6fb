"""The left list: names that may be one person's, then everybody who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.person import Person, SamePerson
from summit_reader.gui.people.wording import person_line, proposal_line, reason_line
from summit_reader.gui.widgets.rows import VALUE, Index, RowState
from summit_reader.gui.widgets.sections import SectionedDelegate, SectionedModel
from summit_reader.gui.wording import tr

PADDING = 7

Listed = Person | SamePerson


class PeopleListModel(SectionedModel[Listed]):
    """Proposals first, since they wait for an answer; `narrow` leaves those with some letters.

    It is done here and not by a proxy, which would ask each of tens of thousands of rows through
    Qt at every key.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters = ""
        self._proposals: list[tuple[str, SamePerson]] = []
        self._people: list[tuple[str, Person]] = []

    def show(self, proposals: Sequence[SamePerson], people: Sequence[Person]) -> None:
        """Show these proposals and people, as far as they have the letters."""
        self._proposals = [
            (f"{_names(each.one)}\n{_names(each.other)}", each) for each in proposals
        ]
        self._people = [(_names(each), each) for each in people]
        self.narrow(self._letters)

    def narrow(self, letters: str) -> None:
        """Show only those with these letters in one of their names."""
        self._letters = letters.strip().casefold()
        proposals = [each for names, each in self._proposals if self._letters in names]
        people = [each for names, each in self._people if self._letters in names]
        self.reset_sections(((tr("May be one person"), proposals), (tr("People"), people)))

    def row_of(self, name_id: int) -> int | None:
        """Where the person with this name stands; None if not here."""
        for at, row in enumerate(self.rows):
            if isinstance(row, Person) and any(name.id == name_id for name in row.names):
                return at
        return None

    def spoken_row(self, row: Listed) -> str:
        """Name and counts, or the question with its reason."""
        return ". ".join(_lines(row))


class PeopleDelegate(SectionedDelegate):
    """Draws two lines a row; proposals stand out by their weight."""

    def row_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        return height("uib") + height("micro") + 2 * PADDING

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: Listed = index.data(VALUE)
        height = self.look.type.line_height
        head, below = _lines(row)
        face = "uib" if isinstance(row, SamePerson) else "ui"
        line = QRectF(box.left(), box.top() + PADDING, box.width(), height("uib"))
        self.draw_line(painter, line, head, face, "ink", bold=state.selected)
        line = QRectF(box.left(), line.bottom(), box.width(), height("micro"))
        self.draw_line(painter, line, below, "micro", "ink2")


def _names(person: Person) -> str:
    return "\n".join(name.name.casefold() for name in person.names)


def _lines(row: Listed) -> tuple[str, str]:
    if isinstance(row, SamePerson):
        return proposal_line(row), reason_line(row)
    return row.name, person_line(row)
