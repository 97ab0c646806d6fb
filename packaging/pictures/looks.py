"""The looks that every screen is drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import ThemeChoice
from summit_reader.gui.translation import Language

MARK, ISOLATE, END = "\u200f", "\u2068", "\u2069"


class FromTheRight(QTranslator):
    """English as it stands in a window that is read from the right: each sentence in its order."""

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        """There is something in it."""
        return False

    def translate(
        self,
        context: bytes | QByteArray | str,  # Qt hands it over
        sourceText: bytes | QByteArray | str,  # noqa: N803  # Qt's name
        disambiguation: bytes | QByteArray | str | None = None,  # noqa: ARG002  # as above
        n: int = -1,  # noqa: ARG002  # as above
    ) -> str | None:
        """The same sentence, kept together."""
        if context in NO_SENTENCES or not sourceText:
            return None
        return f"{MARK}{ISOLATE}{sourceText!s}{END}"


NO_SENTENCES = {"QShortcut", "QGuiApplication", "QKeySequence"}
"""Contexts of names of keys, and of the direction of the layout."""

FROM_THE_RIGHT = FromTheRight()


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is set before it is drawn; `few` leaves all but the chief screens out."""

    name: str
    title: str
    theme: ThemeChoice = ThemeChoice.LIGHT
    scale: float = 1.0
    language: Language = Language.ENGLISH
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    few: bool = False

    def settings(self, path: str) -> Settings:
        """Fresh settings in that file, with this look."""
        store = Settings(QSettings(path, QSettings.Format.IniFormat))
        store.theme = self.theme.value
        store.text_scale = self.scale
        store.language = self.language.value
        return store

    def put(self, app: QApplication) -> None:
        """Turn the application round where the look asks for it."""
        app.setLayoutDirection(self.direction)
        if self.direction is Qt.LayoutDirection.RightToLeft:
            app.installTranslator(FROM_THE_RIGHT)


LOOKS = (
    Look("light", "Light"),
    Look("dark", "Dark", ThemeChoice.DARK),
    Look("contrast", "High contrast", ThemeChoice.CONTRAST),
    Look("double", "Text at 200 %", scale=2.0),
    Look("german", "German", language=Language.GERMAN),
    Look("right-to-left", "From right to left", direction=Qt.LayoutDirection.RightToLeft),
    Look("sepia", "Sepia", ThemeChoice.SEPIA, few=True),
)
