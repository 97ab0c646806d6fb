"""Reading a hand-out back in: what it would bring is shown first, and can be taken back after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison
from summit_reader.domain.exchange import HandOutRead, MergeReport
from summit_reader.gui.board.board import Board
from summit_reader.gui.export.merge_dialog import MergeDialog, counts_line
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings


class MergeCommand(QUndoCommand):
    """A merge that the library has made already: pushing it makes nothing, undo takes it back."""

    def __init__(
        self,
        text: str,
        undo: Callable[[], None],
        redo: Callable[[], None],
    ) -> None:
        super().__init__(text)
        self._undo, self._redo = undo, redo
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            self._redo()

    def undo(self) -> None:
        self._undo()


class MergeFlow(QObject):
    """Reads hand-outs back in; `merged` tells when the library holds other takes than before.

    `said` tells what was done and, where there is something, what takes it back.
    """

    merged = Signal()
    said = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        session: LibrarySession,
        board: Board,
        look: Look,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._board, self._look = session, board, look
        self._settings, self._window = settings, window
        self._report: MergeReport | None = None
        self.dialog: MergeDialog | None = None

    def choose(self) -> None:
        """Ask for a hand-out, and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Read a hand-out back in"),
            self._settings.last_folder,
            self.tr("Hand-outs (*.html *.htm *.docx *.md *.markdown *.json);;All files (*)"),
        )
        if name:
            self._settings.last_folder = str(Path(name).parent)
            self.show(Path(name))

    def show(self, path: Path) -> None:
        """Show what the hand-out would bring; nothing is merged yet."""

        def work(services: Services) -> MergeReport:
            return services.merging.preview(services.merging.read(path))

        # Behind the edits that are still being kept: they are compared with.
        self._session.write(work, self._on_read, self.failed.emit)

    def _on_read(self, report: MergeReport) -> None:
        dialog = MergeDialog(self._look, report, self._window)
        dialog.accepted.connect(lambda: self._merge(report.read))
        dialog.finished.connect(lambda _: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def _merge(self, read: HandOutRead) -> None:
        def work(services: Services) -> MergeReport:
            report = services.merging.merge(read)
            services.pinning.use(report.comparison.id)
            return report

        self._session.write(work, self._on_merged, self.failed.emit)

    def _on_merged(self, report: MergeReport) -> None:
        self._report = report
        self._board.show_kept(report.comparison)
        if report.changes:
            self._board.stack.push(
                MergeCommand(self.tr("Read a hand-out back in"), self._undo, self._redo)
            )
        self.merged.emit()
        self.said.emit(counts_line(report), self._board.stack.undo if report.changes else None)

    def _undo(self) -> None:
        report = self._report
        if report is None:
            return

        def work(services: Services) -> Comparison:
            services.merging.undo(report)
            return services.pinning.current()

        self._session.write(work, self._on_stepped, self._on_refused)

    def _redo(self) -> None:
        report = self._report
        if report is None:
            return

        def work(services: Services) -> MergeReport:
            again = services.merging.redo(report)
            services.pinning.use(again.comparison.id)
            return again

        def done(again: MergeReport) -> None:
            self._report = again
            self._on_stepped(again.comparison)

        self._session.write(work, done, self._on_refused)

    def _on_stepped(self, comparison: Comparison) -> None:
        self._board.show_kept(comparison)
        self.merged.emit()

    def _on_refused(self, error: BaseException) -> None:
        self._board.stack.clear()
        self.failed.emit(error)
