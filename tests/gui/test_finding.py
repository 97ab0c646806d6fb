"""Finding in the text of a pane, and stepping through the hits of a search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.pane import ReadingPane
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


def find(window: MainWindow, words: str) -> ReadingPane:
    window.actions_["find"].trigger()
    pane = window.rooms.pair.focused_pane
    QTest.keyClicks(pane.find_bar.field, words)
    return pane


def test_what_is_found_stays_marked_when_the_text_is_shown_again(
    paired: MainWindow, qtbot: QtBot
) -> None:
    pane = find(paired, "kim")
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
    said, place = says(paired, Side.A), pane.browser.verticalScrollBar().value()
    content = pane.content
    paired.desk.reload_text(Side.A)
    qtbot.waitUntil(lambda: pane.content is not content)
    assert pane.find_bar.field.hasFocus()
    assert says(paired, Side.A) == said
    assert len(pane.browser.extraSelections()) == int(said.split(" of ")[1])
    assert pane.browser.verticalScrollBar().value() == place
    assert pane.content is not None
    other = next(id_ for id_ in (1, 5) if id_ != pane.content.article.id)
    paired.desk.open_text(other, Side.A)
    qtbot.waitUntil(lambda: not pane.find_bar.isVisible())


def test_f3_asks_for_words_where_nothing_is_marked(paired: MainWindow) -> None:
    QTest.keyClick(paired.rooms.takes.view, Qt.Key.Key_F3)
    assert paired.rooms.pair.panes[Side.A].find_bar.field.hasFocus()


def test_find_goes_to_the_text_from_a_page_that_hides_it(paired: MainWindow, qtbot: QtBot) -> None:
    paired.actions_["articles"].trigger()
    qtbot.waitUntil(lambda: not paired.rooms.pair.isVisible())
    paired.actions_["find"].trigger()
    assert paired.rooms.pair.panes[Side.A].find_bar.field.hasFocus()


def test_without_a_text_there_is_nothing_to_find_in(opened: MainWindow) -> None:
    opened.actions_["find"].trigger()
    assert opened.toast.accessibleName().startswith("Open a text first")


def test_escape_in_the_text_leaves_what_was_found_step_by_step(
    paired: MainWindow, qtbot: QtBot
) -> None:
    paired.field.setText("sanctions")
    qtbot.waitUntil(lambda: paired.rooms.results.model.rowCount() > 0)
    pane = find(paired, "kim")
    pane.browser.setFocus()
    QTest.keyClick(pane.browser, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert paired.rooms.results.isVisible()
    QTest.keyClick(pane.browser, Qt.Key.Key_Escape)
    assert not paired.rooms.results.isVisible()
    assert paired.field.text() == ""
    assert pane.browser.hasFocus()


def test_the_next_pane_is_counted_from_where_the_focus_is(paired: MainWindow) -> None:
    pane = find(paired, "kim")
    assert pane.find_bar.field.hasFocus()
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_F6)
    assert paired.rooms.pair.panes[Side.B].browser.hasFocus()
    pane.header.outlet.setFocus()
    QTest.keyClick(pane.header.outlet, Qt.Key.Key_F6, Shift)
    assert paired.rooms.takes.view.hasFocus()
