"""The text of an article. It fetches nothing, opens nothing, and paints marks behind the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QTextEdit

from summit_reader.domain.article import Article
from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.reading.document import ArticleDocument
from summit_reader.gui.reading.end_bar import paint_end_bar
from summit_reader.gui.reading.marks import Mark, paint_mark
from summit_reader.gui.reading.paging import Pages
from summit_reader.gui.widgets.focus_ring import OWN

GUTTER = 26
RIGHT = 18
TOP = 12
PEEK = 400
"""Characters beyond the viewport whose marks are drawn too: a line may end out of sight."""
LEVEL = 0.62
LEVEL_LOW = 0.36
NOTCH = 120
"""What a wheel reports for one notch, in eighths of a degree."""
SELECTING = (QKeySequence.StandardKey.SelectNextWord, QKeySequence.StandardKey.SelectPreviousWord)
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
FOOT = 24
"""Space that the end of a text keeps from the foot of the viewport, in px."""
LOW_PANE = 360
"""Below this height, in px, the take rises to a third so that more of it is seen."""


class ArticleBrowser(QTextBrowser):
    """Shows one `Article`, scrolls to stretches of its source text and marks them."""

    focused = Signal()
    resized = Signal()
    read_on = Signal(bool)
    """The reader moves through the text; True where this text alone is to move."""
    take_clicked = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._document: ArticleDocument | None = None
        self._marks: list[Mark] = []
        self._lines: dict[Mark, list[QRectF]] = {}
        self._bold: list[Span] = []
        self._side_margin = -1
        self._padding = 0
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setProperty(OWN, True)  # the pane has a frame
        look.type.changed.connect(self._set_face)
        self._set_face()

    def loadResource(self, type_: int, name: QUrl | str) -> Any:
        """Nothing: a text from outside must not make Qt read files or devices."""
        return QByteArray()

    @property
    def shown(self) -> ArticleDocument | None:
        """The article on show."""
        return self._document

    def show_article(self, article: Article) -> None:
        """Lay the article out; marks of the one before are gone."""
        self._marks, self._lines, self._bold = [], {}, []
        self.setExtraSelections([])
        self._document = ArticleDocument(article, self._look, self.document())
        self._padding = 0
        self._set_frame()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def clear_article(self) -> None:
        """Show nothing."""
        self._document = None
        self._marks, self._lines = [], {}
        self.clear()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these stretches; the words of the take on show are set bold."""
        self._set_weight(self._bold, QFont.Weight.Normal)
        self._bold = [mark.positions for mark in marks if mark.side is not None]
        self._set_weight(self._bold, QFont.Weight.DemiBold)
        self._marks = list(marks)
        self._lines.clear()
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Mark these words as hits, in document positions; the one on show stands out."""
        selections = []
        for number, hit in enumerate(hits):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(hit.start)
            cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
            marked = QTextCharFormat()
            shown = number == current
            marked.setBackground(self._look.theme.colour("solid" if shown else "hit"))
            marked.setForeground(self._look.theme.colour("on_solid" if shown else "on_hit"))
            marked.setFontUnderline(True)
            selection.cursor = cursor
            selection.format = marked
            selections.append(selection)
        self.setExtraSelections(selections)

    def occurrences(self, words: str) -> list[Span]:
        """Where `words` stand in the text, case aside, in document positions."""
        found: list[Span] = []
        cursor = self.document().find(words, 0) if words else QTextCursor()
        while not cursor.isNull():
            found.append(Span(cursor.selectionStart(), cursor.selectionEnd()))
            cursor = self.document().find(words, cursor)
        return found

    def level_height(self) -> int:
        """Where in the viewport a take is laid so that both panes have it on one level."""
        height = self.viewport().height()
        return round(height * (LEVEL_LOW if height < LOW_PANE else LEVEL))

    def scroll_to(self, position: int, y: int | None = None, *, padded: bool = False) -> None:
        """Scroll so that the line at a document position stands at `y` of the viewport.

        With `padded` room is made above the text where there is too little for that.
        """
        y = self.level_height() if y is None else y
        top = self.top_of(position)
        if top is not None and padded and top < y:
            self._padding += self.viewport().height()
            self._lines.clear()
            self._set_frame()
            top = self.top_of(position)
        if top is not None:
            self.verticalScrollBar().setValue(round(top) - y)

    def top_of(self, position: int) -> float | None:
        """Where the line at a document position begins, in document coordinates."""
        line = next(self.line_rects(Span(position, position + 1)), None)
        return line.top() if line is not None else None

    def height_of(self, position: int) -> int | None:
        """Where that line stands in the viewport, or above or below it."""
        top = self.top_of(position)
        return round(top) - self.verticalScrollBar().value() if top is not None else None

    @property
    def at_start(self) -> bool:
        """Whether the beginning of the text is in sight."""
        return self.verticalScrollBar().value() <= self._padding

    def share(self) -> float:
        """How much of the text lies above what is in sight, from 0 to 1."""
        return (self.verticalScrollBar().value() - self._padding) / self._longest()

    def show_share(self, share: float) -> None:
        """Scroll that far."""
        value = round(max(share, 0.0) * self._longest()) + self._padding
        self.verticalScrollBar().setValue(value)

    def visible_rect_of(self, positions: Span) -> QRectF:
        """The rectangle of a stretch in viewport coordinates."""
        united = QRectF()
        for line in self.line_rects(positions):
            united = united.united(line)
        return united.translated(0, -self.verticalScrollBar().value())

    def line_rects(self, positions: Span) -> Iterator[QRectF]:
        """One rectangle for each line that the stretch touches, in document coordinates."""
        layout = self.document().documentLayout()
        block = self.document().findBlock(positions.start)
        while block.isValid() and block.position() < positions.end:
            top = layout.blockBoundingRect(block).topLeft()
            text = block.layout()
            for number in range(text.lineCount()):
                line = text.lineAt(number)
                first = max(positions.start - block.position(), line.textStart())
                last = min(positions.end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = sorted(_x(line.cursorToX(at)) for at in (first, last))
                    box = QRectF(left, line.y(), right - left, line.height())
                    yield box.translated(top)
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        seen = self._seen()
        for mark in self._marks:
            if not mark.positions.overlaps(seen):
                continue
            if mark not in self._lines:
                self._lines[mark] = list(self.line_rects(mark.positions))
            paint_mark(painter, self._lines[mark], mark, self._look, left=GUTTER)
        cut = self._document.paywall if self._document is not None else None
        if cut is not None and cut.overlaps(seen):
            column = (GUTTER, self.viewport().width() - RIGHT)
            paint_end_bar(painter, list(self.line_rects(cut)), column, self._look)
        painter.end()
        super().paintEvent(event)

    def show_caret(self, shown: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Let the arrow keys move a cursor, and select with Shift, instead of scrolling."""
        flags = self.textInteractionFlags()
        by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags | by_keyboard if shown else flags & ~by_keyboard)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
            if self.textInteractionFlags() & by_keyboard and any(map(event.matches, SELECTING)):
                event.accept()  # else the card would move that these keys move elsewhere
                return True
        return super().event(event)

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark of a take under a point of the viewport: its words or its bar; the innermost."""
        at = point + QPointF(0, self.verticalScrollBar().value())
        touched = [mark for mark in self._marks if mark.take_id and self._touches(mark, at)]
        return min(touched, key=lambda mark: len(mark.positions), default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            over = self.mark_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        mark = self.mark_at(event.position())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and mark is not None and not self.textCursor().hasSelection():
            self.take_clicked.emit(mark.take_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.cursorRect().center())
        self.menu_asked.emit(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().wheelEvent(event)
            return
        # With Alt held, some systems turn the wheel by a right angle; here it moves this text only.
        angle = event.angleDelta()
        notches = (angle.y() or angle.x()) / NOTCH
        bar = self.verticalScrollBar()
        step = bar.singleStep() * QApplication.wheelScrollLines()
        bar.setValue(bar.value() - round(notches * step))
        event.accept()
        self.read_on.emit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.verticalScrollBar().value()
        alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if pages := self._pages_of(event):
            self.turn(pages, alone=alone)
            return
        super().keyPressEvent(event)
        if self.verticalScrollBar().value() != before:
            self.read_on.emit(alone)

    def turn(self, pages: int, *, alone: bool = False) -> None:
        """Go on by so many pages, or back; with `alone` the other panes stay."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(self._pages().turned(before, pages))
        if bar.value() != before:
            self.read_on.emit(alone)

    def _pages_of(self, event: QKeyEvent) -> int:
        """How many pages a key turns: 1, -1, or 0 where it does something else."""
        held, key = event.modifiers(), Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            turns = {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}
            return turns.get(held, 0)
        moves_caret = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        alone = held == Qt.KeyboardModifier.AltModifier
        if alone or (not moves_caret and not held & ~Qt.KeyboardModifier.KeypadModifier):
            return PAGES.get(key, 0)
        return 0

    def _pages(self) -> Pages:
        height = self.viewport().height()
        # Below the text lies an empty viewport; the end of the text goes to the foot and no higher.
        last = max(self.verticalScrollBar().maximum() - height + FOOT, self._padding)
        return Pages(self._padding, last, height, self._look.type.line_height("read"))

    def _on_scrolled(self) -> None:
        held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier
        self.read_on.emit(bool(held))

    def _longest(self) -> int:
        """Height of the text in px: what lies below it is as high as the viewport."""
        return max(self.verticalScrollBar().maximum() - self._padding, 1)

    def _touches(self, mark: Mark, at: QPointF) -> bool:
        lines = self._lines.get(mark, [])
        if at.x() < GUTTER:
            return bool(lines) and lines[0].top() <= at.y() <= lines[-1].bottom()
        # Words whose ground is not tinted do not look as if a click did anything.
        is_tinted = mark.side is not None or mark.opened
        return is_tinted and any(line.contains(at) for line in lines)

    def _seen(self) -> Span:
        """The positions in sight, a little more at both ends."""
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        return Span(max(first - PEEK, 0), max(last, first) + PEEK)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lines.clear()
        self._set_measure()
        if self._document is not None:
            self._set_frame()
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def relayout(self) -> None:
        """Lay the article out again in the faces now in force; marks must be set again."""
        if self._document is not None:
            value = self.verticalScrollBar().value()
            self.show_article(self._document.article)
            self._set_measure()
            self.verticalScrollBar().setValue(value)

    def _set_measure(self) -> None:
        widest = (
            self.fontMetrics().averageCharWidth() * self._look.type.reading_style.measure
            + GUTTER
            + RIGHT
        )
        side = max((self.width() - round(widest)) // 2, 0)
        if side != self._side_margin:
            self._side_margin = side
            self.setViewportMargins(side, 0, side, 0)

    def _set_frame(self) -> None:
        frame: QTextFrameFormat = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(GUTTER)
        frame.setRightMargin(RIGHT)
        frame.setTopMargin(TOP + self._padding)
        # One viewport of room below, so that even the last sentence can rise to the level.
        frame.setBottomMargin(self.viewport().height())
        self.document().rootFrame().setFrameFormat(frame)

    def _set_weight(self, spans: Sequence[Span], weight: QFont.Weight) -> None:
        weighted = QTextCharFormat()
        weighted.setFontWeight(weight)
        for span in spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(weighted)

    def _set_face(self) -> None:
        self.setFont(self._look.type.font("read"))


def _x(position: Any) -> float:
    # PySide gives back (x, cursor) where C++ gives x.
    return float(position[0] if isinstance(position, tuple) else position)
