"""How a proposal looks in the list: somebody's words under a dotted bar, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from summit_reader.domain.proposal import Proposal
from summit_reader.gui.takes.proposals import proposal_words, reasons_line, sureness
from summit_reader.gui.widgets.mirroring import upright
from summit_reader.gui.widgets.rows import Block, RowDelegate

PADDING = 7
LINES = 2
BUTTON, ICON = 24, 16
INDENT = 8


class ProposalPainter:
    """Draws for a list; weak proposals are grey, and say so."""

    def __init__(self, rows: RowDelegate) -> None:
        self._rows, self._look = rows, rows.look

    def height(self, proposal: Proposal, width: float) -> float:
        """Pixels that a proposal takes up."""
        line = self._look.type.line_height
        head = max(line("uib"), self._look.type.px(BUTTON))
        words, why = self._words(proposal, width), self._why(proposal, width)
        return head + words.height + line("micro") + why.height + 2 * PADDING

    def paint(self, painter: QPainter, box: QRectF, proposal: Proposal) -> None:
        """Draw a proposal from the top of `box`."""
        line = self._look.type.line_height
        colour = self._look.theme.colour
        head = max(line("uib"), self._look.type.px(BUTTON))
        accept, refuse = self._buttons(box)
        name = QRectF(box.left() + INDENT, box.top() + PADDING, accept.left() - box.left(), head)
        used = self._rows.draw_line(
            painter, name.adjusted(0, 0, -INDENT - 30, 0), proposal.outlet.name, "uib", "ink"
        )
        country = name.adjusted(used + 7, 0, -INDENT, 0)
        self._rows.draw_line(painter, country, proposal.outlet.country, "micro", "ink2")
        icon, ratio = self._look.type.px(ICON), painter.device().devicePixelRatioF()
        for button, outline in ((accept, "check"), (refuse, "x")):
            pixmap = self._look.icons.pixmap(outline, "ink2", icon, ratio)
            with upright(painter, button):
                painter.drawPixmap(button.center() - QPointF(icon / 2, icon / 2), pixmap)
        role = "ink3" if proposal.is_weak else "ink"
        at = QPointF(box.left() + INDENT, name.bottom())
        below = self._rows.draw(painter, self._words(proposal, box.width()), at, role)
        sure = QRectF(at.x(), below, box.width() - INDENT, line("micro"))
        self._rows.draw_line(painter, sure, sureness(proposal), "micro", "ink2", bold=True)
        why = self._why(proposal, box.width())
        end = self._rows.draw(painter, why, QPointF(at.x(), sure.bottom()), "ink2")
        painter.setPen(QPen(colour("rule_strong"), 1.5, Qt.PenStyle.DotLine))
        left = box.left() + 0.5
        painter.drawLine(QPointF(left, name.top() + 3), QPointF(left, end - 2))
        painter.setPen(Qt.PenStyle.NoPen)

    def verdict_at(self, box: QRectF, spot: QPointF) -> bool | None:
        """Whether the button at `spot` accepts; None where there is no button."""
        accept, refuse = self._buttons(box)
        if accept.contains(spot):
            return True
        return False if refuse.contains(spot) else None

    def _buttons(self, box: QRectF) -> tuple[QRectF, QRectF]:
        side = self._look.type.px(BUTTON)
        refuse = QRectF(box.right() - side, box.top() + PADDING, side, side)
        return refuse.translated(-side, 0), refuse

    def _words(self, proposal: Proposal, width: float) -> Block:
        words = proposal_words(proposal)
        return self._rows.blocks.block(words, "quote", width - INDENT, lines=LINES)

    def _why(self, proposal: Proposal, width: float) -> Block:
        why = reasons_line(proposal)
        return self._rows.blocks.block(why, "micro", width - INDENT, lines=LINES)
