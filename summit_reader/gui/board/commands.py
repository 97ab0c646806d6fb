"""Edits of a comparison that can be taken back: the same service calls, swapped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison

Edit = Callable[[Services], Comparison]
Run = Callable[[Edit], None]

MY_TAKE = 1
NOTE = 2


class BoardCommand(QUndoCommand):
    """`do` and `undo` are handed to `run`, which calls them off the GUI thread."""

    def __init__(self, text: str, run: Run, do: Edit, undo: Edit) -> None:
        super().__init__(text)
        self._run, self._do, self._undo = run, do, undo

    def redo(self) -> None:
        self._run(self._do)

    def undo(self) -> None:
        self._run(self._undo)


class TextCommand(BoardCommand):
    """An edit of a text; one that follows on the same text is taken back together with it."""

    def __init__(self, text: str, run: Run, do: Edit, undo: Edit, kind: int, target: str) -> None:
        super().__init__(text, run, do, undo)
        self._kind, self.target = kind, target

    def id(self) -> int:
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, TextCommand) or other.target != self.target:
            return False
        self._do = other._do  # noqa: SLF001  # the same class
        return True
