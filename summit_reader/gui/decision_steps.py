"""The reader's steps about the library on the undo stack: each answers with what takes it back.

Steps on the board have commands of their own (`gui/board/steps.py`), for they are shown at once.
"""

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
    """Makes decisions in the background; `changed` tells that one is made, or taken back.

    It is told what takes that back in turn; None where nothing was made, or deciding again does.
    A step that the library refuses leaves the stack again. If one cannot be taken back, nothing
    below it can be: the stack is emptied.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, restore: Restore[T], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._stack, self._restore = session, stack, restore

    def make(self, name: str, decide: Decide[T], done: Callable[[T], None] | None = None) -> None:
        """Decide, and remember how it was before under this name; `done` is told that, once."""
        step = _Step(decide, self._restore)
        command = _Command(name, step, self._write)

        def made(before: T | None) -> None:
            self.changed.emit(before)
            if done is not None and before is not None:
                done(before)

        def refused(error: BaseException) -> None:
            _take_off(self._stack, command)
            self._tell(error)

        self._session.write(step.make, made, refused)
        self._stack.push(command)

    def note(self, name: str, before: T) -> None:
        """Remember under this name something that is done already; `before` takes it back."""
        step = _Step[T](lambda _: before, self._restore, before)
        self._stack.push(_Command(name, step, self._write))

    def undo(self) -> None:
        """Take the last step back."""
        self._stack.undo()

    def _write(self, work: Callable[[Services], T | None]) -> None:
        self._session.write(work, self.changed.emit, self._on_stuck)

    def _on_stuck(self, error: BaseException) -> None:
        self._stack.clear()
        self._tell(error)

    def _tell(self, error: BaseException) -> None:
        self.failed.emit(error)
        self.changed.emit(None)


class _Step(Generic[T]):
    """Both ways of a decision; run on the thread that writes, where they keep their order."""

    def __init__(self, decide: Decide[T], restore: Restore[T], before: T | None = None) -> None:
        self._decide, self._restore, self._before = decide, restore, before
        self._after: T | None = None

    def make(self, services: Services) -> T | None:
        if self._after is not None:
            self._before = self._restore(services, self._after)
        else:
            self._before = self._decide(services)
        return self._before

    def take_back(self, services: Services) -> T | None:
        if self._before is not None:
            self._after = self._restore(services, self._before)
        return self._after


class _Command(QUndoCommand, Generic[T]):
    """Asked for before it comes onto the stack: pushing it makes nothing."""

    def __init__(
        self, text: str, step: _Step[T], write: Callable[[Callable[[Services], T | None]], None]
    ) -> None:
        super().__init__(text)
        self._step, self._write = step, write
        self._is_new = True

    def redo(self) -> None:
        if not self._is_new:
            self._write(self._step.make)
        self._is_new = False

    def undo(self) -> None:
        self._write(self._step.take_back)


def _take_off(stack: QUndoStack, command: QUndoCommand) -> None:
    """Take a step off that was never made; below others it stays, and does nothing."""
    here = [at for at in range(stack.count()) if stack.command(at) is command]
    if here:
        command.setObsolete(True)
        if here[0] == stack.index() - 1:
            stack.undo()  # which drops what is obsolete, without a word to it
