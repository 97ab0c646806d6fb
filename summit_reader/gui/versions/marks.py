"""How differences between two versions are set, and the line that explains it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from summit_reader.export.versions import Mark
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

NAMES = {
    Mark.LEFT_OUT: "Left out here",
    Mark.ONLY_HERE: "Only here",
    Mark.CHANGED: "Put otherwise",
}
GAP = "      "


def mark_format(mark: Mark, side: Side, look: Look, face: str) -> QTextCharFormat:
    """Words set in `face` as the mark asks: by line and weight first, by colour only besides."""
    colour = look.theme.colour
    made = QTextCharFormat()
    made.setFont(look.type.font(face))
    made.setForeground(colour("ink"))
    if mark is Mark.LEFT_OUT:
        made.setFontStrikeOut(True)
        made.setForeground(colour("ink3"))
    elif mark is not Mark.SAME:
        style = QTextCharFormat.UnderlineStyle
        dashed = mark is Mark.CHANGED
        made.setUnderlineStyle(style.DashUnderline if dashed else style.SingleUnderline)
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setBackground(colour(f"{side.role}_tint"))
    return made


class Legend(QWidget):
    """The name of each mark, set as the mark is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._layout = QTextLayout()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(tr(name) for name in NAMES.values()))
        look.changed.connect(self._lay_out)
        self._lay_out()

    def sizeHint(self) -> QSize:
        line = self._layout.lineAt(0)
        return QSize(round(line.naturalTextWidth()) + 2, round(line.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.theme.colour("ink"))
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _lay_out(self) -> None:
        formats, text = [], ""
        for mark, name in NAMES.items():
            range_ = QTextLayout.FormatRange()
            range_.start, range_.length = len(text), len(tr(name))
            range_.format = mark_format(mark, Side.A, self._look, "micro")
            formats.append(range_)
            text += tr(name) + GAP
        self._layout = QTextLayout(text.rstrip(), self._look.type.font("micro"))
        self._layout.setFormats(formats)
        self._layout.beginLayout()
        self._layout.createLine()
        self._layout.endLayout()
        self.updateGeometry()
        self.update()
