"""Which library is open: the sample, the reader's own, or another folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from summit_reader.bootstrap import default_library, remove_sample, sample_library
from summit_reader.gui.recent import RecentLibraries
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings


class Libraries(QObject):
    """Opens libraries in the window, and remembers the last one; `missing` names a lost one."""

    missing = Signal(object)

    def __init__(self, session: LibrarySession, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._unwanted: Path | None = None
        self._passing: Path | None = None
        self._recent: RecentLibraries | None = None
        session.opened.connect(self._on_opened)
        session.refused.connect(self._on_refused)

    def open_first(self, library: Path | None, *, sample: bool) -> None:
        """Open what was asked for, else the last one, else the sample."""
        last = Path(self._settings.library) if self._settings.library else None
        if library is None and last is not None and not last.exists():
            # On a drive that is not there today, perhaps: it stays the one to open next time.
            self._passing = sample_library()
            self.missing.emit(last)
        if library is not None:
            # Named for this one time, perhaps a copy that is thrown away: the next start does not.
            self._passing = library
            self._session.open(library, sample=sample, create=True)
        elif last is not None and last != sample_library() and last.exists():
            self._session.open(last)
        else:
            self.open_sample()

    def open_sample(self) -> None:
        """Open the sample library; it is made if it is not there."""
        self._session.open(sample_library(), sample=True)

    def open_own(self) -> None:
        """Open the reader's own library; it is made if it is not there."""
        self._session.open(default_library(), create=True)

    def offer_recent(self, action: QAction) -> None:
        """Hang the libraries that were open lately under that entry of a menu."""
        self._recent = RecentLibraries(self._settings, action, self._window, self._session.open)

    def choose(self) -> None:
        """Ask for a library and open it."""
        folder = self._asked(self.tr("Open library"))
        if folder is not None:
            self._session.open(folder)

    def choose_new(self) -> None:
        """Ask for an empty folder and make a library in it."""
        folder = self._asked(self.tr("New library: choose an empty folder"))
        if folder is not None:
            self._session.open(folder, create=True)

    def remove_sample(self) -> None:
        """Ask, go over to the reader's own library, and delete the sample."""
        if not sample_library().exists():
            return
        answer = QMessageBox.question(
            self._window,
            self.tr("Remove sample"),
            self.tr(
                "Remove the sample library with its five texts and what you pinned in it? "
                "File > Open sample library makes a fresh one at any time."
            ),
            defaultButton=QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._unwanted = sample_library()
            self.open_own()

    def _on_refused(self) -> None:
        self._unwanted = None

    def _asked(self, title: str) -> Path | None:
        start = self._settings.libraries_folder or str(default_library().parent)
        name = QFileDialog.getExistingDirectory(self._window, title, start)
        return Path(name) if name else None

    def _on_opened(self) -> None:
        services = self._session.services
        if services is None:
            return
        if services.library != self._passing:
            self._settings.library = str(services.library)
        if self._recent is not None:
            self._recent.remember(services.library)
        unwanted, self._unwanted = self._unwanted, None
        if unwanted is not None and unwanted != services.library:
            self._session.write(lambda _: remove_sample(unwanted), lambda _: None)
