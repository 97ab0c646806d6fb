"""How a hit stands in the list: its outlet once, the sentence with the words marked, its source."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from summit_reader.domain.grouping import Grouping
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.search.model import HitRow
from summit_reader.gui.widgets.rows import VALUE, Index, RowDelegate, RowState
from summit_reader.gui.wording import carrier_line, counted, tr, written_by

PADDING = 8
GAP = 7
ICON = 14
LINES = 4
WIDEST = 0.75
"""Share of a line that the keys may take; without the room, the menu tells them."""


class HitDelegate(RowDelegate):
    """Rows of the results."""

    inset = 18

    def content_height(self, index: Index, width: int) -> float:
        row: HitRow = index.data(VALUE)
        height = self.look.type.line_height
        group = height("uib") + 14 if row.group else 0
        snippet = self.blocks.block(
            row.hit.snippet.text, "list", width, lines=LINES, marks=row.hit.snippet.marks
        )
        return group + snippet.height + height("micro") + 2 * PADDING

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: HitRow = index.data(VALUE)
        height = self.look.type.line_height
        top = box.top() + PADDING
        if row.group:
            self._paint_group(painter, box, row, first=index.row() == 0)
            top += height("uib") + 14
        hit = row.hit
        snippet = self.blocks.block(
            hit.snippet.text, "list", box.width(), lines=LINES, marks=hit.snippet.marks
        )
        top = self.draw(painter, snippet, QPointF(box.left(), top), "ink")
        line = QRectF(box.left(), top, box.width(), height("micro"))
        if state.selected:
            keys = tr("Enter: this pane   Ctrl+Enter: the other")
            room = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance(keys)
            if room < line.width() * WIDEST:
                self.draw_at_end(painter, line, keys)
                line = line.adjusted(0, 0, -room - 12, 0)
        side = self.look.type.px(ICON)
        ratio = painter.device().devicePixelRatioF()
        name = "text" if hit.take_id is None else "quotation"
        icon = self.look.icons.pixmap(name, "ink2", side, ratio)
        painter.drawPixmap(QPointF(line.left(), line.center().y() - side / 2), icon)
        words = line.adjusted(side + 6, 0, 0, 0)
        self.draw_line(painter, words, _below(row, self.look.names), "micro", "ink2")

    def _paint_group(self, painter: QPainter, box: QRectF, row: HitRow, *, first: bool) -> None:
        line = QRectF(box.left(), box.top() + 8, box.width(), self.look.type.line_height("uib"))
        if not first:
            painter.setPen(QPen(self.colour("rule"), 1))
            painter.drawLine(
                QPointF(box.left(), box.top() + 0.5), QPointF(box.right(), box.top() + 0.5)
            )
        name, about = _head(row, self.look.names)
        used = self.draw_line(painter, line.adjusted(0, 0, -140, 0), name, "uib", "ink")
        self.draw_line(painter, line.adjusted(used + GAP, 0, -60, 0), about, "micro", "ink2")
        self.draw_at_end(painter, line, counted(row.group, "{n} hit", "{n} hits"))


def _head(row: HitRow, names: OutletNames) -> tuple[str, str]:
    """Whose group it is, and what is to be said of it in small letters."""
    if row.grouping is Grouping.ARTICLE:
        return names.outlet(row.carrier).name, row.headline
    outlet = names.outlet(row.hit.outlet)
    via = "" if names.hides(row.hit.outlet) else row.hit.via
    return outlet.name, f"{outlet.country} · {carrier_line(via)}" if via else outlet.country


def _below(row: HitRow, names: OutletNames) -> str:
    """The line under a snippet: what its group does not say."""
    hit, outlet = row.hit, names.outlet(row.hit.outlet)
    if hit.comment:
        where = row.headline if row.grouping is Grouping.OUTLET else outlet.name
        return " · ".join(part for part in (written_by(hit.speaker), where) if part)
    if row.grouping is Grouping.OUTLET:
        source = hit.speaker or row.headline
    else:
        whose = "" if hit.speaker and hit.outlet.id == row.carrier.id else outlet.name
        source = " · ".join(part for part in (whose, hit.speaker) if part)
    if not hit.removed:
        return source
    return f"{tr('Removed text')} · {source}" if source else tr("Removed text")
