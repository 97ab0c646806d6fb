"""Pairs as rows: how sure, what both say, and why it is thought so."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.gui.pairs.rows import PairRow, Tie
from summit_reader.gui.pairs.wording import TIES, reasons_line, spoken, sureness
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowState
from summit_reader.gui.widgets.sections import Heading, SectionedDelegate, SectionedModel
from summit_reader.gui.widgets.sides import SMALL_BADGE, paint_badge
from summit_reader.gui.wording import tr

PADDING = 9
GAP = 8
LINES, CUT_LINES, REASON_LINES = 3, 8, 3
"""Lines of words, of words with cuts marked in them, and of reasons, at most."""


class PairListModel(SectionedModel[PairRow]):
    """Rows of pairs, under what ties them."""

    def show(self, rows: Sequence[PairRow]) -> None:
        """List these pairs."""
        self.reset_sections(
            (tr(title), [row for row in rows if row.tie is tie]) for tie, title in TIES.items()
        )

    def spoken_row(self, row: PairRow) -> str:
        return spoken(row)

    def key(self, row: PairRow | Heading) -> Hashable:
        return row.title if isinstance(row, Heading) else row.key


class PairDelegate(SectionedDelegate):
    """Draws the words of both sides behind their letters."""

    inset = 14

    def row_height(self, index: Index, width: int) -> float:
        row: PairRow = index.data(VALUE)
        words = sum(block.height + 4 for block in self._words(row, width))
        reasons = self._reasons(row, width)
        below = reasons.height if reasons is not None else 0
        return self.look.type.line_height("uib") + 4 + words + below + 2 * PADDING

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: PairRow = index.data(VALUE)
        top = box.top() + PADDING
        line = QRectF(box.left(), top, box.width(), self.look.type.line_height("uib"))
        self.draw_line(painter, line, sureness(row), "uib", "ink")
        top = line.bottom() + 4
        badge = self.look.type.px(SMALL_BADGE)
        for side, block in zip(row.sides, self._words(row, box.width()), strict=True):
            spot = QRectF(box.left(), top, badge, badge)
            paint_badge(painter, spot, side, self.look, filled=False)
            at = QPointF(box.left() + badge + GAP, top)
            top = self.draw(painter, block, at, "ink") + 4
        if (reasons := self._reasons(row, box.width())) is not None:
            self.draw(painter, reasons, QPointF(box.left(), top), "ink2")

    def _words(self, row: PairRow, width: float) -> list[Block]:
        room = width - self.look.type.px(SMALL_BADGE) - GAP
        lines = CUT_LINES if row.tie is Tie.SAME_WORDS else LINES
        return [
            self.blocks.block(
                words.text, "quote", room, lines=lines, marks=words.shared, cuts=words.cuts
            )
            for words in row.words
        ]

    def _reasons(self, row: PairRow, width: float) -> Block | None:
        line = reasons_line(row)
        return self.blocks.block(line, "micro", width, lines=REASON_LINES) if line else None
