"""Finding in the text of a pane, and stepping through the hits of a search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.labels import ElidedLabel
from summit_reader.gui.widgets.sides import Side

Shift = Qt.KeyboardModifier.ShiftModifier


def says(window: MainWindow, side: Side) -> str:
    bar = window.rooms.pair.panes[side].find_bar
    return " ".join(label.text() for label in bar.findChildren(ElidedLabel))


def test_find_counts_and_steps_round_the_ends(paired: MainWindow) -> None:
    paired.actions_["find"].trigger()
    pane = paired.rooms.pair.panes[Side.A]
    assert pane.find_bar.field.hasFocus()
    QTest.keyClicks(pane.find_bar.field, "kim")
    total = int(says(paired, Side.A).split(" of ")[1])
    assert total > 5
    numbers = set()
    for _ in range(total):
        QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
        numbers.add(says(paired, Side.A))
    assert len(numbers) == total
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Return, Shift)
    QTest.keyClicks(pane.find_bar.field, "zeppelin")
    assert says(paired, Side.A) == "Not in this text"
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert pane.browser.extraSelections() == []
    assert pane.browser.hasFocus()


def test_find_goes_to_the_focused_pane(paired: MainWindow) -> None:
    paired.rooms.pair.focus_side(Side.B)
    paired.actions_["find"].trigger()
    assert paired.rooms.pair.panes[Side.B].find_bar.field.hasFocus()
    assert not paired.rooms.pair.panes[Side.A].find_bar.isVisible()


def test_an_opened_hit_shows_all_its_matches(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("sanctions")
    qtbot.waitUntil(lambda: opened.rooms.results.model.rowCount() > 0)
    opened.rooms.results.open_current(across=False)
    qtbot.waitUntil(lambda: says(opened, Side.A).startswith("Hit 1 of "))
    before = opened.rooms.pair.panes[Side.A].browser.verticalScrollBar().value()
    opened.actions_["find_next"].trigger()
    assert says(opened, Side.A).startswith("Hit 2 of ")
    assert opened.rooms.pair.panes[Side.A].browser.verticalScrollBar().value() > before
    opened.actions_["find_previous"].trigger()
    assert says(opened, Side.A).startswith("Hit 1 of ")
