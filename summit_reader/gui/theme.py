"""Light and dark: which colours are in force, and how Qt is told."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from summit_reader.gui.style_sheet import STYLE
from summit_reader.gui.tokens import tokens
from summit_reader.shipped import resources_folder

HALF = 128
"""Lightness from which on a ground asks for dark marks."""


class ThemeChoice(StrEnum):
    """What the reader chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    CONTRAST = "contrast"


class Theme(QObject):
    """The colours in force. Widgets ask `colour(role)` when they paint, and so never keep one."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__()
        self._colours: dict[str, QColor] = {}
        self._use(choice)

    @property
    def name(self) -> str:
        """The palette in force: light, dark, sepia or contrast."""
        return self._name

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for."""
        return self._choice

    def colour(self, role: str) -> QColor:
        """The colour of a role of the tokens file, such as `ink2`."""
        return self._colours[role]

    def follow(self, app: QApplication) -> None:
        """Put the choice in force, and keep to the system's scheme where that is the choice."""
        app.styleHints().colorSchemeChanged.connect(lambda _: self._on_scheme_changed(app))
        self._apply(app)

    def choose(self, app: QApplication, choice: ThemeChoice) -> None:
        """Put the chosen colours in force, everywhere and at once."""
        self._use(choice)
        self._apply(app)
        self.changed.emit()

    def palette(self) -> QPalette:
        """The colours as Qt's roles."""
        palette = QPalette()
        for role, token in tokens().qpalette.items():
            if role == "disabled_text":
                continue
            if (colour_role := getattr(QPalette.ColorRole, role, None)) is not None:
                palette.setColor(colour_role, self._colours[token])
        faint = self._colours[tokens().qpalette["disabled_text"]]
        for text_role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, text_role, faint)
        return palette

    def style_sheet(self) -> str:
        """Rules for buttons, fields, boxes to tick, tabs and cards; all else is Fusion's."""
        colours = {role: colour.name() for role, colour in self._colours.items()}
        folder = (resources_folder() / "themes" / "marks").as_posix()
        return STYLE.format(
            **colours,
            marks=folder,
            on_ground=self._marks_on("paper"),
            on_tick=self._marks_on("solid"),
        )

    def _marks_on(self, ground: str) -> str:
        """Where the ticks and arrows are that can be seen on that colour, but for the ending."""
        tone = "light" if self._colours[ground].lightness() < HALF else "dark"
        return f"-{tone}.svg"

    def _on_scheme_changed(self, app: QApplication) -> None:
        if self._choice is ThemeChoice.SYSTEM and system_scheme() != self._name:
            self.choose(app, self._choice)

    def _apply(self, app: QApplication) -> None:
        app.setPalette(self.palette())
        app.setStyleSheet(self.style_sheet())

    def _use(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._name = system_scheme() if choice is ThemeChoice.SYSTEM else choice.value
        palette = tokens().palettes[self._name]
        self._colours = {role: QColor(value) for role, value in palette.items()}


def system_scheme() -> str:
    """Either "dark" or "light", as the system says; light where it says nothing."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"
