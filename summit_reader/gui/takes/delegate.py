"""How a take stands in the list: its outlet once, headline, quotation, source."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from summit_reader.domain.article import Layout
from summit_reader.gui.look import Look
from summit_reader.gui.takes.model import AbsentRow, HeadRow, ProposalRow, TakeRow, TextRow
from summit_reader.gui.takes.proposal_painting import ProposalPainter
from summit_reader.gui.widgets.mirroring import drawn_at
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState
from summit_reader.gui.widgets.sides import SMALL_BADGE, paint_badge
from summit_reader.gui.wording import (
    ABSENCE_ICONS,
    absent_line,
    carrier_line,
    quoted,
    text_line,
    tr,
    voice_versions,
)

PADDING = 8
GAP = 7
ICON = 14
QUOTE_LINES = 2
OPEN_LINES = 60
"""Lines of a quotation in the list: closed, and opened, when all of nearly every one is seen."""


class TakeDelegate(RowDelegate):
    """Rows of a point; a rule parts outlets, none stands between takes of one."""

    inset = 14
    opened = False
    judged = Signal(object, bool)

    def __init__(self, view: QAbstractItemView, look: Look) -> None:
        super().__init__(view, look)
        self._proposal = ProposalPainter(self)

    def content_height(self, index: Index, width: int) -> float:
        row = index.data(VALUE)
        height = self.look.type.line_height
        if isinstance(row, AbsentRow):
            lead = height("caps") + 22 if row.leads else 0
            return lead + height("ui") + 8
        if isinstance(row, HeadRow):
            return height("caps") + 22
        if isinstance(row, ProposalRow):
            return self._proposal.height(row.proposal, width)
        if isinstance(row, TextRow):
            name = self.blocks.block(row.source.title, "listb", width - self._icon(), lines=2)
            return name.height + height("micro") + 2 * PADDING
        lead = height("uib") + 4 if row.leads else 0
        title = height("listb") if row.take.headline and row.leads else 0
        quote = self._quote(row, width)
        return lead + title + quote.height + height("micro") + 2 * PADDING

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: Option, index: Index
    ) -> bool:
        row = index.data(VALUE)
        if isinstance(row, ProposalRow) and isinstance(event, QMouseEvent):
            box = QRectF(option.rect).adjusted(self.inset, 0, -self.inset, 0)
            verdict = self._proposal.verdict_at(
                box, drawn_at(option, event.position().toPoint()).toPointF()
            )
            if verdict is not None:
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.judged.emit(row.proposal, verdict)
                return True
        return super().editorEvent(event, model, option, index)

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row = index.data(VALUE)
        if isinstance(row, AbsentRow):
            self._paint_absent(painter, box, row)
        elif isinstance(row, ProposalRow):
            self._proposal.paint(painter, box, row.proposal)
        elif isinstance(row, HeadRow):
            self._paint_lead(painter, box, row.title)
        elif isinstance(row, TextRow):
            self._paint_text(painter, box, row)
        else:
            shown = replace(row, take=self.look.names.take(row.take))
            self._paint_take(painter, box, shown, state, first=index.row() == 0)

    def _paint_take(
        self, painter: QPainter, box: QRectF, row: TakeRow, state: RowState, *, first: bool
    ) -> None:
        height = self.look.type.line_height
        if row.leads and not first and not state.selected:
            self._paint_rule(painter, box)
        top = box.top() + PADDING
        badge = self.look.type.px(SMALL_BADGE)
        if row.side is not None:
            spot = QRectF(box.right() - badge, top - 1, badge, badge)
            paint_badge(painter, spot, row.side, self.look, filled=state.selected)
        if row.leads:
            line = QRectF(box.left(), top, box.width() - badge - 40, height("uib"))
            used = self.draw_line(painter, line, row.take.outlet.name, "uib", "ink")
            country = QRectF(line.left() + used + GAP, top, 40, line.height())
            self.draw_line(painter, country, row.take.outlet.country, "micro", "ink2")
            top += line.height() + 4
            if row.take.headline:
                line = QRectF(box.left(), top, box.width(), height("listb"))
                self.draw_line(painter, line, row.take.headline, "listb", "ink")
                top += line.height()
        quote = self._quote(row, box.width())
        top = self.draw(painter, quote, QPointF(box.left(), top), "ink")
        self._paint_source(painter, QRectF(box.left(), top, box.width(), height("micro")), row)

    def _quote(self, row: TakeRow, width: float) -> Block:
        # Where no outlet stands above the words, the badge stands beside them.
        room = 0 if row.leads else self.look.type.px(SMALL_BADGE) + 6
        lines = OPEN_LINES if self.opened else QUOTE_LINES
        return self.blocks.block(quoted(row.take), "quote", width - room, lines=lines)

    def _paint_source(self, painter: QPainter, line: QRectF, row: TakeRow) -> None:
        if row.take.via or row.take.speaker is not None:
            side = self.look.type.px(ICON)
            ratio = painter.device().devicePixelRatioF()
            icon = self.look.icons.pixmap("carried_by", "ink2", side, ratio)
            painter.drawPixmap(QPointF(line.left(), line.center().y() - side / 2), icon)
            line = line.adjusted(side + 4, 0, 0, 0)
        via = f" · {carrier_line(row.take.via)}" if row.take.via else ""
        via += f" · {tr('lost')}" if row.take.lost else ""
        advance = QFontMetricsF(self.look.type.font("micro")).horizontalAdvance
        room = line.adjusted(0, 0, -advance(via) - 1, 0)
        voices = voice_versions(row.take)
        voice = next((one for one in voices if advance(one) <= room.width()), voices[-1])
        used = self.draw_line(painter, room, voice, "micro", "ink2")
        self.draw_line(painter, line.adjusted(used, 0, 0, 0), via, "micro", "ink2")

    def _icon(self) -> int:
        return self.look.type.px(ICON) + 8

    def _paint_text(self, painter: QPainter, box: QRectF, row: TextRow) -> None:
        metadata = row.source.metadata
        name = "cut" if metadata.cut else "text"
        if metadata.layout is not Layout.PLAIN:
            name = "press_review"
        side, ratio = self.look.type.px(ICON), painter.device().devicePixelRatioF()
        icon = self.look.icons.pixmap(name, "ink2", side, ratio)
        painter.drawPixmap(QPointF(box.left(), box.top() + PADDING + 3), icon)
        left, width = box.left() + self._icon(), box.width() - self._icon()
        title = self.blocks.block(row.source.title, "listb", width, lines=2)
        top = self.draw(painter, title, QPointF(left, box.top() + PADDING), "ink")
        line = QRectF(left, top, width, self.look.type.line_height("micro"))
        self.draw_line(
            painter,
            line,
            text_line(row.source, row.takes, blind=self.look.names.blind),
            "micro",
            "ink2",
        )

    def _paint_absent(self, painter: QPainter, box: QRectF, row: AbsentRow) -> None:
        height = self.look.type.line_height
        top = box.top()
        if row.leads:
            top = self._paint_lead(painter, box, tr("Not on this point"))
        side = self.look.type.px(ICON)
        line = QRectF(box.left(), top, box.width(), height("ui") + 8)
        ratio = painter.device().devicePixelRatioF()
        icon = self.look.icons.pixmap(ABSENCE_ICONS[row.absent.absence], "ink2", side, ratio)
        painter.drawPixmap(QPointF(line.left(), line.center().y() - side / 2), icon)
        line = line.adjusted(side + 7, 0, 0, 0)
        used = self.draw_line(
            painter,
            line.adjusted(0, 0, -96, 0),
            self.look.names.outlet(row.absent.outlet).name,
            "ui",
            "ink",
        )
        self.draw_line(
            painter, line.adjusted(used + GAP, 0, 0, 0), absent_line(row.absent), "micro", "ink2"
        )

    def _paint_lead(self, painter: QPainter, box: QRectF, title: str) -> float:
        """Draw the name of a section; returns where its first row begins."""
        self._paint_rule(painter, box)
        head = QRectF(box.left(), box.top() + 14, box.width(), self.look.type.line_height("caps"))
        self.draw_line(painter, head, title, "caps", "ink2")
        return head.bottom() + 8

    def _paint_rule(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self.colour("rule"), 1))
        painter.drawLine(
            QPointF(box.left(), box.top() + 0.5), QPointF(box.right(), box.top() + 0.5)
        )
        painter.setPen(Qt.PenStyle.NoPen)
