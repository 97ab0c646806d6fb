"""Second errand: import five files of one's own, and find who quotes a named expert."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QPushButton
from pytestqt.qtbot import QtBot

from summit_reader.domain.person import Person
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.takes.model import TakeRow
from summit_reader.gui.widgets.rows import VALUE

from .hands import CONTROL, Key, Keyboard, Mouse
from .sights import patiently, people_dialog, preview_dialog
from .texts import EXPERT, QUOTING, written


def is_own_and_empty(window: MainWindow) -> bool:
    return window.rooms.empty.isVisible() and not window.rooms.notice.isVisible()


def offers_all(window: MainWindow) -> bool:
    dialog = preview_dialog(window)
    return dialog is not None and dialog.everything.text() == "Import 5 texts"


def is_imported(window: MainWindow) -> bool:
    filled = window.contents is not None and window.contents.summary.texts == 5
    return filled and preview_dialog(window) is None and window.rooms.columns.isVisible()


def takes_listed(window: MainWindow) -> list[TakeRow]:
    dialog = people_dialog(window)
    return [row for row in listed(dialog.person.view) if isinstance(row, TakeRow)] if dialog else []


def listed(view: QAbstractItemView) -> list[object]:
    model = view.model()
    return [model.index(row, 0).data(VALUE) for row in range(model.rowCount())]


def quotes_the_expert(window: MainWindow) -> bool:
    content = window.rooms.pair.focused_pane.content
    take = content.take if content is not None else None
    return take is not None and take.speaker is not None and take.speaker.name == EXPERT


def test_with_the_keyboard(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot, desk_folder: Path
) -> None:
    see, files = patiently(qtbot), written(desk_folder)
    keyboard.command("use my own files")
    see(lambda: is_own_and_empty(window))
    window.activateWindow()  # as a desktop does by itself when the palette is gone
    see(window.rooms.empty.buttons[0].hasFocus)
    keyboard.name_files(files, lambda: keyboard.press(Key.Key_O, CONTROL))
    see(lambda: offers_all(window))
    keyboard.press(Key.Key_Return, CONTROL)
    see(lambda: is_imported(window))

    keyboard.press(Key.Key_7, CONTROL)
    see(lambda: people_dialog(window))
    keyboard.type("lindq")
    see(lambda: len(takes_listed(window)) >= len(QUOTING))
    for key in (Key.Key_Tab, Key.Key_Tab, Key.Key_Tab):
        keyboard.press(key)
    dialog = people_dialog(window)
    assert dialog is not None
    assert dialog.person.view.hasFocus()
    keyboard.press(Key.Key_Return)
    see(lambda: quotes_the_expert(window))
    assert people_dialog(window) is None


def test_with_the_mouse(window: MainWindow, mouse: Mouse, qtbot: QtBot, desk_folder: Path) -> None:
    see, files = patiently(qtbot), written(desk_folder)
    own = window.rooms.notice.findChild(QPushButton)
    assert own is not None
    mouse.click(own)
    see(lambda: is_own_and_empty(window))
    mouse.drop_files(files)
    see(lambda: offers_all(window))
    page = preview_dialog(window)
    assert page is not None
    mouse.click(page.everything)
    see(lambda: is_imported(window))

    mouse.choose_from_menu("&Go", "people")
    see(lambda: (dialog := people_dialog(window)) is not None and dialog.model.rowCount() > 1)
    dialog = people_dialog(window)
    assert dialog is not None
    expert = next(
        row
        for row, one in enumerate(listed(dialog.view))
        if isinstance(one, Person) and one.name == EXPERT
    )
    mouse.click_row(dialog.view, expert)
    see(lambda: len(takes_listed(window)) >= len(QUOTING))
    first = next(
        row for row, one in enumerate(listed(dialog.person.view)) if isinstance(one, TakeRow)
    )
    mouse.click_row(dialog.person.view, first)
    see(lambda: quotes_the_expert(window))
