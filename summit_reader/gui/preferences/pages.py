"""The pages of the settings, each with what it decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from summit_reader import shipped
from summit_reader.gui.actions import Actions
from summit_reader.gui.look import Look
from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import ThemeChoice
from summit_reader.gui.translation import SPOKEN, Language, remembered_language
from summit_reader.gui.typography import READING_SIZES
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import tr

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
    """The colours, and the size of running text, with a sample that shows both."""

    def __init__(
        self, look: Look, settings: Settings, choose_theme: Callable[[ThemeChoice], None]
    ) -> None:
        super().__init__()
        self._look, self._settings = look, settings
        self.theme = QComboBox()
        for choice, name in THEMES.items():
            self.theme.addItem(tr(name), choice)
        self.theme.setCurrentIndex(list(THEMES).index(look.theme.choice))
        self.text_size = QSpinBox()
        self.text_size.setRange(*READING_SIZES)
        self.text_size.setValue(round(look.type.reading_size))
        self.sample = Label(look, "read", wrapped=True)
        self.sample.setText(
            self.tr(
                "Both papers were at the harbour that morning. One counted the ships, the other "
                "asked who had paid for them."
            )
        )
        form = QFormLayout()
        form.addRow(self.tr("&Colours:"), self.theme)
        form.addRow(self.tr("&Size of the text:"), self.text_size)
        self.column.addLayout(form)
        self.column.addWidget(self.sample)
        self.column.addStretch(1)
        self.theme.currentIndexChanged.connect(
            lambda _: choose_theme(ThemeChoice(self.theme.currentData()))
        )
        self.text_size.valueChanged.connect(self._resize)

    def _resize(self, size: int) -> None:
        self._look.type.set_reading_size(size)
        self._settings.reading_size = self._look.type.reading_size


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
