"""Edits of a comparison that can be taken back: the same two steps, swapped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from summit_reader.gui.board.edits import Step

Make = Callable[[Step], None]

MY_TAKE = 1
NOTE = 2


class BoardCommand(QUndoCommand):
    """`do` and `undo` are handed to `make`, which shows the step and has it kept."""

    def __init__(self, text: str, make: Make, do: Step, undo: Step) -> None:
        super().__init__(text)
        self._make, self._do, self._undo = make, do, undo

    def redo(self) -> None:
        self._make(self._do)

    def undo(self) -> None:
        self._make(self._undo)


class TextCommand(BoardCommand):
    """An edit of a text; one that follows on the same text is taken back together with it."""

    def __init__(self, text: str, make: Make, do: Step, undo: Step, kind: int, target: str) -> None:
        super().__init__(text, make, do, undo)
        self._kind, self.target = kind, target

    def id(self) -> int:
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, TextCommand) or other.target != self.target:
            return False
        self._do = other._do  # noqa: SLF001  # the same class
        return True


class MadeCommand(BoardCommand):
    """An edit that the library has made already: pushing it makes nothing, redoing it does."""

    def __init__(self, text: str, make: Make, do: Step, undo: Step) -> None:
        super().__init__(text, make, do, undo)
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            super().redo()
