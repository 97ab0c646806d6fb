"""The command palette: found by letters, done with Return."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.palette.palette import Palette
from summit_reader.gui.palette.ranking import ranked

NAMES = ["Next pane", "Swap panes", "Pin", "Import pasted text", "Next point"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", NAMES),
        ("next", ["Next pane", "Next point"]),
        ("pan", ["Next pane", "Swap panes"]),
        ("p sw", ["Swap panes"]),
        ("aste", ["Import pasted text"]),
        ("pin next", []),
        ("  ?! ", NAMES),
    ],
)
def test_letters_find_commands(query: str, expected: list[str]) -> None:
    assert ranked(query, [(name, name) for name in NAMES]) == expected


def test_a_name_that_begins_so_comes_first() -> None:
    assert ranked("pin", [("Unpin the card", 1), ("Move pinned take", 2), ("Pin", 3)]) == [3, 2, 1]


@pytest.fixture
def palette(opened: MainWindow) -> Palette:
    opened.actions_["palette"].trigger()
    (palette,) = opened.findChildren(Palette)
    return palette


def names(palette: Palette) -> list[str]:
    return [row.name for row in palette.model.rows]


def test_it_holds_every_command_with_its_key(opened: MainWindow, palette: Palette) -> None:
    own = 1  # the palette does not offer itself, but what can be undone
    assert len(names(palette)) == len(opened.actions_.all()) - own + len({"undo", "redo"})
    spoken = [
        palette.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(palette.model.rowCount())
    ]
    assert any(text.startswith("Swap panes. Compare. Ctrl+Shift+X") for text in spoken)


def test_return_does_the_command(opened: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, "dark")
    assert names(palette)[0] == "Dark"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.look.theme.name == "dark")
    qtbot.waitUntil(lambda: not opened.findChildren(Palette))


def test_arrows_pass_what_cannot_be_done(opened: MainWindow, palette: Palette) -> None:
    importing = tuple(
        name for name, action in opened.actions_.all().items() if "mport" in action.text()
    )
    opened.actions_.enable(importing, enabled=False)
    palette.field.setText("import")
    assert not palette.view.currentIndex().isValid()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.field.setText("")
    first = palette.view.currentIndex().row()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.view.currentIndex().row() > first
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == first
    opened.actions_.enable(importing, enabled=True)


def test_nothing_found_is_said(palette: Palette) -> None:
    palette.field.setText("zzz")
    assert palette.model.rowCount() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
