"""Taking quotations away: to the clipboard, or as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from summit_reader.domain.comparison import Comparison
from summit_reader.domain.take import Take
from summit_reader.export.filename import suggested_name
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.wording import counted


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
        folder = Path(self._settings.last_folder or Path.home())
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export comparison"),
            str(folder / suggested_name(comparison.name, ".html")),
            self.tr("Web page (*.html);;Markdown (*.md)"),
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in {".html", ".htm", ".md", ".markdown"}:
            path = path.with_name(path.name + (".md" if "*.md" in chosen else ".html"))
        self._settings.last_folder = str(path.parent)
        self.export_to(comparison, path)

    def export_to(self, comparison: Comparison, path: Path) -> None:
        """Write the comparison; the suffix of `path` chooses the format."""
        # Behind the edits that are still being kept.
        self._session.write(
            lambda services: services.exporting.write(comparison.id, path),
            lambda _: self.said.emit(self.tr("Written to {0}.").format(path)),
        )
