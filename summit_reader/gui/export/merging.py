"""Reading a hand-out back in: what it would bring is shown first, and can be taken back after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.exchange import MergeReport
from summit_reader.gui.board.board import Board
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.export.merge_dialog import MergeDialog, counts_line
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge by its report, and whether it stands or was taken back."""

    report: MergeReport
    stands: bool = True


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
        self._steps = DecisionSteps[Merged](session, board.stack, _swapped, self)
        self._steps.changed.connect(self._on_made)
        self._steps.failed.connect(self.failed)
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
        dialog.accepted.connect(lambda: self._merge(report))
        dialog.finished.connect(lambda _: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def _merge(self, previewed: MergeReport) -> None:
        if not previewed.changes:
            self._board.use(previewed.comparison.id)
            self.said.emit(counts_line(previewed), None)
            return

        def work(services: Services) -> Merged:
            report = services.merging.merge(previewed.read)
            services.pinning.use(report.comparison.id)
            return Merged(report)

        def made(merged: Merged) -> None:
            self.said.emit(counts_line(merged.report), self._steps.undo)

        self._steps.make(self.tr("Read a hand-out back in"), work, made)

    def _on_made(self, merged: Merged | None) -> None:
        if merged is None:
            return
        if merged.stands:
            self._board.show_kept(merged.report.comparison)
        else:
            self._board.load()
        self.merged.emit()


def _swapped(services: Services, merged: Merged) -> Merged:
    """Take the merge back, or merge again."""
    if merged.stands:
        services.merging.undo(merged.report)
        return Merged(merged.report, stands=False)
    again = services.merging.redo(merged.report)
    services.pinning.use(again.comparison.id)
    return Merged(again)
