"""The search field: always in the tool bar, never blocked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextLayout,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from summit_reader.domain.search import QueryFault
from summit_reader.gui.look import Look
from summit_reader.gui.search.below import FaultNote
from summit_reader.gui.search.faults import sentence_on, still_standing
from summit_reader.gui.text_offsets import Utf16Offsets
from summit_reader.gui.widgets.announcing import announce

WIDTH = 300
NARROW = 200
HINT_INSET = 6
WAVE, WAVE_WIDTH = 2.5, 1.4
SIDE = 28
"""Room at both ends of the field where icons stand."""


class SearchField(QLineEdit):
    """Each key is told at once; arrows and Enter are handed on to the results."""

    stepped = Signal(int)
    opened = Signal(bool)
    left = Signal()
    saved = Signal(str)
    history_asked = Signal()

    def __init__(self, look: Look, key_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._hint = look, key_hint
        self.setPlaceholderText(self.tr("Search all sources…"))
        self.setAccessibleName(self.tr("Search all sources"))
        self.set_narrow(False)
        self.setMaxLength(1000)
        glass = QAction(self.tr("Search"), self)
        look.icons.put(glass, "search", "ink2")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Clear search"), self)
        look.icons.put(self._clear, "clear", "ink2")
        self._clear.triggered.connect(self.left)
        self._save = QAction(self.tr("Save this search"), self)
        look.icons.put(self._save, "save_search", "ink2")
        self._save.triggered.connect(lambda: self.saved.emit(self.text().strip()))
        self._shown = ""
        self._faults: tuple[QueryFault, ...] = ()
        self._note = FaultNote(look, self)
        self.textChanged.connect(self._on_text_changed)

    def show_faults(self, faults: Sequence[QueryFault]) -> None:
        """Mark the characters that are to blame, and say below the field why."""
        self._faults = tuple(faults)
        sentence = sentence_on(self._faults, self.text())
        if sentence != self.accessibleDescription():
            self.setAccessibleDescription(sentence)
            announce(self, sentence)
        self._note.say(sentence if self.hasFocus() else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Take less room in a narrow window."""
        self.setFixedWidth(self.look.type.px(NARROW if narrow else WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and not self.text():
            self.history_asked.emit()
        elif key in steps:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._note.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            self._paint_faults()
            return
        hint = QFontMetrics(self.look.type.font("micro"))
        width = hint.horizontalAdvance(self._hint) + 12
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        if self.look.type.px(SIDE + 8) + words + width + 3 * HINT_INSET > self.width():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.look.type.font("micro"))
        box = QRectF(self.rect()).adjusted(0, HINT_INSET, -HINT_INSET, -HINT_INSET)
        box.setLeft(box.right() - width)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box.toRect()).toRectF()
        painter.setPen(QPen(self.look.theme.colour("rule_strong"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self.look.theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)
        painter.end()

    def _paint_faults(self) -> None:
        """A wavy line under what is wrong; the letters themselves are Qt's to draw."""
        if not self._faults:
            return
        text, offsets = self.text(), Utf16Offsets(self.text())
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        cursor = QRectF(self.cursorRect())

        def x(units: int) -> float:
            at: tuple[float, int] = line.cursorToX(units)  # type: ignore[assignment]  # Qt's stub
            return at[0]

        origin = cursor.center().x() - x(self.cursorPosition())
        base = cursor.bottom() + 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.look.type.px(SIDE)
        painter.setPen(QPen(self.look.theme.colour("danger"), WAVE_WIDTH))
        painter.setClipRect(QRectF(self.rect()).adjusted(side, 0, -side, 0))
        for fault in self._faults:
            units = offsets.span_units(fault.span)
            left, right = (origin + x(at) for at in (units.start, units.end))
            painter.drawPolyline(_wave(min(left, right), max(left, right), base))
        painter.end()

    def _on_text_changed(self, text: str) -> None:
        standing = still_standing(self._faults, self._shown, text)
        self._shown = text
        if standing != self._faults:
            self.show_faults(standing)
        shown = self._clear in self.actions()
        if text and not shown:
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
            self.addAction(self._save, QLineEdit.ActionPosition.TrailingPosition)
        elif not text and shown:
            self.removeAction(self._clear)
            self.removeAction(self._save)


def _wave(left: float, right: float, base: float) -> QPolygonF:
    count = max(round((right - left) / WAVE), 2)
    return QPolygonF(
        [QPointF(left + step * WAVE, base - WAVE * (step % 2)) for step in range(count + 1)]
    )
