"""First errand: compare two outlets on a point, and hand in a page with its citations."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

from .hands import CONTROL, SHIFT, Key, Keyboard, Mouse
from .sights import board_holds, export_dialog, panes_show_two_outlets, patiently, said


def is_cited_page(path: Path) -> bool:
    page = path.read_text(encoding="utf-8")
    return all(
        words in page
        for words in (
            "100,000 tonnes of flour",
            "Polityka",
            "South China Morning Post",
            "quoted in",
        )
    )


def test_with_the_keyboard(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot, desk_folder: Path
) -> None:
    see = patiently(qtbot)
    keyboard.press(Key.Key_Return)
    see(lambda: panes_show_two_outlets(window))
    keyboard.press(Key.Key_D, CONTROL)
    see(lambda: board_holds(window, 1))
    keyboard.press(Key.Key_F6)
    assert window.rooms.pair.side is Side.B
    keyboard.press(Key.Key_D, CONTROL)
    see(lambda: board_holds(window, 2))

    keyboard.press(Key.Key_E, CONTROL | SHIFT)
    see(lambda: "tonnes of flour" in export_dialog(window).preview.toPlainText())
    page = desk_folder / "page.html"
    keyboard.name_files([page], lambda: keyboard.press(Key.Key_Return))
    see(lambda: said(window).startswith("Written to"))
    assert is_cited_page(page)


def test_with_the_mouse(window: MainWindow, mouse: Mouse, qtbot: QtBot) -> None:
    see, rooms = patiently(qtbot), window.rooms
    mouse.click_row(rooms.sidebar.point_view, 0)
    mouse.press_tool("compare")
    see(lambda: panes_show_two_outlets(window))
    for count, side in enumerate((Side.A, Side.B), start=1):
        mouse.click(rooms.pair.panes[side].header.pin)
        see(partial(board_holds, window, count))

    mouse.click(rooms.strip.export_button)
    see(lambda: "tonnes of flour" in export_dialog(window).preview.toPlainText())
    page = mouse.save_as_suggested(lambda: mouse.click(export_dialog(window).export))
    see(lambda: said(window).startswith("Written to"))
    assert is_cited_page(page)
