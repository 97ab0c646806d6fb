"""The pages of the settings, each with what it decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_reader import shipped
from summit_reader.bootstrap import default_library
from summit_reader.domain.backup import ALWAYS_KEPT
from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.reading.preferences import ReadingPreferences
from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import ThemeChoice
from summit_reader.gui.translation import SPOKEN, Language, remembered_language
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.number_field import number_field
from summit_reader.gui.wording import tr

LARGEST_KEPT = 500
"""Backups that somebody may want at most."""

THEMES = {
    ThemeChoice.SYSTEM: "As the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.SEPIA: "Sepia",
    ThemeChoice.CONTRAST: "High contrast",
}


class _Page(QWidget):
    """A page with room around its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(10)


class ReadingPage(_Page):
    """The colours, and how running text is set, with a sample that shows both."""

    def __init__(
        self, look: Look, settings: Settings, choose_theme: Callable[[ThemeChoice], None]
    ) -> None:
        super().__init__()
        self.theme = QComboBox()
        for choice, name in THEMES.items():
            self.theme.addItem(tr(name), choice)
        self.theme.setCurrentIndex(list(THEMES).index(look.theme.choice))
        self.text = ReadingPreferences(look, settings)
        self.text.form.insertRow(0, self.tr("&Colours"), self.theme)
        self.column.addWidget(self.text, 1)
        self.theme.currentIndexChanged.connect(
            lambda _: choose_theme(ThemeChoice(self.theme.currentData()))
        )


class KeysPage(_Page):
    """The way to the keys, which have a window of their own."""

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        about = Label(look, "ui", wrapped=True)
        about.setText(self.tr("Every command can have another key."))
        self.change = QPushButton(self.tr("Change ke&ys…"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(actions["keys"].trigger)
        self.column.addWidget(about)
        self.column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)


class LanguagePage(_Page):
    """The language of the window, from the next start on."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.choice = QComboBox()
        self.choice.addItem(self.tr("As the system"), Language.SYSTEM)
        for language in SPOKEN:
            # Each by the name it calls itself, whichever the window speaks.
            own = QLocale(language.value).nativeLanguageName().removeprefix("American ")
            self.choice.addItem(own, language)
        kept = remembered_language(settings.language)
        self.choice.setCurrentIndex([Language.SYSTEM, *SPOKEN].index(kept))
        said = Label(look, "ui", "ink2", wrapped=True)
        said.setText(self.tr("It is spoken from the next start on."))
        form = QFormLayout()
        form.addRow(self.tr("Language of the &window:"), self.choice)
        self.column.addLayout(form)
        self.column.addWidget(said)
        self.column.addStretch(1)
        self.choice.currentIndexChanged.connect(lambda _: self._choose())

    def _choose(self) -> None:
        self._settings.language = Language(self.choice.currentData()).value


class ImportPage(_Page):
    """What comes before a text is taken in."""

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        looks = actions["preview_imports"]
        self.preview = QCheckBox(self.tr("Look at &texts before they come in"))
        self.preview.setChecked(looks.isChecked())
        # The menu has the same switch.
        self.preview.toggled.connect(looks.setChecked)
        about = Label(look, "ui", "ink2", wrapped=True)
        about.setText(
            self.tr("Shows what was recognised and what was removed, before anything is kept.")
        )
        self.column.addWidget(self.preview)
        self.column.addWidget(about)
        self.column.addStretch(1)


class FoldersPage(_Page):
    """Where libraries lie, and where dialogs for files begin to look."""

    def __init__(self, look: Look, settings: Settings, library: Path | None) -> None:
        super().__init__()
        here = self._folder_field(self.tr("Folder of the open library"))
        here.setText(str(library) if library is not None else "")
        self.show_library = QPushButton(self.tr("Sho&w it"))
        self.show_library.setAutoDefault(False)
        self.show_library.setEnabled(library is not None)
        self.show_library.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(here.text()))
        )
        libraries = settings.libraries_folder or str(default_library().parent)
        self.libraries = self._folder_field(self.tr("Folder for other libraries"))
        self.libraries.setText(libraries)
        self.files = self._folder_field(self.tr("Folder for files"))
        self.files.setText(settings.last_folder or str(Path.home()))
        grid = QGridLayout()
        self._put(grid, 0, self.tr("This library lies in:"), here, self.show_library)
        self.change_libraries = self._change(
            self.libraries, partial(setattr, settings, "libraries_folder")
        )
        self._put(
            grid, 1, self.tr("Other libraries lie in:"), self.libraries, self.change_libraries
        )
        self.change_files = self._change(self.files, partial(setattr, settings, "last_folder"))
        self._put(grid, 2, self.tr("Files are in:"), self.files, self.change_files)
        about = Label(look, "ui", "ink2", wrapped=True)
        about.setText(
            self.tr(
                "Dialogs that open or save something begin to look there. Nothing is moved: File > "
                "Save the whole library as a file carries it elsewhere."
            )
        )
        self.column.addLayout(grid)
        self.column.addWidget(about)
        self.column.addStretch(1)

    def _change(self, field: QLineEdit, keep: Callable[[str], None]) -> QPushButton:
        button = QPushButton(self.tr("Change…"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Change: {0}").format(field.accessibleName()))

        def change() -> None:
            chosen = QFileDialog.getExistingDirectory(self, field.accessibleName(), field.text())
            if chosen:
                field.setText(chosen)
                keep(chosen)

        button.clicked.connect(change)
        return button

    @staticmethod
    def _folder_field(name: str) -> QLineEdit:
        field = QLineEdit()
        field.setReadOnly(True)
        field.setAccessibleName(name)
        return field

    @staticmethod
    def _put(
        grid: QGridLayout, row: int, title: str, field: QLineEdit, button: QPushButton
    ) -> None:
        label = QLabel(title)
        label.setBuddy(field)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(button, row, 2)


class BackupsPage(_Page):
    """How many backups are kept, and the way to them."""

    def __init__(self, look: Look, settings: Settings, actions: Actions) -> None:
        super().__init__()
        self._settings = settings
        self.most = number_field(ALWAYS_KEPT, LARGEST_KEPT)
        self.most.setValue(settings.backups_kept)
        self.most.valueChanged.connect(partial(setattr, settings, "backups_kept"))
        self.show_backups = QPushButton(self.tr("&Show the backups…"))
        self.show_backups.setAutoDefault(False)
        self.show_backups.clicked.connect(actions["backups"].trigger)
        about = Label(look, "ui", "ink2", wrapped=True)
        about.setText(
            self.tr(
                "A backup is made at each start after something was changed, and before updates, "
                "merges and going back. Those of the last day are all kept, then one a day for a "
                "week and one a week for eight. Backups made by hand stay."
            )
        )
        form = QFormLayout()
        form.addRow(self.tr("Automatic backups kept at &most:"), self.most)
        self.column.addLayout(form)
        self.column.addWidget(about)
        self.column.addWidget(self.show_backups, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)


class NetworkPage(_Page):
    """What may be asked over the network; nothing is asked unless the reader asks for it."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.private = QCheckBox(self.tr("Allow &private addresses for feeds and pages"))
        self.private.setChecked(settings.private_addresses)
        about = Label(look, "ui", "ink2", wrapped=True)
        about.setText(
            self.tr(
                "Summit Reader asks the network only for feeds you follow and pages you want. "
                "Private addresses lie on this computer or in your own network: allow them only "
                "if you run a server there."
            )
        )
        self.column.addWidget(self.private)
        self.column.addWidget(about)
        self.column.addStretch(1)
        self.private.toggled.connect(self._allow)

    def _allow(self, allowed: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._settings.private_addresses = allowed
        shipped.allow_private_addresses(allowed)
