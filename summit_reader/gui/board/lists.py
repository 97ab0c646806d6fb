"""Beside the board: the comparisons, the tags on the cards, and what was thrown away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.comparison import BoardSummary, Comparison
from summit_reader.gui.board.wording import clippings_counted, summary_line
from summit_reader.gui.widgets.rows import VALUE, Index, RowState
from summit_reader.gui.widgets.sections import SectionedDelegate, SectionedModel
from summit_reader.gui.wording import tr

ROW, ICON = 27, 15


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag and how many cards have it; `is_chosen` if only those are shown."""

    tag: str
    count: int
    is_chosen: bool = False


ListRow = BoardSummary | TagRow


def tags_of(board: Comparison | None, chosen: str) -> list[TagRow]:
    """The tags of a comparison with their counts, those of most cards first."""
    counts = Counter(tag for card in (board.cards if board else ()) for tag in card.tags)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold()))
    return [TagRow(tag, count, tag == chosen) for tag, count in ordered]


class BoardListModel(SectionedModel[ListRow]):
    """Comparisons, tags and the bin; `VALUE` hands out a summary or a `TagRow`."""

    def __init__(self) -> None:
        super().__init__()
        self.current = 0
        self._told: tuple[object, ...] = ()

    def show(self, summaries: Sequence[BoardSummary], tags: Sequence[TagRow], current: int) -> None:
        """Show these instead."""
        told = (tuple(summaries), tuple(tags), current)
        if told == self._told:
            return
        self._told, self.current = told, current
        here = [one for one in summaries if not one.is_binned]
        binned = [one for one in summaries if one.is_binned]
        self.reset_sections(
            [
                (tr("Comparisons"), here),
                (tr("Tags"), list(tags)),
                (tr("Bin"), binned),
            ]
        )

    def row_of(self, comparison_id: int) -> int | None:
        """Where a comparison stands; None if it is not here."""
        found = (
            at
            for at, row in enumerate(self.rows)
            if isinstance(row, BoardSummary) and row.id == comparison_id
        )
        return next(found, None)

    def spoken_row(self, row: ListRow) -> str:
        if isinstance(row, TagRow):
            shown = tr("only these are shown") if row.is_chosen else ""
            parts = (tr("Tag {0}").format(row.tag), clippings_counted(row.count), shown)
            return ", ".join(part for part in parts if part)
        where = tr("in the bin; Enter takes it out") if row.is_binned else ""
        open_ = tr("open") if row.id == self.current else ""
        return ", ".join(part for part in (row.name, summary_line(row), open_, where) if part)


class BoardListDelegate(SectionedDelegate):
    """Names in the face of what the reader asks, tags behind their icon."""

    def row_height(self, index: Index, width: int) -> float:
        row = index.data(VALUE)
        if isinstance(row, TagRow):
            return self.look.type.px(ROW)
        name = self.blocks.block(row.name, "list", width, lines=2, bold=self._is_open(row))
        return name.height + self.look.type.line_height("micro") + 14

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row = index.data(VALUE)
        if isinstance(row, TagRow):
            self._paint_tag(painter, box, row)
            return
        role = "ink2" if row.is_binned else "ink"
        name = self.blocks.block(row.name, "list", box.width(), lines=2, bold=self._is_open(row))
        below = self.draw(painter, name, QPointF(box.left(), box.top() + 6), role)
        line = QRectF(box.left(), below + 1, box.width(), self.look.type.line_height("micro"))
        self.draw_line(painter, line, summary_line(row), "micro", "ink2")

    def _is_open(self, row: BoardSummary) -> bool:
        model = self._view.model()
        return isinstance(model, BoardListModel) and row.id == model.current

    def _paint_tag(self, painter: QPainter, box: QRectF, row: TagRow) -> None:
        size, ratio = self.look.type.px(ICON), painter.device().devicePixelRatioF()
        icon = self.look.icons.pixmap("check" if row.is_chosen else "tag", "ink2", size, ratio)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - size / 2), icon)
        words = box.adjusted(size + 8, 0, -30, 0)
        self.draw_line(painter, words, row.tag, "ui", "ink", bold=row.is_chosen)
        self.draw_at_end(painter, box, str(row.count))
