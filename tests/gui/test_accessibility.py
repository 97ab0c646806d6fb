"""Everything that can have the focus has a name; every command has its place in a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QScrollBar, QWidget

from summit_reader.gui.actions import MENUS, SEPARATOR
from summit_reader.gui.main_window import MainWindow


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def test_whatever_takes_the_focus_says_what_it_is(paired: MainWindow) -> None:
    nameless = [
        widget
        for widget in paired.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar | QMenu)
        and not (spoken_name(widget) or widget.accessibleName())
    ]
    assert nameless == []


def test_buttons_without_words_have_names(paired: MainWindow) -> None:
    silent = [
        button
        for button in paired.findChildren(QAbstractButton)
        if button.isVisible()
        and not button.text().strip()
        and not button.accessibleName()
        and not spoken_name(button)
    ]
    assert [(button.objectName(), type(button.parent())) for button in silent] == []


def test_menus_hold_every_command(opened: MainWindow) -> None:
    in_menus = {action for menu in opened.actions_.menus.values() for action in menu.actions()}
    assert set(opened.actions_.all().values()) <= in_menus


def test_no_two_commands_share_a_key(opened: MainWindow) -> None:
    keys: dict[str, str] = {}
    for name, action in opened.actions_.all().items():
        for key in action.shortcuts():
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert keys.setdefault(text, name) == name, f"{text}: {keys[text]} and {name}"


def test_access_keys_of_a_menu_differ() -> None:
    for title, commands in MENUS.items():
        letters = [
            command.text[command.text.index("&") + 1].lower()
            for command in commands
            if command is not SEPARATOR and "&" in command.text
        ]
        assert len(letters) == len(set(letters)), title


def test_rows_tell_their_sentence(opened: MainWindow) -> None:
    model = opened.rooms.sidebar.points
    text = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Will Russia pay? 9 takes · 6 outlets"
