"""Heads of tables that draw themselves, and the corner where they meet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.rows import Block, TextBlocks

LEFT = 14
BAR = 3


class TableHead(QHeaderView):
    """A head that draws itself; a bar shows where the current cell stands."""

    def __init__(self, orientation: Qt.Orientation, look: Look) -> None:
        super().__init__(orientation)
        self.look = look
        self.blocks = TextBlocks(look)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look.theme.colour("window"))
        painter.end()
        super().paintEvent(event)

    def paint_ground(self, painter: QPainter, box: QRectF, *, current: bool, across: bool) -> None:
        """Draw what is behind a section."""
        colour = self.look.theme.colour
        painter.fillRect(box, colour("window"))
        if across:
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("rule"))
        else:
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colour("rule"))
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("rule"))
        if current and across:
            painter.fillRect(
                QRectF(box.left(), box.bottom() - BAR, box.width() - 1, BAR), colour("ink2")
            )
        elif current:
            painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height() - 1), colour("ink2"))

    def draw(self, painter: QPainter, block: Block, at: QPointF, role: str) -> float:
        """Draw a block; returns where it ends."""
        painter.setPen(self.look.theme.colour(role))
        block.layout.draw(painter, at)
        return at.y() + block.height

    def is_current(self, section: int) -> bool:
        """Whether the current cell of a table that has the focus stands in this section."""
        view = self.parentWidget()
        if not isinstance(view, QTableView) or not view.hasFocus():
            return False
        index = view.currentIndex()
        across = self.orientation() is Qt.Orientation.Horizontal
        return index.isValid() and section == (index.column() if across else index.row())


class Corner(Ground):
    """What rows and columns are, where their heads meet."""

    def __init__(self, look: Look, view: QTableView, text: str) -> None:
        super().__init__(look, "window")
        self.setParent(view)
        self._view, self._text = view, text

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.update()

    def place(self) -> None:
        """Stand where the heads of the table meet."""
        width = self._view.verticalHeader().width()
        # Where rows are read from the right, their heads stand there.
        left = self._view.width() - width if self._view.isRightToLeft() else 0
        self.setGeometry(left, 0, width, self._view.horizontalHeader().height())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self._look.theme.colour
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("rule"))
        painter.setFont(self._look.type.font("micro", bold=True))
        painter.setPen(colour("ink2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left, right = (4, LEFT) if self.isRightToLeft() else (LEFT, 4)
        painter.drawText(self.rect().adjusted(left, 0, -right, -6), flags, self._text)
        painter.end()
