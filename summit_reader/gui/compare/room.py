"""What goes on between the panes: they follow each other; pairs and differences are listed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from summit_reader.gui.actions import Actions
from summit_reader.gui.compare.alignments import Alignments
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.compare.lock import LockState, ScrollLock
from summit_reader.gui.compare.lock_button import LockButton
from summit_reader.gui.differences.flow import DifferencesFlow
from summit_reader.gui.look import Look
from summit_reader.gui.pairs.flow import PairsFlow
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.widgets.notices import Toast


class CompareRoom(QObject):
    """Holds the lock of the panes, the list of pairs and the window of differences together."""

    failed = Signal(object)

    def __init__(
        self,
        session: LibrarySession,
        look: Look,
        stack: QUndoStack,
        desk: Desk,
        rooms: Rooms,
        toast: Toast,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look = look
        self.alignments = Alignments(session, self)
        self.lock = ScrollLock(rooms.pair, self.alignments, desk.are_paired, self)
        self.pairs = PairsFlow(session, self.alignments, desk, rooms, toast)
        self.differences = DifferencesFlow(session, look, stack, desk, rooms, toast, window)
        self.differences.relating.failed.connect(self.failed)
        desk.panes_changed.connect(self.lock.on_contents)

    def forget(self) -> None:
        """Work out anew what texts have in common: something about them has changed."""
        self.alignments.forget()

    def lock_button(self, actions: Actions) -> LockButton:
        """The lock for the tool bar."""
        choices = [actions[f"lock_{state.value}"] for state in LockState]
        return LockButton(self._look, self.lock, actions["lock"], [*choices, actions["match"]])
