"""Lists in sections: a name in spaced capitals above the rows of each, which nobody can choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState

T = TypeVar("T")
ABOVE, BELOW = 12, 4


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section."""

    title: str


class SectionedModel(ListModel[T | Heading]):
    """Rows under headings. Subclasses word their rows."""

    def reset_sections(self, sections: Iterable[tuple[str, Sequence[T]]]) -> None:
        """Hold these rows under these names instead; a section without rows is left out."""
        rows: list[T | Heading] = []
        for title, members in sections:
            if members:
                rows += [Heading(title), *members]
        self.reset(rows)

    def first(self) -> int:
        """Where the first row stands that is no heading; 0 in an empty list."""
        return min(1, max(len(self.rows) - 1, 0))

    def spoken_row(self, row: T) -> str:
        """The sentence that a screen reader says for a row that is no heading."""
        raise NotImplementedError

    def spoken(self, row: T | Heading) -> str:
        return row.title if isinstance(row, Heading) else self.spoken_row(row)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(index.data(VALUE), Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class SectionedDelegate(RowDelegate):
    """Draws headings; subclasses draw the rows."""

    def row_height(self, index: Index, width: int) -> float:
        """Height of a row that is no heading."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        """Draw a row that is no heading."""
        raise NotImplementedError

    def content_height(self, index: Index, width: int) -> float:
        if isinstance(index.data(VALUE), Heading):
            return self.look.type.line_height("caps") + ABOVE + BELOW
        return self.row_height(index, width)

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row = index.data(VALUE)
        if isinstance(row, Heading):
            line = QRectF(box.left(), box.top() + ABOVE, box.width(), box.height() - ABOVE - BELOW)
            self.draw_line(painter, line, row.title, "caps", "ink2")
        else:
            self.paint_row(painter, box, index, state)
