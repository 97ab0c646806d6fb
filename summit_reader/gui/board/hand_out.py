"""Taking quotations and lists of results away: to the clipboard, or as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.take import Take
from summit_reader.export.filename import suggested_name
from summit_reader.gui.search.live import Question
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.wording import counted, texts_counted


class HandOut(QObject):
    """Copies and exports; `said` tells what was done."""

    said = Signal(str)

    def __init__(self, session: LibrarySession, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window

    def copy(self, takes: list[Take]) -> None:
        """Put quotations with their full citations on the clipboard."""
        ids = [take.id for take in takes]
        if not ids:
            return

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(
                counted(
                    len(ids),
                    "{n} quotation copied with its citation.",
                    "{n} quotations copied with their citations.",
                )
            )

        self._session.read(lambda services: services.exporting.quotations(ids), done)

    def export(self, comparison: Comparison) -> None:
        """Ask for a file and write the comparison to it."""
        path = self._asked_for(
            self.tr("Export comparison"),
            suggested_name(comparison.name, ".html"),
            self.tr("Web page (*.html);;Markdown (*.md)"),
            (".html", ".md", ".htm", ".markdown"),
        )
        if path is not None:
            self.export_to(comparison, path)

    def export_results(self, question: Question, total: int) -> None:
        """Ask for a file and write the list of all `total` results to it."""
        path = self._asked_for(
            self.tr("Export the list of results"),
            suggested_name(question.query, ".csv"),
            self.tr("Table (*.csv);;Data (*.json)"),
            (".csv", ".json"),
        )
        if path is not None:
            self.export_results_to(question, total, path)

    def export_results_to(self, question: Question, total: int, path: Path) -> None:
        """Write the results to `path`; its suffix chooses the format."""

        def work(services: Services, token: CancelToken) -> int:
            results = question.asked(services, total, token=token)
            token.checkpoint()
            services.exporting.write_results(results, path)
            return len(results.articles)

        def done(count: int) -> None:
            self.said.emit(self.tr("{0}, written to {1}.").format(texts_counted(count), path))

        self._session.read_cancellable(work, done)

    def _asked_for(
        self, title: str, name: str, kinds: str, suffixes: tuple[str, ...]
    ) -> Path | None:
        """The file the reader named, one of the suffixes at its end; the first are of the kinds."""
        folder = Path(self._settings.last_folder or Path.home())
        name, chosen = QFileDialog.getSaveFileName(self._window, title, str(folder / name), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() not in suffixes:
            number = kinds.split(";;").index(chosen) if chosen in kinds.split(";;") else 0
            path = path.with_name(path.name + suffixes[number])
        self._settings.last_folder = str(path.parent)
        return path

    def export_to(self, comparison: Comparison, path: Path) -> None:
        """Write the comparison; the suffix of `path` chooses the format."""
        # Behind the edits that are still being kept.
        self._session.write(
            lambda services: services.exporting.write(comparison.id, path),
            lambda _: self.said.emit(self.tr("Written to {0}.").format(path)),
        )
