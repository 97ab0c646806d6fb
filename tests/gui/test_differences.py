"""Differences as facts, and the reader's own word on how two takes stand to each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.domain.relation import Relation
from summit_reader.gui.differences.dialog import DifferencesDialog
from summit_reader.gui.differences.wording import RELATION_ICONS, RELATIONS
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

Control, Alt, Shift = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def dialog_of(window: MainWindow) -> DifferencesDialog:
    dialog = window.compare.differences.dialog
    assert dialog is not None
    return dialog


def text_of(window: MainWindow) -> str:
    return dialog_of(window).table.toPlainText()


@pytest.fixture
def shown(beside: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window of differences on the two takes with the same words."""
    beside.actions_["next_pair"].trigger()
    qtbot.waitUntil(lambda: len(beside.desk.sides()) == 2)
    QTest.keyClick(beside, Qt.Key.Key_J, Control | Shift)
    qtbot.waitUntil(lambda: "Both" in text_of(beside))
    return beside


def relation_of(window: MainWindow) -> Relation | None:
    one, other = (window.desk.take_in(side) for side in (Side.A, Side.B))
    assert one is not None
    assert other is not None
    assert window.session.services is not None
    found = window.session.services.deciding.relation(one.id, other.id)
    return found.relation if found is not None else None


def test_what_both_have_and_each_has_alone_is_listed(shown: MainWindow) -> None:
    text = text_of(shown)
    assert "Only A" in text
    assert "Only B" in text
    assert "ships" in text
    assert "Words each lets a speaker say" in text
    assert "Ingrid Solberg" in text


def test_whole_texts_can_be_held_against_each_other(shown: MainWindow, qtbot: QtBot) -> None:
    assert "1974" not in text_of(shown)
    dialog_of(shown).whole.click()
    qtbot.waitUntil(lambda: "1974" in text_of(shown))


def test_the_window_follows_the_panes(shown: MainWindow, qtbot: QtBot) -> None:
    before = text_of(shown)
    shown.actions_["next_pair"].trigger()
    qtbot.waitUntil(lambda: text_of(shown) != before)


def test_facts_are_copied_as_text(shown: MainWindow) -> None:
    dialog_of(shown).copy_asked.emit()
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert copied.startswith("A: ")
    assert "\nWords\n" in copied
    assert "only A: " in copied
    assert "Ingrid Solberg: A " in copied


def test_a_relation_is_set_by_key_and_taken_back(shown: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(shown, Qt.Key.Key_2, Control | Alt)
    qtbot.waitUntil(lambda: relation_of(shown) is Relation.CONTRADICTS)
    buttons = dialog_of(shown).relations
    qtbot.waitUntil(buttons[Relation.CONTRADICTS].isChecked)
    assert shown.toast.accessibleName() == "A and B: contradicts."
    shown.board.stack.undo()
    qtbot.waitUntil(lambda: relation_of(shown) is None)
    qtbot.waitUntil(lambda: not buttons[Relation.CONTRADICTS].isChecked())
    shown.board.stack.redo()
    shown.board.stack.undo()
    shown.board.stack.redo()
    qtbot.waitUntil(lambda: relation_of(shown) is Relation.CONTRADICTS)


def test_a_relation_is_set_by_button_and_taken_away(shown: MainWindow, qtbot: QtBot) -> None:
    buttons = dialog_of(shown).relations
    QTest.mouseClick(buttons[Relation.ADDS], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: relation_of(shown) is Relation.ADDS)
    qtbot.waitUntil(buttons[Relation.ADDS].isChecked)
    QTest.mouseClick(buttons[Relation.ADDS], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: relation_of(shown) is None)


def test_passages_have_facts_and_no_relation(beside: MainWindow, qtbot: QtBot) -> None:
    beside.actions_["differences"].trigger()
    qtbot.waitUntil(lambda: "Both" in text_of(beside))
    assert not dialog_of(beside).relations[Relation.AGREES].isEnabled()
    beside.actions_["relate_agrees"].trigger()
    assert beside.toast.accessibleName().startswith("Open a take in both panes first")


def test_escape_closes_the_window_and_unticks_the_command(shown: MainWindow) -> None:
    QTest.keyClick(dialog_of(shown), Qt.Key.Key_Escape)
    assert not dialog_of(shown).isVisible()
    assert not shown.actions_["differences"].isChecked()


def test_every_relation_has_a_word_and_an_icon_of_its_own() -> None:
    assert len(set(RELATIONS.values())) == len(set(RELATION_ICONS.values())) == len(Relation)
