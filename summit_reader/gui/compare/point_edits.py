"""Points are the reader's: making, removing, and deciding what belongs to one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from summit_reader.domain.point import Decision, Point
from summit_reader.domain.take import Take
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.wording import takes_counted


class PointEdits(QObject):
    """Asks, changes the library, and tells which point to show."""

    made = Signal(int)
    changed = Signal()
    said = Signal(str)

    def __init__(self, session: LibrarySession, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._desk, self._window = session, desk, window

    def create(self) -> None:
        """Ask for a question and make it a point."""
        question, fine = QInputDialog.getText(
            self._window,
            self.tr("New point"),
            self.tr("The question on which takes are set side by side:"),
        )
        if fine and question.strip():
            self._session.write(lambda s: s.comparing.add_point(question.strip()), self._on_made)

    def add(self, take: Take | None) -> None:
        """Put a take on the point at hand."""
        self._decide(take, Decision.ACCEPTED, self.tr("Added to “{0}”."))

    def refuse(self, take: Take | None) -> None:
        """Take a take away from the point at hand."""
        self._decide(take, Decision.REFUSED, self.tr("Taken away from “{0}”."))

    def remove(self) -> None:
        """Remove the point at hand; its takes stay in the library."""
        if (view := self._desk.view) is None:
            return
        summary = view.summary
        answer = QMessageBox.question(
            self._window,
            self.tr("Remove point"),
            self.tr("Remove the point “{0}” with its {1}? The takes stay in the library.").format(
                summary.point.question, takes_counted(summary.takes)
            ),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._session.write(
                lambda s: s.comparing.remove_point(summary.point.id), lambda _: self.changed.emit()
            )

    def _on_made(self, point: Point) -> None:
        self.made.emit(point.id)

    def _decide(self, take: Take | None, decision: Decision, said: str) -> None:
        if (view := self._desk.view) is None or take is None:
            return
        point = view.summary.point

        def done(_: object) -> None:
            self.changed.emit()
            self.said.emit(said.format(point.question))

        self._session.write(lambda s: s.comparing.decide(point.id, take.id, decision), done)
