"""Keys: shown, found, changed, kept, given back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from summit_reader.gui.keys.dialog import KeysDialog
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings

NewWindow = Callable[[], MainWindow]


@pytest.fixture
def dialog(opened: MainWindow) -> KeysDialog:
    opened.actions_["keys"].trigger()
    (dialog,) = opened.findChildren(KeysDialog)
    return dialog


def keys(window: MainWindow, name: str) -> list[str]:
    return [key.toString() for key in window.actions_[name].shortcuts()]


def set_key(dialog: KeysDialog, name: str, key: str) -> None:
    dialog.choose(name)
    dialog.edit.setKeySequence(QKeySequence(key))
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)


def test_no_key_has_two_commands(opened: MainWindow) -> None:
    taken: dict[str, str] = {}
    for name, action in opened.actions_.all().items():
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), name) == name


def test_commands_are_found_by_name_and_by_key(dialog: KeysDialog) -> None:
    def shown() -> set[str]:
        items = [
            dialog.table.item(row, 0)
            for row in range(dialog.table.rowCount())
            if not dialog.table.isRowHidden(row)
        ]
        return {item.text() for item in items if item is not None}

    QTest.keyClicks(dialog.filter, "swap")
    assert shown() == {"Swap panes"}
    dialog.filter.setText("ctrl+shift+x")
    assert shown() == {"Swap panes"}


def test_a_key_is_changed_and_kept(
    opened: MainWindow, dialog: KeysDialog, new_window: NewWindow
) -> None:
    set_key(dialog, "swap", "Ctrl+Alt+S")
    assert keys(opened, "swap") == ["Ctrl+Alt+S"]
    assert keys(new_window(), "swap") == ["Ctrl+Alt+S"]
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert keys(opened, "swap") == ["Ctrl+Shift+X"]
    assert keys(new_window(), "swap") == ["Ctrl+Shift+X"]


def test_who_loses_a_key_is_said_before(opened: MainWindow, dialog: KeysDialog) -> None:
    dialog.choose("swap")
    dialog.edit.setKeySequence(QKeySequence("Ctrl+D"))
    assert "“Pin”, which loses it" in dialog.said.text()
    assert keys(opened, "pin") == ["Ctrl+D"]
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert keys(opened, "swap") == ["Ctrl+D"]
    assert keys(opened, "pin") == []
    dialog.choose("pin")
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert keys(opened, "pin") == ["Ctrl+D"]
    assert keys(opened, "swap") == []


def test_an_empty_key_is_none(opened: MainWindow, dialog: KeysDialog) -> None:
    set_key(dialog, "swap", "")
    assert keys(opened, "swap") == []


def test_all_go_back(opened: MainWindow, dialog: KeysDialog, settings: Settings) -> None:
    before = {name: keys(opened, name) for name in opened.actions_.all()}
    set_key(dialog, "swap", "Ctrl+D")
    set_key(dialog, "find", "F4")
    opened.shortcuts.reset_all()
    assert {name: keys(opened, name) for name in opened.actions_.all()} == before
    assert settings.keys == "{}"


def test_what_belongs_to_a_place_stays(dialog: KeysDialog) -> None:
    dialog.table.setCurrentCell(dialog.table.rowCount() - 1, 0)
    assert not dialog.set.isEnabled()
    assert "cannot be changed" in dialog.said.text()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"swap": 7}', '{"swap": [7]}', '{"gone": []}'])
def test_spoilt_settings_change_nothing_else(
    text: str, settings: Settings, new_window: NewWindow
) -> None:
    settings.keys = text
    window = new_window()
    assert keys(window, "pin") == ["Ctrl+D"]
