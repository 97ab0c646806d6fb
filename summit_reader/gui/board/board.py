"""The comparison that is open: what can be done with it, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from summit_reader.domain.comparison import Clipping, Comparison
from summit_reader.domain.take import Take
from summit_reader.gui.board.commands import MY_TAKE, NOTE, BoardCommand, Edit, TextCommand
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.sides import Side


class Board(QObject):
    """Keeps the present `Comparison`; every edit goes through the undo stack."""

    changed = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stack = QUndoStack(self)
        self.comparison: Comparison | None = None

    def load(self) -> None:
        """Take up the comparison that was used last in the library now open."""
        self.stack.clear()
        self._session.write(lambda services: services.pinning.current(), self._show)

    def use(self, comparison_id: int) -> None:
        """Take up another comparison; edits of the one before can no longer be taken back."""
        self.stack.clear()
        self._session.write(lambda services: services.pinning.use(comparison_id), self._show)

    def create(self, name: str) -> None:
        """Start a new comparison."""
        self.stack.clear()
        self._session.write(lambda services: services.pinning.new_comparison(name), self._show)

    def rename(self, name: str) -> None:
        """Give the comparison another name."""
        if (board := self.comparison) is not None and name != board.name:
            before = board.name
            self._push(
                self.tr("Rename comparison"),
                lambda s: s.pinning.rename(board.id, name),
                lambda s: s.pinning.rename(board.id, before),
            )

    def clipping_of(self, take: Take | None) -> Clipping | None:
        """The clipping that keeps this take."""
        if take is None or self.comparison is None:
            return None
        kept = (c for c in self.comparison.clippings if c.take.id == take.id)
        return next(kept, None)

    def pin(self, take: Take, side: Side) -> None:
        """Keep the take."""
        if (board := self.comparison) is not None:
            clipping_id = str(uuid4())
            self._push(
                self.tr("Pin"),
                lambda s: s.pinning.pin(board.id, clipping_id, take.id, int(side)),
                lambda s: s.pinning.unpin(board.id, clipping_id),
            )

    def unpin(self, clipping: Clipping) -> None:
        """Let the clipping go; undo brings it back with its note and place."""
        if (board := self.comparison) is not None:
            self._push(
                self.tr("Unpin"),
                lambda s: s.pinning.unpin(board.id, clipping.id),
                lambda s: s.pinning.restore(board.id, clipping),
            )

    def move(self, clipping_id: str, position: int) -> None:
        """Put the clipping at another place, counted with it taken out."""
        board = self.comparison
        if board is None:
            return
        ids = [clipping.id for clipping in board.clippings]
        if clipping_id not in ids:
            return
        before = ids.index(clipping_id)
        position = min(max(position, 0), len(ids) - 1)
        if position != before:
            self._push(
                self.tr("Move"),
                lambda s: s.pinning.move(board.id, clipping_id, position),
                lambda s: s.pinning.move(board.id, clipping_id, before),
            )

    def set_my_take(self, text: str) -> None:
        """Write down what the reader makes of it."""
        board = self.comparison
        if board is not None and text != board.my_take:
            before = board.my_take
            self.stack.push(
                TextCommand(
                    self.tr("My take"),
                    self._run,
                    lambda s: s.pinning.set_my_take(board.id, text),
                    lambda s: s.pinning.set_my_take(board.id, before),
                    MY_TAKE,
                    str(board.id),
                )
            )

    def set_note(self, clipping: Clipping, note: str) -> None:
        """Write a note on a clipping."""
        board = self.comparison
        if board is not None and note != clipping.note:
            before = clipping.note
            self.stack.push(
                TextCommand(
                    self.tr("Note"),
                    self._run,
                    lambda s: s.pinning.set_note(board.id, clipping.id, note),
                    lambda s: s.pinning.set_note(board.id, clipping.id, before),
                    NOTE,
                    clipping.id,
                )
            )

    def close(self) -> None:
        """Let go of the undo stack quietly: its destructor would still tell of changes."""
        self.stack.blockSignals(True)

    def _push(self, text: str, do: Edit, undo: Edit) -> None:
        self.stack.push(BoardCommand(text, self._run, do, undo))

    def _run(self, edit: Callable[..., Comparison]) -> None:
        self._session.write(edit, self._show)

    def _show(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.changed.emit(comparison)
