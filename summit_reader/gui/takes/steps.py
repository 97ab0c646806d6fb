"""The reader's steps about takes on the undo stack, and what makes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.correction import Correction
from summit_reader.gui.session import LibrarySession

Step = Callable[[Services], Correction]


class TakeCommand(QUndoCommand):
    """A step that the library has made already: pushing it makes nothing, undo takes it back."""

    def __init__(
        self, text: str, correction: Correction, make: Callable[[Correction], None]
    ) -> None:
        super().__init__(text)
        self._correction, self._make = correction, make
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            self._make(self._correction)

    def undo(self) -> None:
        self._make(self._correction.undone)


class TakeSteps(QObject):
    """Makes steps in the background; `made` tells of each, `changed` of undoing and redoing too.

    A step that the library refuses is told by `failed` and never comes on the stack. If one cannot
    be taken back, nothing below it can be: the stack is emptied.
    """

    made = Signal(str, object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._stack = session, stack

    def make(self, text: str, said: str, step: Step) -> None:
        """Make the step called `text`; `said` is what `made` tells once it is made."""

        def done(correction: Correction) -> None:
            self._stack.push(TakeCommand(text, correction, self._apply))
            self.changed.emit(correction)
            self.made.emit(said, correction)

        self._session.write(step, done, self.failed.emit)

    def _apply(self, correction: Correction) -> None:
        self._session.write(
            lambda services: services.correcting.apply(correction),
            lambda _: self.changed.emit(correction),
            self._on_refused,
        )

    def _on_refused(self, error: BaseException) -> None:
        self._stack.clear()
        self.failed.emit(error)
