"""The head of the board: what the columns are called, and how many cards they have."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit

from summit_reader.gui.board.table import BoardModel
from summit_reader.gui.board.wording import column_title, letter
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.mirroring import alignment, turn, upright
from summit_reader.gui.widgets.sides import BADGE, Side, paint_badge
from summit_reader.gui.widgets.table_heads import TableHead
from summit_reader.gui.wording import tr

PADDING = 7


class TitleEdit(QLineEdit):
    """A title being written: Enter or leaving keeps it, Escape leaves it as it was."""

    done = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Both end here: the board behind would open a card, or be left.
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit(False)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit(True)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.done.emit(True)
        return super().event(event)


class ColumnHead(TableHead):
    """Letters, titles and counts; a double click writes a title. Between columns it is empty."""

    titled = Signal(int, str)

    def __init__(self, model: BoardModel, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal, look)
        self._board = model
        self._edit: TitleEdit | None = None
        self._column = 0
        self._closing = False
        look.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(0, self.look.type.line_height("outlet") + 2 * PADDING + 2)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, self.look.theme.colour("paper_alt"))
        if not section % 2:
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            if self.isRightToLeft():
                turn(painter, QRectF(rect))
            self._paint_title(painter, QRectF(rect), section // 2)
        painter.restore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section >= 0 and not section % 2:
            self.edit_title(section // 2)

    def edit_title(self, column: int) -> None:
        """Let the reader write what a column is called."""
        if self._edit is None:
            self._edit = TitleEdit(self.viewport())
            self._edit.done.connect(self._on_done)
        self._column = column
        edge = self.look.type.px(BADGE) + 4
        left = self.sectionViewportPosition(2 * column)
        width = self.sectionSize(2 * column) - edge
        # The badge stands before the title: at its left, or at its right.
        start = left if self.isRightToLeft() else left + edge
        self._edit.setGeometry(start, 3, width, self.height() - 6)
        self._edit.setFont(self.look.type.font("outlet"))
        self._edit.setText(self._board.board.title(column))
        name, _ = column_title(self._board.board, column, self.look.names)
        self._edit.setPlaceholderText(name)
        self._edit.setAccessibleName(tr("Title of column {0}").format(letter(column)))
        self._edit.show()
        self._edit.selectAll()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def editor(self) -> TitleEdit | None:
        """Where a title is written; None while none is."""
        return self._edit if self._edit is not None and self._edit.isVisible() else None

    def _on_done(self, kept: bool) -> None:  # noqa: FBT001  # a signal's argument
        if self._edit is None or self._closing:
            return
        words = self._edit.text()
        # Leaving the field would keep it once more, also after Escape.
        self._closing = True
        view = self.parentWidget()
        if view is not None and self._edit.hasFocus():
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.hide()
        self._closing = False
        if kept:
            self.titled.emit(self._column, words.strip())

    def _paint_title(self, painter: QPainter, box: QRectF, column: int) -> None:
        look = self.look
        title, is_said = column_title(self._board.board, column, look.names)
        badge = look.type.px(BADGE)
        spot = QRectF(box.left(), box.center().y() - badge / 2, badge, badge)
        paint_badge(painter, spot, Side(column), look, filled=True)
        painter.setFont(look.type.font("micro"))
        painter.setPen(look.theme.colour("ink2"))
        count = str(self._board.count(column))
        room = painter.fontMetrics().horizontalAdvance(count) + 12
        with upright(painter, box) as turned:
            painter.drawText(box, alignment(turned=turned, trailing=True), count)
        painter.setFont(look.type.font("outlet"))
        painter.setPen(look.theme.colour("ink" if is_said else "ink2"))
        line = box.adjusted(badge + 8, 0, -room, 0)
        shown = painter.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, round(line.width())
        )
        with upright(painter, line) as turned:
            painter.drawText(line, alignment(turned=turned), shown)
