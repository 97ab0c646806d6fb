"""From the panes to the pin board and back: pinning, letting go, choosing a comparison."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from summit_reader.gui.board.board import Board
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side


class PinFlow(QObject):
    """Keeps the strip of cards, the pin buttons of the panes and the board of one mind."""

    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, board: Board, desk: Desk, rooms: Rooms, toast: Toast
    ) -> None:
        super().__init__(rooms)
        self._session, self._board, self._desk = session, board, desk
        self._rooms, self._strip, self._toast = rooms, rooms.strip, toast
        rooms.pair.pin_toggled.connect(self.toggle)
        board.changed.connect(self._on_board)
        board.failed.connect(self._on_failed)
        board.stack.indexChanged.connect(lambda _: toast.hide())
        self._strip.clipping_dropped.connect(self.drop)
        self._strip.move_asked.connect(board.move)
        self._strip.my_take_kept.connect(board.set_my_take)
        self._strip.note_kept.connect(board.set_note)
        self._strip.comparison_chosen.connect(self._use)
        self._strip.choice_asked.connect(self._offer)

    def toggle(self, side: Side) -> None:
        """Keep the take of a pane, or let it go."""
        self._strip.keep_texts()
        content = self._rooms.pair.panes[side].content
        if content is None or content.take is None or self._board.comparison is None:
            self._toast.say(self.tr("Open a take first: there is nothing to pin in this pane."))
            self.show_pins()
            return
        kept = self._board.clipping_of(content.take)
        if kept is None:
            self._board.pin(content.take, content.article, side)
            self._toast.say(self.tr("Pinned."), self._board.stack.undo)
        else:
            self.drop(kept.id)

    def drop(self, clipping_id: str) -> None:
        """Let a clipping go; the notice takes it back."""
        self._strip.keep_texts()
        self._board.unpin(clipping_id)
        self._toast.say(self.tr("Unpinned."), self._board.stack.undo)

    def show_pins(self) -> None:
        """Mark in each pane whether its take is pinned."""
        for side, pane in self._rooms.pair.panes.items():
            kept = self._board.clipping_of(self._desk.take_in(side)) is not None
            pane.header.set_pinned(kept)

    def _on_board(self) -> None:
        self._strip.show_comparison(self._board.comparison)
        self.show_pins()

    def _on_failed(self, error: BaseException) -> None:
        self._strip.hold_texts()
        self._toast.hide()
        self.failed.emit(error)

    def _offer(self) -> None:
        self._session.read(lambda s: s.pinning.comparisons(), self._strip.show_choice)

    def _use(self, comparison_id: int) -> None:
        self._strip.keep_texts()
        self._board.use(comparison_id)
