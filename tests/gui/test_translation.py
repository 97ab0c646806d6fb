"""The window in German: complete, in its own plural forms, and with the same keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox

import translations
from summit_reader.gui.actions import MENUS, SEPARATOR, Actions
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings
from summit_reader.gui.translation import (
    TRANSLATED,
    Language,
    remembered_language,
    speak,
    spoken_language,
)
from summit_reader.gui.wording import inside, takes_counted, tr
from tests.gui.conftest import NewWindow

SOURCE = translations.sentences()
GAP = re.compile(r"\{[^}]*\}")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    speak(qapp, Language.GERMAN)
    yield qapp
    speak(qapp, Language.ENGLISH)
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", [language.value for language in TRANSLATED])
class TestCatalogue:
    def test_every_sentence_is_translated_and_nothing_else(self, language: str) -> None:
        entries = translations.catalogue(language)
        assert translations.gaps(SOURCE, entries) == []
        assert translations.stale(SOURCE, entries) == []

    def test_a_translation_has_the_gaps_of_its_source(self, language: str) -> None:
        entries = translations.catalogue(language)
        wrong = [
            text
            for text, said in entries.items()
            if sorted(GAP.findall(text)) != sorted(GAP.findall(said))
        ]
        assert wrong == []

    def test_dots_and_access_keys_are_kept(self, language: str) -> None:
        entries = translations.catalogue(language)
        wrong = [
            text
            for text, said in entries.items()
            if text.endswith("…") != said.endswith("…") or text.count("&") != said.count("&")
        ]
        assert wrong == []

    def test_access_keys_of_a_menu_differ(self, language: str) -> None:
        entries = translations.catalogue(language)
        menus = [[command.text for command in menu if command is not SEPARATOR]
                 for menu in MENUS.values()]  # fmt: skip
        for texts in (list(MENUS), *menus):
            said = [entries[text] for text in texts if "&" in text]
            letters = [one[one.index("&") + 1].lower() for one in said]
            assert len(letters) == len(set(letters)), said

    def test_the_catalogue_is_in_order(self, language: str) -> None:
        assert list(translations.catalogue(language)) == sorted(SOURCE)


def test_text_is_found_wherever_it_is_said() -> None:
    assert "gui/actions.py" in SOURCE["&File"]  # the menus
    assert "gui/wording.py" in SOURCE["{n} outlets"]  # handed to counted
    assert "gui/keys/dialog.py" in SOURCE["Up, Down"]  # tables
    assert "domain/errors.py" in SOURCE["Stopped on request."]
    assert "domain/feed.py" in SOURCE["The server refuses to hand out this feed."]
    assert "there is no year {year}" in SOURCE  # clauses of a search


def test_counts_have_their_german_forms(german: QApplication) -> None:
    assert takes_counted(1) == "1 Aussage"
    assert takes_counted(2) == "2 Aussagen"
    assert takes_counted(1200) == "1.200 Aussagen"


def test_a_noun_keeps_its_capital_in_german_only(german: QApplication) -> None:
    assert inside(tr("Editorial")) == "Leitartikel"
    speak(german, Language.ENGLISH)
    assert inside(tr("Editorial")) == "editorial"


def test_what_is_in_no_catalogue_stays_as_it_is(german: QApplication) -> None:
    assert tr("Neue Zürcher Zeitung") == "Neue Zürcher Zeitung"
    assert not tr("")


def test_qt_speaks_it_too(german: QApplication) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_english_comes_back(german: QApplication) -> None:
    speak(german, Language.ENGLISH)
    assert tr("Outlet") == "Outlet"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"


@pytest.mark.parametrize(
    ("kept", "choice"), [("de", Language.GERMAN), ("", Language.SYSTEM), ("xx", Language.SYSTEM)]
)
def test_a_kept_choice_that_nobody_knows_is_the_system(kept: str, choice: Language) -> None:
    assert remembered_language(kept) is choice


def test_the_system_comes_to_what_it_speaks() -> None:
    name = QLocale.languageToCode(QLocale.system().language())
    expected = Language.GERMAN if name == "de" else Language.ENGLISH
    assert spoken_language(Language.SYSTEM) is expected


def _keys(actions: Actions) -> dict[str, list[str]]:
    portable = QKeySequence.SequenceFormat.PortableText
    return {
        name: [key.toString(portable) for key in action.shortcuts()]
        for name, action in actions.all().items()
    }


def test_a_german_window_has_german_menus_and_the_same_keys(
    opened: MainWindow, settings: Settings, new_window: NewWindow, qapp: QApplication
) -> None:
    before = QLocale()
    settings.language = Language.GERMAN.value
    window = new_window()
    assert [menu.title().replace("&", "") for menu in window.actions_.menus.values()] == [
        "Datei", "Bearbeiten", "Ansicht", "Gehe zu", "Vergleichen", "Pinnwand", "Punkt", "Ereignis",
        "Text", "Medium", "Aussage", "Feeds", "Werkzeuge", "Hilfe",
    ]  # fmt: skip
    assert _keys(window.actions_) == _keys(opened.actions_)
    speak(qapp, Language.ENGLISH)
    QLocale.setDefault(before)
