"""Lists whose rows open in a pane, and buttons that step to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolButton

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.wording import tr

ACROSS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Held down, either of them opens in the pane that does not listen."""


def is_alt_click(event: QMouseEvent) -> bool:
    """Whether one click is enough to open across, in lists that a double click opens otherwise."""
    is_left = event.button() == Qt.MouseButton.LeftButton
    return is_left and event.modifiers() == Qt.KeyboardModifier.AltModifier


class OpeningView(RowView):
    """Enter or a click opens a row in the focused pane; with Ctrl, or a click with Alt, across.

    `opened` hands out the row's value and whether it goes to the other pane.
    """

    opened = Signal(object, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open(self.currentIndex(), across=bool(event.modifiers() & ACROSS))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            self.open(index, across=bool(event.modifiers() & ACROSS))

    def open(self, index: QModelIndex, *, across: bool) -> None:
        """Tell that the row at `index`, if there is one, is to be opened."""
        if index.isValid():
            self.opened.emit(index.data(VALUE), across)


def point_step_buttons(look: Look, step: Callable[[int], None]) -> list[QToolButton]:
    """Buttons for the previous and the next point; `step` is called with -1 or 1."""
    buttons = []
    for icon, name, by in (
        ("previous_point", tr("Previous point"), -1),
        ("next_point", tr("Next point"), 1),
    ):
        button = QToolButton()
        look.icons.put(button, icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _=False, by=by: step(by))
        buttons.append(button)
    return buttons
