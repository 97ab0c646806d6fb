"""The versions there are, as rows: the same words first, then the same speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from summit_reader.domain.collation import Version
from summit_reader.domain.comparison import Source
from summit_reader.gui.versions.wording import TIES, VERDICT_ICONS, VERDICTS
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE, Block, Index, RowDelegate, RowState
from summit_reader.gui.wording import outlet_line, quoted, tr

PADDING = 10
ICON = 15
GAP = 6
QUOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version and where it was read; `leads` if the name of its section stands above it."""

    version: Version
    source: Source
    leads: bool


class VersionListModel(ListModel[VersionRow]):
    """Rows of versions."""

    def show(self, versions: Sequence[tuple[Version, Source]]) -> None:
        """Show these versions, in this order."""
        ties = [version.tie for version, _ in versions]
        self.reset(
            VersionRow(version, source, leads=number == ties.index(version.tie))
            for number, (version, source) in enumerate(versions)
        )

    def spoken(self, row: VersionRow) -> str:
        """Outlet, tie, verdict and words."""
        take, verdict = row.version.take, row.version.collation.verdict
        parts = (outlet_line(take.outlet), tr(TIES[row.version.tie]), tr(VERDICTS[verdict]))
        return ". ".join((*parts, take.text))


class VersionDelegate(RowDelegate):
    """Draws outlet and verdict over the first lines of the words."""

    def content_height(self, index: Index, width: int) -> float:
        row = index.data(VALUE)
        height = self.look.type.line_height
        lead = height("caps") + 12 if row.leads else 0
        return lead + height("uib") + 2 + height("micro") + self._quote(row, width).height + 24

    def paint_content(self, painter: QPainter, box: QRectF, index: Index, state: RowState) -> None:
        row = index.data(VALUE)
        height = self.look.type.line_height
        top = box.top() + PADDING
        if row.leads:
            line = QRectF(box.left(), top, box.width(), height("caps"))
            self.draw_line(painter, line, tr(TIES[row.version.tie]), "caps", "ink2")
            top = line.bottom() + 12
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
