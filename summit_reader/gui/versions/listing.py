"""The versions there are, as rows: the same words first, then the same speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.collation import Version
from summit_reader.domain.comparison import Source
from summit_reader.gui.versions.wording import TIES, VERDICT_ICONS, VERDICTS
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowState
from summit_reader.gui.widgets.sections import SectionedDelegate, SectionedModel
from summit_reader.gui.wording import outlet_line, quoted, tr

PADDING = 10
ICON = 15
GAP = 6
QUOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version and where it was read."""

    version: Version
    source: Source


class VersionListModel(SectionedModel[VersionRow]):
    """Rows of versions, under what ties them to the statement."""

    def show(self, versions: Sequence[tuple[Version, Source]]) -> None:
        """Show these versions, in this order."""
        self.reset_sections(
            (tr(title), [VersionRow(*each) for each in versions if each[0].tie is tie])
            for tie, title in TIES.items()
        )

    def spoken_row(self, row: VersionRow) -> str:
        """Outlet, tie, verdict and words."""
        take, verdict = row.version.take, row.version.collation.verdict
        parts = (outlet_line(take.outlet), tr(TIES[row.version.tie]), tr(VERDICTS[verdict]))
        return ". ".join((*parts, take.text))


class VersionDelegate(SectionedDelegate):
    """Draws outlet and verdict over the first lines of the words."""

    def row_height(self, index: Index, width: int) -> float:
        height = self.look.type.line_height
        quote = self._quote(index.data(VALUE), width).height
        return height("uib") + 2 + height("micro") + quote + 24

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row: VersionRow = index.data(VALUE)
        height = self.look.type.line_height
        top = box.top() + PADDING
        take = row.version.take
        line = QRectF(box.left(), top, box.width() - 40, height("uib"))
        used = self.draw_line(painter, line, take.outlet.name, "uib", "ink")
        country = QRectF(line.left() + used + GAP, top, 40, line.height())
        self.draw_line(painter, country, take.outlet.country, "micro", "ink2")
        top = line.bottom() + 2
        verdict = row.version.collation.verdict
        side = self.look.type.px(ICON)
        line = QRectF(box.left(), top, box.width(), height("micro"))
        icon = self.look.icons.pixmap(
            VERDICT_ICONS[verdict], "ink2", side, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(line.left(), line.center().y() - side / 2), icon)
        line = line.adjusted(side + GAP, 0, 0, 0)
        self.draw_line(painter, line, tr(VERDICTS[verdict]), "micro", "ink2")
        quote = self._quote(row, box.width())
        self.draw(painter, quote, QPointF(box.left(), line.bottom() + 2), "ink")

    def _quote(self, row: VersionRow, width: float) -> Block:
        return self.blocks.block(quoted(row.version.take), "quote", width, lines=QUOTE_LINES)
