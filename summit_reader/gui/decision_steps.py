"""Decisions of the reader on the undo stack: each answers with what takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.gui.session import LibrarySession

T = TypeVar("T")
U = TypeVar("U")
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

    def make_with(
        self,
        name: str,
        decide: Callable[[Services], tuple[T, U]],
        follow: Callable[[U], None],
        told: Callable[[], None],
    ) -> None:
        """Decide, then have `follow` push what belongs to the same step of undo; `told` comes last.

        `decide` answers with what there was before and with what `follow` needs to know of it. A
        decision that cannot be made is told by `failed`, and nothing comes on the stack.
        """

        def done(made: tuple[T, U]) -> None:
            before, found = made
            step = _Step(lambda services: decide(services)[0], self._restore, before)
            self._stack.beginMacro(name)
            self._stack.push(_Command(name, step, self._write, is_made=True))
            follow(found)
            self._stack.endMacro()
            self.changed.emit()
            told()

        self._session.write(decide, done, self.failed.emit)

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

    def __init__(self, decide: Decide[T], restore: Restore[T], before: T | None = None) -> None:
        self._decide, self._restore = decide, restore
        self._before = before
        self._after: T | None = None

    def make(self, services: Services) -> None:
        if self._after is not None:
            self._before = self._restore(services, self._after)
        else:
            self._before = self._decide(services)

    def take_back(self, services: Services) -> None:
        if self._before is not None:
            self._after = self._restore(services, self._before)


class _Command(QUndoCommand, Generic[T]):
    def __init__(
        self,
        text: str,
        step: _Step[T],
        write: Callable[[Callable[[Services], None]], None],
        *,
        is_made: bool = False,
    ) -> None:
        super().__init__(text)
        self._step, self._write, self._is_made = step, write, is_made

    def redo(self) -> None:
        if self._is_made:  # pushing it makes nothing, redoing it does
            self._is_made = False
        else:
            self._write(self._step.make)

    def undo(self) -> None:
        self._write(self._step.take_back)
