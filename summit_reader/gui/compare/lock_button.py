"""The lock in the tool bar: it says how the panes follow, and its menu chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from summit_reader.gui.compare.lock import LockState, ScrollLock
from summit_reader.gui.look import Look
from summit_reader.gui.wording import tr

STATES = {
    LockState.BY_POINT: "Lock: by point",
    LockState.PROPORTIONAL: "Lock: in proportion",
    LockState.OFF: "Lock: off",
}


ICON = 18


class LockButton(QToolButton):
    """Says how the panes are locked. `toggle` pauses; `choices` follow in the menu."""

    def __init__(
        self, look: Look, lock: ScrollLock, toggle: QAction, choices: Sequence[QAction]
    ) -> None:
        super().__init__()
        self._look, self._lock, self._toggle = look, lock, toggle
        self.setIconSize(QSize(look.type.px(ICON), look.type.px(ICON)))
        menu = QMenu(self)
        menu.addAction(toggle)
        menu.addSeparator()
        menu.addActions(list(choices))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        lock.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        said = tr(STATES[self._lock.state])
        # The style leaves hardly any room between icon and text.
        self.setText(f" {said} ▾")
        self.setAccessibleName(said)
        self.setToolTip(f"{said} ({self._toggle.shortcut().toString()})")
        locked = self._lock.state is not LockState.OFF
        self._look.icons.put(self, "lock" if locked else "unlock")
