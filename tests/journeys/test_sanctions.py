"""Third errand: find every outlet on a word, pin and order four takes, hand out, read back in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from summit_reader.domain.search import Hit
from summit_reader.gui.main_window import MainWindow

from .hands import ALT, CONTROL, SHIFT, Key, Keyboard, Mouse
from .sights import (
    board_holds,
    export_dialog,
    merge_dialog,
    outlets_on_board,
    patiently,
    said,
    words_on,
)

WORD = "sanctions"
TAKES = 4
OUTLETS = {
    "The Week", "Deutsche Welle", "South China Morning Post", "World Politics Review", "AFP",
    "Polityka",
}  # fmt: skip
"""Those with the word somewhere in the five texts."""


def hits(window: MainWindow) -> list[Hit]:
    return [row.hit for row in window.rooms.results.model.rows]


def is_found(window: MainWindow) -> bool:
    return window.rooms.results.query == WORD and bool(hits(window))


def pane_shows(window: MainWindow, take_id: int) -> bool:
    content = window.rooms.pair.focused_pane.content
    return content is not None and content.take is not None and content.take.id == take_id


def pin_takes(
    window: MainWindow,
    see: Callable[[Callable[[], object]], None],
    open_row: Callable[[int], None],
    pin: Callable[[], None],
) -> None:
    """Open the hits that are takes, one after the other, and pin each."""
    rows = [(row, hit.take_id) for row, hit in enumerate(hits(window)) if hit.take_id is not None]
    for count, (row, take_id) in enumerate(rows[:TAKES], start=1):
        open_row(row)
        see(partial(pane_shows, window, take_id))
        pin()
        see(partial(board_holds, window, count))


def test_with_the_keyboard(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot, desk_folder: Path
) -> None:
    see = patiently(qtbot)
    keyboard.press(Key.Key_L, CONTROL)
    keyboard.type(WORD)
    see(lambda: is_found(window))
    assert {hit.outlet.name for hit in hits(window)} == OUTLETS

    def open_row(row: int) -> None:
        here = window.rooms.results.view.currentIndex().row()
        for _ in range(row - here):
            keyboard.press(Key.Key_Down)
        keyboard.press(Key.Key_Return)

    pin_takes(window, see, open_row, lambda: keyboard.press(Key.Key_D, CONTROL))
    found = outlets_on_board(window)
    keyboard.press(Key.Key_D, CONTROL | SHIFT)
    assert window.rooms.strip.view.hasFocus()
    for _ in range(TAKES - 1):
        keyboard.press(Key.Key_Left, ALT | SHIFT)
    ordered = [found[-1], *found[:-1]]
    see(lambda: outlets_on_board(window) == ordered)

    keyboard.press(Key.Key_E, CONTROL | SHIFT)
    see(export_dialog(window).preview.toPlainText)
    keyboard.press(Key.Key_F, ALT)
    assert export_dialog(window).format.hasFocus()
    keyboard.type("Word")
    assert export_dialog(window).format.currentText() == "Word document"
    file = desk_folder / "sanctions.docx"
    keyboard.name_files([file], lambda: keyboard.press(Key.Key_Return))
    see(lambda: said(window).startswith("Written to"))

    keyboard.press(Key.Key_Delete)
    see(lambda: board_holds(window, TAKES - 1))
    keyboard.name_files([file], lambda: keyboard.command("read hand-out back"))
    see(partial(merge_dialog, window))
    shown = merge_dialog(window)
    assert shown is not None
    assert "1 new take · 3 takes already here" in words_on(shown)
    see(shown.isActiveWindow)  # a desktop takes a moment to hand it the keys
    keyboard.press(Key.Key_M, ALT)
    see(lambda: board_holds(window, TAKES))
    assert sorted(outlets_on_board(window)) == sorted(ordered)


def test_with_the_mouse(window: MainWindow, mouse: Mouse, qtbot: QtBot) -> None:
    """A word cannot be clicked together: it is pasted from the menu of the field, as links are."""
    see, rooms = patiently(qtbot), window.rooms
    mouse.paste_into(window.field, WORD)
    see(lambda: is_found(window))
    assert {hit.outlet.name for hit in hits(window)} == OUTLETS
    pin_takes(
        window,
        see,
        lambda row: mouse.click_row(rooms.results.view, row),
        lambda: mouse.click(rooms.pair.focused_pane.header.pin),
    )
    found = outlets_on_board(window)
    mouse.drag_before(rooms.strip.view, TAKES - 1, 0)
    ordered = [found[-1], *found[:-1]]
    see(lambda: outlets_on_board(window) == ordered)

    mouse.click(rooms.strip.export_button)
    see(export_dialog(window).preview.toPlainText)
    mouse.choose_in(export_dialog(window).format, "Word document")
    assert export_dialog(window).format.currentText() == "Word document"
    file = mouse.save_as_suggested(lambda: mouse.click(export_dialog(window).export))
    see(lambda: said(window).startswith("Written to"))

    mouse.click_row(rooms.strip.view, 0)
    mouse.choose_from_menu("&Edit", "drop_card")
    see(lambda: board_holds(window, TAKES - 1))
    mouse.open_listed(file.name, lambda: mouse.choose_from_menu("&File", "merge"))
    see(partial(merge_dialog, window))
    shown = merge_dialog(window)
    assert shown is not None
    assert "1 new take · 3 takes already here" in words_on(shown)
    mouse.click(shown.merge)
    see(lambda: board_holds(window, TAKES))
    assert sorted(outlets_on_board(window)) == sorted(ordered)
