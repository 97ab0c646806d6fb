"""Decisions of the reader on the undo stack: each answers with what takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.gui.session import LibrarySession

T = TypeVar("T")
Decide = Callable[[Services], T]
Restore = Callable[[Services, T], T | None]
"""Has things as they were; what takes that back in turn, or None if deciding again does."""


class DecisionSteps(QObject, Generic[T]):
    """Makes decisions in the background; `changed` tells that one is made, or taken back."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, restore: Restore[T], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._stack, self._restore = session, stack, restore

    def make(self, name: str, decide: Decide[T]) -> None:
        """Decide, and remember how it was before under this name."""
        self._stack.push(_Command(name, _Step(decide, self._restore), self._write))

    def note(self, name: str, before: T) -> None:
        """Remember under this name something that is done already; `before` takes it back."""
        step = _Step[T](lambda _: before, self._restore)
        step.before = before
        self._stack.push(_Command(name, step, self._write, is_done=True))

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


class _Step(Generic[T]):
    """Both ways of a decision; run on the thread that writes, where they keep their order."""

    def __init__(self, decide: Decide[T], restore: Restore[T]) -> None:
        self._decide, self._restore = decide, restore
        self.before: T | None = None
        self._after: T | None = None

    def make(self, services: Services) -> None:
        if self._after is not None:
            self.before = self._restore(services, self._after)
        else:
            self.before = self._decide(services)

    def take_back(self, services: Services) -> None:
        if self.before is not None:
            self._after = self._restore(services, self.before)


class _Command(QUndoCommand, Generic[T]):
    def __init__(
        self,
        text: str,
        step: _Step[T],
        write: Callable[[Callable[[Services], None]], None],
        *,
        is_done: bool = False,
    ) -> None:
        super().__init__(text)
        self._step, self._write, self._is_done = step, write, is_done

    def redo(self) -> None:
        # The stack does what it is given: what was done before has nothing left to do.
        if self._is_done:
            self._is_done = False
            return
        self._write(self._step.make)

    def undo(self) -> None:
        self._write(self._step.take_back)
