"""Bringing texts in through the window: dialogs, dropped files, progress, the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import ImportReport
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.underway import Underway

if TYPE_CHECKING:
    from summit_reader.gui.intake.paste import PasteDialog


class ImportFlow(QObject):
    """Imports off the GUI thread; `underway` goes into the status bar."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, look: Look, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._look, self._settings = session, look, settings
        self._window = window
        self._tokens: list[CancelToken] = []
        self.underway = Underway(self.tr("Import progress"))
        self.underway.stopped.connect(self._on_cancel)

    def choose_files(self) -> None:
        """Ask for files, and import them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import files"),
            self._settings.last_folder,
            self.tr("Texts (*.txt *.text *.md);;All files (*)"),
        )
        if names:
            self._settings.last_folder = str(Path(names[0]).parent)
            self.import_paths([Path(name) for name in names])

    def paste(self) -> None:
        """Ask for a text, the clipboard's to begin with, and import it."""
        # Not at the top: a start would wait for a form that is hardly ever asked for.
        from summit_reader.gui.intake.paste import PasteDialog  # noqa: PLC0415

        dialog = PasteDialog(QGuiApplication.clipboard().text(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(
            lambda result: (
                self._on_pasted(dialog) if result == QDialog.DialogCode.Accepted else None
            )
        )
        dialog.open()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import these files; the ones that cannot be read are in the report."""
        self._run(
            lambda services, token: services.importing.import_paths(
                list(paths), report=self.underway.report, token=token
            )
        )

    def _on_pasted(self, dialog: PasteDialog) -> None:
        text, hints = dialog.text, dialog.hints()
        name = hints.headline or self.tr("Pasted text")
        self._run(lambda services, _: services.importing.import_text(text, name, hints))

    def _run(self, work: Callable[[Services, CancelToken], ImportReport]) -> None:
        token = self._session.write_cancellable(work, self._on_done, self._on_failed)
        if token is not None:
            self._tokens.append(token)
            self.underway.begin()

    def _on_done(self, report: ImportReport) -> None:
        self._quiet()
        self.finished.emit(report)
        from summit_reader.gui.intake.report import ImportReportDialog  # noqa: PLC0415 - as above

        ImportReportDialog(report, self._look, self._window).open()

    def _on_failed(self, error: BaseException) -> None:
        self._quiet()
        self.failed.emit(error)

    def _on_cancel(self) -> None:
        for token in self._tokens:
            token.cancel()
        self._tokens.clear()
        self._quiet()
        # What was imported before stays; the lists must show it.
        self.finished.emit(ImportReport((), ()))

    def _quiet(self) -> None:
        # They are done in the order they were asked for.
        del self._tokens[:1]
        self.underway.setVisible(bool(self._tokens))
