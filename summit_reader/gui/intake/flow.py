"""Bringing texts in through the window: dialogs, dropped files, progress, the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.importing import ImportOrder, ImportReport
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.underway import Underway

if TYPE_CHECKING:
    from summit_reader.gui.intake.paste import PasteDialog
    from summit_reader.gui.intake.previews import Offered
    from summit_reader.intake.tables.table import TableSketch


class ImportFlow(QObject):
    """Imports off the GUI thread; `underway` goes into the status bar.

    A handful of texts is looked at first, unless the reader wants them straight in. Many are taken
    in by a process of its own, beside everything else. `finished` tells that the library has more,
    `reported` what came of it, to be told to the reader.
    """

    finished = Signal(object)
    reported = Signal(object)
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
            self.tr("All files (*);;Texts (*.txt *.text *.md);;Web pages (*.html *.htm *.mhtml)"),
        )
        if names:
            self._settings.last_folder = str(Path(names[0]).parent)
            self.import_names(names)

    def choose_folder(self) -> None:
        """Ask for a folder, and import what lies in it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder"), self._settings.last_folder
        )
        if name:
            self._settings.last_folder = name
            self.import_names([name])

    def choose_table(self) -> None:
        """Ask for a table and which of its columns holds what, and import its rows."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a table"),
            self._settings.last_folder,
            self.tr("Tables (*.csv *.tsv *.jsonl *.json *.xz *.gz *.bz2);;All files (*)"),
        )
        if name:
            self._settings.last_folder = str(Path(name).parent)
            self.import_table(Path(name))

    def import_table(self, path: Path) -> None:
        """Ask which column of the table holds what, and import its rows."""
        from summit_reader.gui.intake.columns import ColumnsDialog  # noqa: PLC0415 - as below
        from summit_reader.intake.tables.chosen import columns_line  # noqa: PLC0415 - as below
        from summit_reader.intake.tables.sketching import sketch_at  # noqa: PLC0415 - as below

        def ask(sketch: TableSketch) -> None:
            dialog = ColumnsDialog(path, sketch, self._look, self._window)
            dialog.accepted.connect(
                lambda: self._run_beside(
                    ImportOrder((str(path),), columns=columns_line(dialog.columns()))
                )
            )
            dialog.open()

        self._session.read(lambda _: sketch_at(path), ask, self._on_failed)

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

    def import_names(self, names: Sequence[str]) -> None:
        """Import these files, folders and addresses; what cannot be read is in the report."""
        from summit_reader.gui.intake.previews import Previews, offered  # noqa: PLC0415 - as above

        def ready(found: Offered) -> None:
            if found.is_long:
                self._run_beside(ImportOrder(tuple(names)))
            elif self._settings.preview_imports:
                previews = Previews(self._session, self._look, self._window, self.underway)
                previews.finished.connect(self.finished)
                previews.failed.connect(self.failed)
                previews.reported.connect(self.reported)
                previews.overwhelmed.connect(
                    lambda every: self._run_beside(ImportOrder(tuple(every)))
                )
                previews.start(found)
            else:
                self._run(
                    lambda services, token: services.importing.import_offers(
                        found.offers, report=self.underway.report, token=token
                    )
                )

        self._session.read(lambda _: offered(names), ready, self._on_failed)

    def _on_pasted(self, dialog: PasteDialog) -> None:
        text, hints = dialog.text, dialog.hints()
        name = hints.headline or self.tr("Pasted text")
        self._run(lambda services, _: services.importing.import_text(text, name, hints))

    def _run(self, work: Callable[[Services, CancelToken], ImportReport]) -> None:
        self._note(self._session.write_cancellable(work, self._on_done, self._on_failed))

    def _run_beside(self, order: ImportOrder) -> None:
        """Have many texts taken in while edits go on: they would wait for minutes else."""

        def work(services: Services, token: CancelToken) -> ImportReport:
            return services.importing.import_order(order, self.underway.report, token)

        self._note(self._session.build(work, self._on_done, self._on_failed))

    def _note(self, token: CancelToken | None) -> None:
        if token is not None:
            self._tokens.append(token)
            self.underway.begin()

    def _on_done(self, report: ImportReport) -> None:
        self._quiet()
        self.finished.emit(report)
        self.reported.emit(report)

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
