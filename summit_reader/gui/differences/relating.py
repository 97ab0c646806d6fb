"""How two takes stand to each other, set by the reader and taken back like every other step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.decision_state import DecisionState
from summit_reader.domain.relation import Relation
from summit_reader.domain.take import Take
from summit_reader.gui.session import LibrarySession


class RelateCommand(QUndoCommand):
    """A step that the library has made already: `swap` takes it back, and makes it again."""

    def __init__(self, text: str, swap: Callable[[], None]) -> None:
        super().__init__(text)
        self._swap = swap
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            self._swap()

    def undo(self) -> None:
        self._swap()


class Relating(QObject):
    """Sets relations in the background; `changed` tells of setting, undoing and redoing."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._stack = session, stack

    def relate(
        self, one: Take, other: Take, relation: Relation | None, done: Callable[[], None]
    ) -> None:
        """Say how `other` stands to `one`; None takes back what was said."""

        def made(before: DecisionState) -> None:
            self._stack.push(RelateCommand(self.tr("Relation"), self._swapping(before)))
            self.changed.emit()
            done()

        self._session.write(
            lambda s: s.deciding.relate(one.id, other.id, relation), made, self.failed.emit
        )

    def _swapping(self, before: DecisionState) -> Callable[[], None]:
        state = [before]

        def work(services: Services) -> None:
            # Edits are made in their order, so each finds what the one before has left.
            state[0] = services.deciding.restore(state[0])

        def swap() -> None:
            self._session.write(work, lambda _: self.changed.emit(), self._on_refused)

        return swap

    def _on_refused(self, error: BaseException) -> None:
        self._stack.clear()
        self.failed.emit(error)
