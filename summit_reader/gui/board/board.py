"""The comparison that is open: what can be done with it, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Article
from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.take import Take
from summit_reader.gui.board.commands import MY_TAKE, NOTE, BoardCommand, TextCommand
from summit_reader.gui.board.edits import Step, moved, noted, pinned, unpinned
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.sides import Side


class Board(QObject):
    """Keeps the present `Comparison`; every edit goes through the undo stack.

    An edit is shown at once and kept in the background. If it cannot be kept, `failed` tells, and
    the comparison is shown as the library has it.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unanswered = 0
        self.stack = QUndoStack(self)
        self.comparison: Comparison | None = None
        self._kept: Comparison | None = None

    def load(self) -> None:
        """Take up the comparison that was used last in the library now open."""
        # Nothing of the library before is on the stack any more (`leave`), but what was decided on
        # other pages since this one opened may be.
        self._take_up(lambda services: services.pinning.current(), forget=False)

    def use(self, comparison_id: int) -> None:
        """Take up another comparison; edits of the one before can no longer be taken back."""
        self._take_up(lambda services: services.pinning.use(comparison_id))

    def create(self, name: str) -> None:
        """Start a new comparison."""
        self._take_up(lambda services: services.pinning.new_comparison(name))

    def show_kept(self, comparison: Comparison, *, by_step: bool = False) -> None:
        """Show what the library keeps now.

        Edits of another comparison can no longer be taken back, unless a step of the undo stack
        itself has led to this one (`by_step`).
        """
        another = self.comparison is None or self.comparison.id != comparison.id
        self._kept = comparison
        if self._unanswered and not another:
            return  # the answer to the last edit will show this, too
        if another and not by_step:
            self.stack.clear()
        self._unanswered = 0
        self._show(comparison)

    def leave(self) -> None:
        """Hold no comparison: another library is being opened."""
        self.stack.clear()
        self._unanswered = 0
        self._kept = None
        self._show(None)

    def rename(self, name: str) -> None:
        """Give the comparison another name."""
        if (board := self.comparison) is not None and name != board.name:
            before = board.name
            self._push(
                self.tr("Rename comparison"),
                Step(lambda c: replace(c, name=name), lambda s: s.pinning.rename(board.id, name)),
                Step(
                    lambda c: replace(c, name=before), lambda s: s.pinning.rename(board.id, before)
                ),
            )

    def clipping_of(self, take: Take | None) -> Clipping | None:
        """The clipping that keeps this take."""
        if take is None or self.comparison is None:
            return None
        kept = (clipping for clipping in self.comparison.clippings if clipping.take.id == take.id)
        return next(kept, None)

    def pin(self, take: Take, article: Article, side: Side) -> None:
        """Keep the take."""
        if (board := self.comparison) is not None:
            clipping = Clipping(
                id=str(uuid4()),
                take=take,
                source=Source(article.id, article.title, article.metadata),
                column=int(side),
                position=len(board.clippings),
            )
            self._push(
                self.tr("Pin"),
                Step(
                    lambda c: pinned(c, clipping),
                    lambda s: s.pinning.pin(board.id, clipping.id, take.id, clipping.column),
                ),
                Step(
                    lambda c: unpinned(c, clipping.id),
                    lambda s: s.pinning.unpin(board.id, clipping.id),
                ),
            )

    def unpin(self, clipping_id: str) -> None:
        """Let the clipping go; undo brings it back with its note and place."""
        board, clipping = self.comparison, self._clipping(clipping_id)
        if board is not None and clipping is not None:
            self._push(
                self.tr("Unpin"),
                Step(
                    lambda c: unpinned(c, clipping_id),
                    lambda s: s.pinning.unpin(board.id, clipping_id),
                ),
                Step(
                    lambda c: pinned(c, clipping),
                    lambda s: s.pinning.restore(board.id, clipping),
                ),
            )

    def move(self, clipping_id: str, position: int) -> None:
        """Put the clipping at another place, counted with it taken out."""
        board, clipping = self.comparison, self._clipping(clipping_id)
        if board is None or clipping is None:
            return
        before = clipping.position
        position = min(max(position, 0), len(board.clippings) - 1)
        if position != before:
            self._push(
                self.tr("Move"),
                Step(
                    lambda c: moved(c, clipping_id, position),
                    lambda s: s.pinning.move(board.id, clipping_id, position),
                ),
                Step(
                    lambda c: moved(c, clipping_id, before),
                    lambda s: s.pinning.move(board.id, clipping_id, before),
                ),
            )

    def set_my_take(self, text: str) -> None:
        """Write down what the reader makes of it."""
        board = self.comparison
        if board is not None and text != board.my_take:

            def step(words: str) -> Step:
                return Step(
                    lambda c: replace(c, my_take=words),
                    lambda s: s.pinning.set_my_take(board.id, words),
                )

            do, undo = step(text), step(board.my_take)
            name = self.tr("My take")
            self.stack.push(TextCommand(name, self._make, do, undo, MY_TAKE, str(board.id)))

    def set_note(self, clipping_id: str, note: str) -> None:
        """Write a note on a clipping."""
        board, clipping = self.comparison, self._clipping(clipping_id)
        if board is not None and clipping is not None and note != clipping.note:

            def step(words: str) -> Step:
                return Step(
                    lambda c: noted(c, clipping_id, words),
                    lambda s: s.pinning.set_note(board.id, clipping_id, words),
                )

            do, undo = step(note), step(clipping.note)
            name = self.tr("Note")
            self.stack.push(TextCommand(name, self._make, do, undo, NOTE, clipping_id))

    def close(self) -> None:
        """Let go of the undo stack quietly: its destructor would still tell of changes."""
        self.stack.blockSignals(True)

    def _clipping(self, clipping_id: str) -> Clipping | None:
        clippings = self.comparison.clippings if self.comparison is not None else ()
        return next((clipping for clipping in clippings if clipping.id == clipping_id), None)

    def _push(self, text: str, do: Step, undo: Step) -> None:
        self.stack.push(BoardCommand(text, self._make, do, undo))

    def _make(self, step: Step) -> None:
        if self.comparison is None:
            return
        self._show(step.shown(self.comparison))
        self._unanswered += 1
        self._session.write(step.kept, self._on_kept, self._on_failed)

    def _on_kept(self, comparison: Comparison) -> None:
        self._unanswered = max(self._unanswered - 1, 0)
        self._kept = comparison
        mine = self.comparison is not None and self.comparison.id == comparison.id
        # An answer that is older than the last edit would take that edit off the screen.
        if mine and not self._unanswered and comparison != self.comparison:
            self._show(comparison)

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)
        # What follows on the stack stands on an edit that was never made.
        self.stack.clear()
        self._unanswered = max(self._unanswered - 1, 0)
        self._show(self._kept)
        # Asked like an edit, so that its answer waits for the edits made meanwhile.
        self._unanswered += 1
        self._session.write(lambda services: services.pinning.current(), self._on_kept)

    def _take_up(self, ask: Callable[[Services], Comparison], *, forget: bool = True) -> None:
        def shown(comparison: Comparison) -> None:
            if forget:
                self.stack.clear()
            self._unanswered = 0
            self._kept = comparison
            self._show(comparison)

        self._session.write(ask, shown)

    def _show(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.changed.emit()
