"""Surfaces that hang below the search field, over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import Label

GAP = 2
ICON = 14
MARGIN = 8


class BelowField(QFrame):
    """Stands right under its field and never takes the focus from it.

    A part of the window and no window of its own: those take keys and lose their place on some
    systems.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.field = field
        self.setProperty("below", True)
        self.hide()

    def appear(self, width: int, height: int) -> None:
        """Show it this large, or as large as the window allows."""
        window = self.field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        corner = self.field.mapTo(window, QPoint(0, self.field.height() + GAP))
        width = min(width, window.width() - 2 * MARGIN)
        left = min(corner.x(), window.width() - width - MARGIN)
        height = min(height, window.height() - corner.y() - MARGIN)
        self.setGeometry(max(left, MARGIN), corner.y(), width, max(height, 0))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.WindowDeactivate}:
            self.hide()
        return super().eventFilter(watched, event)


class FaultNote(BelowField):
    """The sentence on what is wrong with the query."""

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__(field)
        self._look = look
        self._icon = QLabel()
        self._label = Label(look, "micro", wrapped=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 5, MARGIN, 5)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        look.theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def say(self, sentence: str) -> None:
        """Show the sentence; nothing for an empty one."""
        self._label.setText(sentence)
        if sentence:
            width = self.field.width()
            room = width - ICON - 6 - 2 * MARGIN - 2 * self.frameWidth()
            self.appear(width, self._label.heightForWidth(room) + 12)
        else:
            self.hide()

    def _draw_icon(self) -> None:
        side = self._look.type.px(ICON)
        self._icon.setPixmap(
            self._look.icons.pixmap("trouble", "danger", side, self.devicePixelRatioF())
        )
