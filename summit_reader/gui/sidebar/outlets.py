"""The list of outlets with their counts, in one or by what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter

from summit_reader.domain.narrowing import Attribute, groups, traits
from summit_reader.domain.outlet import OutletSummary
from summit_reader.gui.narrowing.wording import value_name
from summit_reader.gui.widgets.rows import VALUE, Index, RowState
from summit_reader.gui.widgets.sections import Heading, SectionedDelegate, SectionedModel
from summit_reader.gui.wording import outlet_line, plain_tip, takes_counted, texts_counted

ROW = 27
GAP = 7

Group = tuple[Attribute, str]
"""What outlets are grouped by; the second part is the axis of a label."""


class OutletListModel(SectionedModel[OutletSummary]):
    """Outlets by name; `VALUE` hands out the `OutletSummary`, or the heading of a group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlets: list[OutletSummary] = []
        self._letters = ""
        self._by: Group | None = None

    @property
    def grouped_by(self) -> Group | None:
        """What the outlets are grouped by; None if they stand in one list."""
        return self._by

    def show(self, outlets: Sequence[OutletSummary]) -> None:
        """Show these outlets instead."""
        self._outlets = list(outlets)
        self._list()

    def narrow(self, letters: str) -> None:
        """Show only outlets with these letters in their name or country."""
        self._letters = letters.casefold()
        self._list()

    def group(self, by: Group | None) -> None:
        """Put outlets under the values that they have in common, the most frequent first."""
        self._by = by
        self._list()

    def shown(self, row: OutletSummary | Heading) -> str:
        return row.title if isinstance(row, Heading) else outlet_line(row.outlet)

    def spoken_row(self, row: OutletSummary) -> str:
        counts = f"{takes_counted(row.takes)}, {texts_counted(row.articles)}"
        return f"{outlet_line(row.outlet)}, {counts}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return plain_tip(self.shown(self.rows[index.row()]))
        return super().data(index, role)

    def _list(self) -> None:
        found = [
            each for each in self._outlets if self._letters in outlet_line(each.outlet).casefold()
        ]
        if self._by is None:
            self.reset(found)
            return
        by = self._by
        self.reset_sections(
            (f"{value_name(trait)} · {count}", [one for one in found if trait in traits(one, *by)])
            for trait, count in groups(found, *by)
        )


class OutletDelegate(SectionedDelegate):
    """Name, country, number of takes."""

    def row_height(self, index: Index, width: int) -> float:
        return self.look.type.px(ROW)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        summary: OutletSummary = index.data(VALUE)
        count = str(summary.takes)
        room = 8.0 + painter.fontMetrics().horizontalAdvance(count)
        number = QRectF(box.right() - room, box.top(), room, box.height())
        name = QRectF(box).adjusted(0, 0, -room - 28, 0)
        used = self.draw_line(painter, name, summary.outlet.name, "ui", "ink", bold=state.selected)
        country = QRectF(box).adjusted(used + GAP, 0, -room, 0)
        self.draw_line(painter, country, summary.outlet.country, "micro", "ink2")
        self.draw_at_end(painter, number, count)
