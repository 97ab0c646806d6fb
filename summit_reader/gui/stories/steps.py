"""Decisions about stories that can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.story import StoryState
from summit_reader.gui.session import LibrarySession

Decide = Callable[[Services], StoryState]


class StorySteps(QObject):
    """Makes decisions through the undo stack; `changed` tells that one is made, or taken back."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: LibrarySession, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._stack = session, stack

    def make(self, name: str, decide: Decide) -> None:
        """Decide, and remember how it was before under this name."""
        self._stack.push(_StoryCommand(name, _Step(decide), self._write))

    def undo(self) -> None:
        """Take the last step back."""
        self._stack.undo()

    def _write(self, work: Callable[[Services], None]) -> None:
        self._session.write(work, lambda _: self.changed.emit(), self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        # What follows on the stack stands on a decision that was never made.
        self._stack.clear()
        self.failed.emit(error)
        self.changed.emit()


class _Step:
    """Both ways of a decision; run on the thread that writes, where they keep their order."""

    def __init__(self, decide: Decide) -> None:
        self._decide = decide
        self._before: StoryState | None = None

    def make(self, services: Services) -> None:
        self._before = self._decide(services)

    def take_back(self, services: Services) -> None:
        if self._before is not None:
            services.gathering.restore(self._before)


class _StoryCommand(QUndoCommand):
    def __init__(
        self, text: str, step: _Step, write: Callable[[Callable[[Services], None]], None]
    ) -> None:
        super().__init__(text)
        self._step, self._write = step, write

    def redo(self) -> None:
        self._write(self._step.make)

    def undo(self) -> None:
        self._write(self._step.take_back)
