"""The language of the window: our own catalogue of sentences, and Qt's for its own buttons."""

from __future__ import annotations

import json
from enum import StrEnum

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)

from summit_reader.gui.resources import resource


class Language(StrEnum):
    """What the reader chose."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


TRANSLATED = (Language.GERMAN,)
"""The languages with a catalogue; the sentences themselves are English."""

SPOKEN = (Language.ENGLISH, *TRANSLATED)
"""The languages that the window speaks."""


class Catalogue(QTranslator):
    """Translations by source text, whichever class or module says it.

    What it does not know is left to the next translator, and in the end stays English.
    """

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: dict[str, str] = json.loads(resource(f"translations/{language.value}.json"))

    def isEmpty(self) -> bool:
        return not self._entries

    def translate(
        self,
        context: bytes | QByteArray | str,
        sourceText: bytes | QByteArray | str,  # noqa: N803  # Qt's name
        disambiguation: bytes | QByteArray | str | None = None,
        n: int = -1,
    ) -> str | None:
        # No translation is a null string, which is None; an empty one would be shown.
        text = sourceText if isinstance(sourceText, str) else QByteArray(sourceText).toStdString()
        return self._entries.get(text)


def remembered_language(kept: str) -> Language:
    """What the settings hold, as a choice; the system's where that is unknown."""
    try:
        return Language(kept)
    except ValueError:
        return Language.SYSTEM


def spoken_language(choice: Language) -> Language:
    """The language that a choice comes to: English where the system's is not translated."""
    if choice is not Language.SYSTEM:
        return choice
    name = QLocale.languageToCode(QLocale.system().language())
    return next((one for one in TRANSLATED if one.value == name), Language.ENGLISH)


def speak(app: QCoreApplication, choice: Language) -> Language:
    """Have everything that is built from now on speak the chosen language, and return it.

    Numbers and dates follow; a system of the same language keeps its own way of writing them.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    language = spoken_language(choice)
    same = QLocale.languageToCode(QLocale.system().language()) == language.value
    keeps = same or choice is Language.SYSTEM
    QLocale.setDefault(QLocale.system() if keeps else QLocale(language.value))
    if language in TRANSLATED:
        app.installTranslator(Catalogue(language, app))
        qt = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # Last, and so asked first: Qt's own words for its own buttons.
        if qt.load(f"qtbase_{language.value}", folder):
            app.installTranslator(qt)
    return language
