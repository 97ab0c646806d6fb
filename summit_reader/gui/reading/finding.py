"""Under a text: how many places are marked, which one is on show, and a field to find others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel


class FindField(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before, Escape leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(Ground):
    """Shows a count of places; what they are is the pane's business."""

    stepped = Signal(int)
    typed = Signal(str)
    left = Signal()

    def __init__(self, look: Look, letter: str) -> None:
        super().__init__(look, "window")
        self.field = FindField()
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in the text of pane {0}").format(letter))
        self.field.setMaximumWidth(look.type.px(220))
        self._count = ElidedLabel(look, "micro", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._count, 1)
        for icon, name, by in (
            ("previous_point", self.tr("Previous place, pane {0}"), -1),
            ("next_point", self.tr("Next place, pane {0}"), 1),
        ):
            self._add_button(look, row, icon, name.format(letter)).clicked.connect(
                lambda _=False, by=by: self.stepped.emit(by)
            )
        leave = self._add_button(look, row, "clear", self.tr("Leave the search in this text"))
        leave.clicked.connect(self.left)
        self.field.hide()
        self.field.textChanged.connect(self.typed)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.left)
        self.hide()

    def show_hits(self, number: int, count: int) -> None:
        """Say that the `number`-th of `count` hits of the library's search is on show."""
        self.field.hide()
        self._count.setText(self.tr("Hit {0} of {1} in this text").format(number, count))
        self.show()

    def show_found(self, number: int, count: int) -> None:
        """Say that the `number`-th of `count` places with the typed words is on show."""
        if not self.field.text():
            self._count.setText("")
        elif count:
            self._count.setText(self.tr("{0} of {1}").format(number, count))
        else:
            self._count.setText(self.tr("Not in this text"))

    def open_field(self) -> None:
        """Ask for words to find."""
        self.field.show()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _add_button(self, look: Look, row: QHBoxLayout, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("compact", True)
        look.icons.put(button, icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        row.addWidget(button)
        return button
