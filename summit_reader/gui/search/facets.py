"""What the hits are counted by, as rows one can tick."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from summit_reader.domain.search import Facet, FacetCount, FacetField
from summit_reader.domain.spans import Span
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.mirroring import upright
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import facet_value, texts_counted, tr

FIELDS = {
    FacetField.OUTLET: "Outlet",
    FacetField.COUNTRY: "Country",
    FacetField.LANGUAGE: "Language",
    FacetField.ROLE: "Role",
    FacetField.SPEAKER: "Speaker",
    FacetField.MONTH: "Date",
}
BOX = 13
ROW = 25
HEAD = 34


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A value of a field; `leads` if the field's name stands above it."""

    field: FacetField
    count: FacetCount
    leads: bool
    ticked: bool


class FacetListModel(ListModel[FacetRow]):
    """Fields with their most frequent values; `VALUE` hands out a `FacetRow`."""

    def show(self, facets: Sequence[Facet], query: str) -> None:
        """Show these facets; a value that the query asks for is ticked."""
        self.change(
            [
                FacetRow(facet.field, count, place == 0, place_of(count.clause, query) is not None)
                for facet in facets
                for place, count in enumerate(facet.counts)
            ]
        )

    def key(self, row: FacetRow) -> Hashable:
        return row.field, row.count.value

    def spoken(self, row: FacetRow) -> str:
        ticked = f", {tr('chosen')}" if row.ticked else ""
        value = facet_value(row.field, row.count.value)
        return f"{tr(FIELDS[row.field])}: {value}, {texts_counted(row.count.count)}{ticked}"


def place_of(clause: str, query: str) -> Span | None:
    """Where the clause stands in the query, whole and not excluded; None if it does not.

    >>> place_of("outlet:AFP", "flour outlet:AFP"), place_of("outlet:AFP", "-outlet:AFP")
    (Span(start=6, end=16), None)
    """
    found = re.search(rf"(?<!\S){re.escape(clause)}(?!\S)", query)
    return Span(*found.span()) if found else None


class FacetDelegate(RowDelegate):
    """A box to tick, the value, how many texts have it."""

    def content_height(self, index: Index, width: int) -> float:
        row: FacetRow = index.data(VALUE)
        return self.look.type.px(ROW + (HEAD if row.leads else 0))

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: FacetRow = index.data(VALUE)
        if row.leads:
            head = QRectF(box.left(), box.top() + 12, box.width(), self.look.type.px(HEAD - 12))
            self.draw_line(painter, head, tr(FIELDS[row.field]), "caps", "ink2")
            box = box.adjusted(0, self.look.type.px(HEAD), 0, 0)
        side = self.look.type.px(BOX)
        square = QRectF(box.left(), box.center().y() - side / 2, side, side)
        painter.setPen(QPen(self.colour("rule_strong"), 1))
        painter.setBrush(self.colour("solid") if row.ticked else self.colour("paper"))
        painter.drawRoundedRect(square, 3, 3)
        if row.ticked:
            ratio = painter.device().devicePixelRatioF()
            tick = self.look.icons.pixmap("verbatim", "on_solid", side, ratio)
            with upright(painter, square):
                painter.drawPixmap(square.topLeft(), tick)
        value = box.adjusted(side + 9, 0, -34, 0)
        self.draw_line(painter, value, facet_value(row.field, row.count.value), "ui", "ink")
        self.draw_at_end(painter, box, str(row.count.count))
