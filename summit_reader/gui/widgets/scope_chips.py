"""What narrows a list, each as a button that takes it away again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.flowing import Flow
from summit_reader.gui.wording import tr, unmarked


class ScopeChips(QWidget):
    """`removed` tells which of the names that were shown is not wanted any more, by its place."""

    removed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = Flow(self)
        self.buttons: list[QToolButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Show these instead."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._made(at, name) for at, name in enumerate(names)]
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(names))
        self.updateGeometry()

    def _made(self, at: int, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(unmarked(name))
        button.setProperty("chip", True)  # the style sheet knows chips by it
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look.icons.put(button, "x", "ink2")
        button.setAccessibleName(tr("Only {0}: remove this filter").format(name))
        button.setToolTip(tr("Remove this filter"))
        button.clicked.connect(lambda: self.removed.emit(at))
        return button
