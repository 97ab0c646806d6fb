"""Settings: each takes effect, is kept, and agrees with the switch of the same name in a menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

import translations
from summit_reader import shipped
from summit_reader.domain.backup import MOST_KEPT
from summit_reader.gui.backups.dialog import BackupsDialog
from summit_reader.gui.keys.dialog import KeysDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.preferences.dialog import PreferencesDialog
from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import ThemeChoice
from summit_reader.gui.translation import Language


@pytest.fixture
def dialog(opened: MainWindow) -> Iterator[PreferencesDialog]:
    opened.actions_["preferences"].trigger()
    dialog = opened.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    yield dialog
    dialog.close()


@pytest.fixture
def network() -> Iterator[None]:
    yield
    shipped.allow_private_addresses(False)  # noqa: FBT003  # as it is declared


def test_a_theme_holds_at_once_and_is_kept(
    dialog: PreferencesDialog, opened: MainWindow, settings: Settings
) -> None:
    dialog.reading.theme.setCurrentIndex(dialog.reading.theme.findData(ThemeChoice.DARK))
    assert opened.look.theme.name == "dark"
    assert settings.theme == "dark"
    assert opened.actions_["theme_dark"].isChecked()


def test_how_text_is_set_holds_for_texts_and_the_sample(
    dialog: PreferencesDialog, opened: MainWindow, settings: Settings
) -> None:
    text = dialog.reading.text
    text.size_.setValue(24)
    text.spacing.setValue(140)
    text.measure.setValue(50)
    assert opened.look.type.reading_size == settings.reading_size == 24
    assert opened.look.type.reading_style.measure == settings.measure == 50
    assert settings.line_spacing == 1.4


def test_the_page_of_keys_leads_to_them(
    dialog: PreferencesDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    dialog.keys.change.click()
    qtbot.waitUntil(lambda: opened.findChild(KeysDialog) is not None)


def test_a_language_is_kept_for_the_next_start(
    dialog: PreferencesDialog, settings: Settings, opened: MainWindow
) -> None:
    names = [dialog.language.choice.itemText(at) for at in range(3)]
    assert names == ["As the system", "English", "Deutsch"]
    dialog.language.choice.setCurrentIndex(2)
    assert settings.language == Language.GERMAN.value
    assert opened.menuBar().actions()[0].text() == "&File"


def test_the_preview_is_one_switch_with_that_of_the_menu(
    dialog: PreferencesDialog, opened: MainWindow, settings: Settings
) -> None:
    assert dialog.imports.preview.isChecked()
    dialog.imports.preview.setChecked(False)
    assert not opened.actions_["preview_imports"].isChecked()
    assert not settings.preview_imports


@pytest.mark.usefixtures("network")
def test_private_addresses_are_asked_only_when_allowed(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    assert not settings.private_addresses
    careful = shipped.fetcher()
    dialog.network.private.setChecked(True)
    assert settings.private_addresses
    assert shipped.fetcher() is not careful
    dialog.network.private.setChecked(False)
    assert shipped.fetcher() is careful


@pytest.mark.usefixtures("network")
def test_what_was_allowed_is_allowed_at_the_next_start(
    settings: Settings, new_window: object, request: pytest.FixtureRequest
) -> None:
    careful = shipped.fetcher()
    settings.private_addresses = True
    request.getfixturevalue("opened")
    assert shipped.fetcher() is not careful


def test_the_number_of_backups_is_kept(
    dialog: PreferencesDialog, opened: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    assert dialog.backups.most.value() == settings.backups_kept == MOST_KEPT
    dialog.backups.most.setValue(3)
    assert settings.backups_kept == 3
    dialog.backups.show_backups.click()
    qtbot.waitUntil(lambda: opened.findChild(BackupsDialog) is not None)


def test_folders_are_shown_and_chosen(
    dialog: PreferencesDialog,
    opened: MainWindow,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services = opened.session.services
    assert services is not None
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog.folders.show_library.click()
    assert shown == [QUrl.fromLocalFile(str(services.library))]
    asked: list[str] = []

    def choose(_: QWidget, title: str, start: str) -> str:
        asked.append(start)
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    dialog.folders.change_libraries.click()
    dialog.folders.change_files.click()
    assert settings.libraries_folder == settings.last_folder == str(tmp_path)
    assert dialog.folders.libraries.text() == str(tmp_path)
    opened.libraries.choose()
    assert asked[-1] == str(tmp_path)


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_two_access_keys_of_a_page_are_alike(dialog: PreferencesDialog, language: str) -> None:
    entries = translations.catalogue(language) if language != "en" else {}
    tabs = [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())]
    for at in range(dialog.tabs.count()):
        page = dialog.tabs.widget(at)
        assert page is not None
        said = [part.text() for part in page.findChildren(QLabel)]
        said += [part.text() for part in page.findChildren(QAbstractButton)]
        texts = [entries.get(text, text) for text in (*tabs, *said)]
        keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(keys) == len(set(keys)), texts
