"""Keeping and dismissing as steps that can be taken back and made again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class SiftStep(QUndoCommand):
    """A step that was made before it came onto the stack; `again` and `back` make it so or not."""

    def __init__(self, text: str, again: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(text)
        self._again, self._back = again, back
        self._made = True

    def redo(self) -> None:
        if not self._made:
            self._again()
        self._made = True

    def undo(self) -> None:
        self._back()
        self._made = False
