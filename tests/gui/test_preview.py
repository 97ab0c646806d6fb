"""What stands in the place of the panes before the first pair is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow


def test_where_the_points_are_folded_away_enter_opens_the_pair_all_the_same(
    new_window: Callable[[], MainWindow], sample_copy: Path, qtbot: QtBot
) -> None:
    window = new_window()
    window.resize(1024, 700)
    window.open_library(sample_copy, sample=True)
    preview = window.rooms.preview
    qtbot.waitUntil(lambda: window.desk.view is not None and preview.hasFocus())
    assert not window.rooms.sidebar.isVisible()
    QTest.keyClick(preview, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.desk.sides()) == 2)


def test_a_window_made_narrow_keeps_enter_for_the_pair(opened: MainWindow, qtbot: QtBot) -> None:
    opened.resize(1024, 700)
    qtbot.waitUntil(opened.rooms.preview.hasFocus)
    QTest.mouseClick(opened.rooms.preview, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened.desk.sides()) == 2)
