"""The settings: a page for each matter. What is changed holds at once, but for the language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.preferences.pages import (
    BackupsPage,
    FoldersPage,
    ImportPage,
    KeysPage,
    LanguagePage,
    NetworkPage,
    ReadingPage,
)
from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import ThemeChoice

WIDTH = 520


class PreferencesDialog(QDialog):
    """Pages of settings; there is nothing to confirm and nothing to discard."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        actions: Actions,
        *,
        choose_theme: Callable[[ThemeChoice], None],
        library: Path | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.reading = ReadingPage(look, settings, choose_theme)
        self.keys = KeysPage(look, actions)
        self.language = LanguagePage(look, settings)
        self.imports = ImportPage(look, actions)
        self.folders = FoldersPage(look, settings, library)
        self.backups = BackupsPage(look, settings, actions)
        self.network = NetworkPage(look, settings)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Settings"))
        self.tabs.setMinimumWidth(look.type.px(WIDTH))
        for title, page in (
            (self.tr("&Reading"), self.reading),
            (self.tr("&Keys"), self.keys),
            (self.tr("L&anguage"), self.language),
            (self.tr("&Import"), self.imports),
            (self.tr("F&olders"), self.folders),
            (self.tr("&Backups"), self.backups),
            (self.tr("&Network"), self.network),
        ):
            self.tabs.addTab(page, title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
