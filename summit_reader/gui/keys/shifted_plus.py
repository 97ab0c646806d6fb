"""One key for two commands, where plus is typed with Shift."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication

PLUS, SHIFTED_PLUS = QKeySequence("Ctrl++"), QKeySequence("Ctrl+Shift++")


class ShiftedPlus(QObject):
    """With Shift held, Ctrl+Plus is meant for the command that has Ctrl+Shift+Plus.

    Where plus is typed with Shift, Qt takes it for the shorter of two keys, and the longer could
    not be typed at all. `held` tells which modifiers are held.
    """

    def __init__(
        self,
        plain: QAction,
        shifted: QAction,
        parent: QObject,
        held: Callable[[], Qt.KeyboardModifier] = QApplication.keyboardModifiers,
    ) -> None:
        super().__init__(parent)
        self._shifted, self._held = shifted, held
        plain.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and event.key() == PLUS and self._is_meant():
            self._shifted.trigger()
            return True
        return super().eventFilter(watched, event)

    def _is_meant(self) -> bool:
        has_shift = bool(self._held() & Qt.KeyboardModifier.ShiftModifier)
        return has_shift and SHIFTED_PLUS in self._shifted.shortcuts()
