"""From launch to a hand-out, through the real window, with the keyboard."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.export.flow import of_comparison
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side

MARK_SECONDS = 3
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shows_its_take(pane: ReadingPane) -> bool:
    target = pane.target()
    if target is None:
        return False
    viewport = QRectF(pane.browser.viewport().rect())
    return viewport.contains(pane.browser.visible_rect_of(target))


def shows_a_hit(pane: ReadingPane) -> bool:
    return pane.content is not None and bool(pane.content.hits)


def has_pinned(window: MainWindow, count: int) -> bool:
    return window.rooms.strip.model.rowCount() == count


def test_first_light(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.perf_counter()
    rooms, panes = window.rooms, window.rooms.pair.panes
    qtbot.waitUntil(lambda: window.desk.view is not None and window.board.comparison is not None)
    qtbot.waitUntil(rooms.sidebar.point_view.hasFocus)

    QTest.keyClick(rooms.sidebar.point_view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(shows_its_take(pane) for pane in panes.values()))
    takes = {side: take for side in Side if (take := window.desk.take_in(side)) is not None}
    assert takes[Side.A].outlet.name == "Polityka"
    assert takes[Side.B].outlet.name == "South China Morning Post"
    assert window.desk.view is not None
    on_point = {entry.take.id for entry in window.desk.view.takes}
    assert {takes[Side.A].id, takes[Side.B].id} <= on_point

    def are_level() -> bool:
        tops = [
            pane.browser.visible_rect_of(target).top()
            for pane in panes.values()
            if (target := pane.target()) is not None
        ]
        return len(tops) == len(panes) and max(tops) - min(tops) < 2

    qtbot.waitUntil(are_level)

    QTest.keyClick(window, Qt.Key.Key_L, Control)
    qtbot.waitUntil(window.field.hasFocus)
    QTest.keyClicks(window.field, "mineral resources")
    qtbot.waitUntil(lambda: rooms.results.model.rowCount() > 0)
    QTest.keyClick(window.field, Qt.Key.Key_Return, Control)
    qtbot.waitUntil(lambda: shows_a_hit(panes[Side.B]))
    qtbot.waitUntil(lambda: shows_its_take(panes[Side.B]))
    assert window.desk.take_in(Side.A) == takes[Side.A], "the focused pane stays as it was"
    QTest.keyClick(window.field, Qt.Key.Key_Escape)

    for count, side in enumerate((Side.A, Side.B), start=1):
        rooms.pair.focus_side(side)
        QTest.keyClick(window, Qt.Key.Key_D, Control)
        qtbot.waitUntil(partial(has_pinned, window, count))
    window.board.stack.undo()
    qtbot.waitUntil(lambda: rooms.strip.model.rowCount() == 1)
    window.board.stack.redo()
    qtbot.waitUntil(lambda: rooms.strip.model.rowCount() == 2)

    QTest.keyClick(window, Qt.Key.Key_C, Control | Shift)
    qtbot.waitUntil(lambda: "eurotopics" in QGuiApplication.clipboard().text())

    for suffix in ("md", "html"):
        path = tmp_path / f"board.{suffix}"
        comparison = window.board.comparison
        assert comparison is not None
        window.hand_out.export_to(of_comparison(comparison), path)
        qtbot.waitUntil(path.exists)
        text = path.read_text(encoding="utf-8")
        assert "100,000 tonnes of flour" in text
        assert "Sky News" in text
    with capsys.disabled():
        seconds = time.perf_counter() - began
        print(f"\njourney: {seconds:.2f} s (the mark is {MARK_SECONDS} s)")  # noqa: T201  # a figure, not a verdict
