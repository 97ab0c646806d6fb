"""What each outlet calls a person, word for word."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.person import Description, Person
from summit_reader.gui.look import Look
from summit_reader.gui.people.wording import description_line, description_text
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState, RowView
from summit_reader.gui.wording import takes_counted, tr

PADDING = 6
GAP = 6
LINES = 3


class DescriptionListModel(ListModel[Description]):
    """Descriptions, those of an outlet together."""

    def spoken(self, row: Description) -> str:
        """Outlet, description, number of takes."""
        return description_line(row)


class DescriptionDelegate(RowDelegate):
    """Draws the outlet over its words for the person."""

    def content_height(self, index: Index, width: int) -> float:
        text = self._text(index.data(VALUE), width)
        return self.look.type.line_height("uib") + text.height + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: Description = index.data(VALUE)
        line = QRectF(
            box.left(), box.top() + PADDING, box.width(), self.look.type.line_height("uib")
        )
        used = self.draw_line(painter, line, row.outlet.name, "uib", "ink")
        after = line.adjusted(used + GAP, 0, 0, 0)
        facts = " · ".join(filter(None, (row.outlet.country, takes_counted(row.takes), row.name)))
        self.draw_line(painter, after, facts, "micro", "ink2")
        role = "ink" if row.text else "ink2"
        self.draw(painter, self._text(row, box.width()), QPointF(box.left(), line.bottom()), role)

    def _text(self, row: Description, width: float) -> Block:
        return self.blocks.block(description_text(row), "quote", width, lines=LINES)


class DescriptionView(RowView):
    """The list of a person's descriptions."""

    def __init__(self, look: Look) -> None:
        super().__init__("paper_alt")
        self._model = DescriptionListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(DescriptionDelegate(self, look))
        self.setAccessibleName(tr("What outlets call this person"))

    def show_person(self, person: Person) -> None:
        """Show what outlets call this person; the name stands there only if there are several."""
        several = len(person.names) > 1
        self._model.reset(
            each if several else replace(each, name="") for each in person.descriptions
        )

    def wanted_height(self) -> int:
        """Pixels that all rows together take up."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
