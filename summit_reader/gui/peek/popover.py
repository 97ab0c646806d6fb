"""A small window with what stands around some words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.peek.context import Context
from summit_reader.gui.text_offsets import Utf16Offsets
from summit_reader.gui.widgets.focus_ring import OWN
from summit_reader.gui.widgets.grounds import paint_sheet
from summit_reader.gui.widgets.labels import Label

WIDTH, MARGIN, GAP, BETWEEN = 480, 14, 6, 9
TALLEST = 0.7
"""Share of the screen that it takes at most; what is longer scrolls."""


class PeekPopover(QFrame):
    """Shows a `Context`; Return asks to open it, Esc or a click elsewhere puts it away."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Around these words"))
        self.title = Label(look, "micro", "ink2", wrapped=True)
        self.text = QTextEdit()
        self.text.setProperty(OWN, True)  # nothing else here takes the focus
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(self.accessibleName())
        self.text.document().setDocumentMargin(0)
        self.text.installEventFilter(self)
        hint = Label(look, "micro", "ink2")
        hint.setText(self.tr("Enter opens it · Esc stays here"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addWidget(hint)
        self._hint = hint
        self._marked = 0

    def show_context(self, title: str, context: Context, place: QRect) -> None:
        """Show it beside `place`, a stretch of the screen."""
        self.title.setText(title)
        self._fill(context)
        self._place(place)
        self.show()
        self._show_marks()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.close()
                self.opened.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sheet(self, self._look)

    def _fill(self, context: Context) -> None:
        self.text.clear()
        self._marked = 0
        cursor = QTextCursor(self.text.document())
        block = QTextBlockFormat()
        block.setBottomMargin(self._look.type.px(BETWEEN))
        block.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        paragraphs = [(context.before, "ink2"), (context.words, "ink"), (context.after, "ink2")]
        first = True
        for words, role in paragraphs:
            if not words:
                continue
            char = self._format(role)
            if first:
                cursor.setBlockFormat(block)
            else:
                cursor.insertBlock(block)
            first = False
            start = cursor.position()
            cursor.insertText(words.replace("\n", "\u2028"), char)
            if words is context.words:
                self._mark(context, start)

    def _show_marks(self) -> None:
        """Scroll so far that the words are in sight, where not everything is."""
        cursor = self.text.textCursor()
        cursor.setPosition(self._marked)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _mark(self, context: Context, start: int) -> None:
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.DemiBold)
        marked.setBackground(self._look.theme.colour("select"))
        offsets = Utf16Offsets(context.words)
        for mark in context.marks:
            units = offsets.span_units(mark).shifted(start)
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(units.start)
            cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
            self._marked = self._marked or units.end
            cursor.mergeCharFormat(marked)

    def _format(self, role: str) -> QTextCharFormat:
        char = QTextCharFormat()
        char.setFont(self._look.type.font("list"))
        char.setForeground(self._look.theme.colour(role))
        return char

    def _place(self, place: QRect) -> None:
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        width = min(self._look.type.px(WIDTH), room.width())
        inside = width - 2 * MARGIN
        self.text.document().setTextWidth(inside)
        around = self.title.heightForWidth(inside) + self._hint.sizeHint().height()
        asked = round(self.text.document().size().height()) + around + 2 * (MARGIN + GAP)
        height = min(asked, round(room.height() * TALLEST))
        self.resize(width, height)
        below = place.bottom() + GAP
        if below + height > room.bottom():
            below = max(place.top() - GAP - height, room.top())
        left = min(max(place.left(), room.left()), max(room.right() - width, room.left()))
        self.move(QPoint(left, below))
