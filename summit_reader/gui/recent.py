"""The libraries that were open lately, the last one first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from summit_reader.gui.settings import Settings
from summit_reader.gui.wording import tr, unmarked

MOST = 9


class RecentLibraries:
    """A menu that is filled whenever it is opened: a library may have come or gone meanwhile."""

    def __init__(
        self, settings: Settings, action: QAction, window: QWidget, opened: Callable[[Path], None]
    ) -> None:
        self._settings, self._open = settings, opened
        self.menu = QMenu(window)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)
        action.setMenu(self.menu)
        # Chosen by its name in the palette, where no menu is open.
        action.triggered.connect(lambda _=False: self.menu.popup(QCursor.pos()))

    def remember(self, library: Path) -> None:
        """Put a library first."""
        others = [folder for folder in self._folders() if folder != library]
        kept = [str(folder) for folder in (library, *others)][:MOST]
        self._settings.recent_libraries = "\n".join(kept)

    def fill(self) -> None:
        """List the libraries; one that is not there is grey and says so."""
        self.menu.clear()
        for number, folder in enumerate(self._folders(), 1):
            is_here = (folder / "library.db").is_file()
            name = unmarked(f"{folder.name} – {folder.parent}")
            text = name if is_here else tr("{0} (not there now)").format(name)
            action = self.menu.addAction(f"&{number} {text}")
            action.setEnabled(is_here)
            reason = tr("There is no library in this folder now; its drive may be away.")
            action.setToolTip(str(folder) if is_here else reason)
            action.triggered.connect(partial(self._on_chosen, folder))
        if self.menu.isEmpty():
            self.menu.addAction(tr("No other library was open yet.")).setEnabled(False)

    def _folders(self) -> list[Path]:
        return [Path(name) for name in self._settings.recent_libraries.split("\n") if name]

    def _on_chosen(self, folder: Path, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self._open(folder)
