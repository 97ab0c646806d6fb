"""The page of a library that has nothing in it yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label

ICON = 48


class EmptyLibrary(Ground):
    """One sentence and three buttons."""

    def __init__(self, look: Look, actions: list[tuple[QAction, str, str]]) -> None:
        super().__init__(look, "paper")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = Label(look, "title")
        title.setText(self.tr("Nothing to compare yet"))
        what = Label(look, "read", "ink2")
        what.setText(
            self.tr(
                "Add what the papers wrote. Summit Reader finds who says what\n"
                "and sets two outlets side by side on the same point."
            )
        )
        where = Label(look, "micro", "ink2")
        where.setText(
            self.tr("Or drop files anywhere in this window. Nothing leaves this computer.")
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        self.buttons: list[QPushButton] = []
        for action, text, icon in actions:
            button = QPushButton(f" {text}")
            look.icons.put(button, icon, "ink" if self.buttons else "on_solid")
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
            self.buttons.append(button)
        self.buttons[0].setDefault(True)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._icon, title, what):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            column.addSpacing(10)
        column.addLayout(buttons)
        column.addSpacing(8)
        where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(where)
        column.addStretch(3)
        self._draw_icon()
        look.theme.changed.connect(self._draw_icon)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Whatever had the focus is out of sight now: the keys would lead nowhere.
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_icon(self) -> None:
        side = self._look.type.px(ICON)
        self._icon.setPixmap(
            self._look.icons.pixmap("press_review", "ink2", side, self.devicePixelRatioF())
        )
