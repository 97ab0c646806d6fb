"""Blind reading: no outlet is named until it is revealed, and no offset moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.gui.grid.model import GridModel
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.naming import OutletNames, redacted
from summit_reader.gui.widgets.sides import Side

Control, Alt, Shift = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TELLING = ("Polityka", "South China Morning Post", "eurotopics", "scmp.com", "a forum post")


@pytest.fixture
def blind(paired: MainWindow) -> MainWindow:
    QTest.keyClick(paired, Qt.Key.Key_B, Control | Shift)
    return paired


def header_of(window: MainWindow, side: Side) -> str:
    """Everything a pane's header shows or speaks."""
    header = window.rooms.pair.panes[side].header
    labels = [f"{one.text()} {one.accessibleName()}" for one in header.findChildren(QLabel)]
    buttons = [
        f"{one.text()} {one.accessibleName()} {one.accessibleDescription()} {one.toolTip()}"
        for one in header.findChildren(QToolButton)
    ]
    menu = header.outlet.menu()
    actions = [action.text() for action in menu.actions()]
    return " ".join((*labels, *buttons, *actions))


def listed(window: MainWindow) -> str:
    model = window.rooms.takes.model
    rows = range(model.rowCount())
    return " ".join(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows)


def test_no_pane_and_no_list_names_an_outlet(blind: MainWindow) -> None:
    shown = header_of(blind, Side.A) + header_of(blind, Side.B) + listed(blind)
    assert not [name for name in TELLING if name in shown]
    assert "Outlet 1" in shown
    assert "Andrei Lankov" in shown, "who speaks is no secret"
    for pane in blind.rooms.pair.panes.values():
        assert "scmp.com" not in pane.browser.toPlainText()


def test_outlet_lines_are_blackened_and_the_body_is_not_touched(blind: MainWindow) -> None:
    pane = blind.rooms.pair.panes[Side.A]
    text = pane.browser.toPlainText()
    assert "Polityka" not in text
    assert "██" in text
    assert "100,000 tonnes of flour" in text
    assert pane.content is not None
    for passage in pane.content.article.passages:
        if passage.kind.value == "body":
            assert passage.cleaned.of(pane.content.article.cleaned.text) in text


def test_marks_stay_where_they_were(paired: MainWindow) -> None:
    pane = paired.rooms.pair.panes[Side.A]
    before = pane.target()
    paired.actions_["blind"].trigger()
    assert pane.target() == before
    assert before is not None
    shown = pane.browser.toPlainText()[before.start : before.end]
    assert shown.startswith("Things are so bad")


def test_a_number_stays_the_same_for_the_run(blind: MainWindow) -> None:
    before = header_of(blind, Side.B)
    blind.actions_["blind"].trigger()
    assert "South China Morning Post" in header_of(blind, Side.B)
    blind.actions_["blind"].trigger()
    assert header_of(blind, Side.B) == before


def test_one_is_revealed_and_the_other_stays_hidden(blind: MainWindow) -> None:
    blind.rooms.pair.focus_side(Side.B)
    QTest.keyClick(blind, Qt.Key.Key_B, Control | Alt)
    assert "South China Morning Post" in header_of(blind, Side.B)
    assert "Polityka" not in header_of(blind, Side.A)
    blind.actions_["reveal_all"].trigger()
    assert "Polityka" in header_of(blind, Side.A)


def test_cards_and_copies_are_blind_too(blind: MainWindow, qtbot: QtBot) -> None:
    blind.actions_["pin"].trigger()
    qtbot.waitUntil(lambda: blind.rooms.strip.model.rowCount() == 1)
    card = blind.rooms.strip.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Polityka" not in card
    blind.actions_["copy_both"].trigger()
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert "flour" in copied
    assert not [name for name in TELLING if name in copied]
    blind.actions_["export"].trigger()
    dialog = blind.hand_out.dialog
    assert dialog is not None
    assert dialog.blind.isChecked()
    assert dialog.chosen_options.blind
    qtbot.waitUntil(lambda: "Outlet" in dialog.preview.toPlainText())
    assert not [name for name in TELLING if name in dialog.preview.toPlainText()]
    dialog.reject()


def test_the_grid_is_blind_too(blind: MainWindow, qtbot: QtBot) -> None:
    blind.actions_["grid"].trigger()
    model = blind.findChild(GridModel)
    assert model is not None
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    role = Qt.ItemDataRole.AccessibleTextRole
    heads = [
        model.headerData(at, Qt.Orientation.Horizontal, role) for at in range(model.columnCount())
    ]
    cells = [
        f"{model.index(row, at).data(each)}"
        for each in (role, Qt.ItemDataRole.ToolTipRole)
        for row in range(model.rowCount())
        for at in range(model.columnCount())
    ]
    assert all(head.startswith("Outlet ") for head in heads)
    assert not [name for name in TELLING for text in (*heads, *cells) if f"via {name}" in text]
    assert not [text for text in cells if "Polityka: " in text]
    blind.actions_["blind"].trigger()
    names = [
        model.headerData(at, Qt.Orientation.Horizontal, role) for at in range(model.columnCount())
    ]
    assert any(name.startswith("Polityka") for name in names)


def in_tool_bar(window: MainWindow) -> set[str]:
    buttons = window.tools.findChildren(QToolButton)
    return {button.text().strip() for button in buttons if button.isVisible()}


def test_that_it_is_on_stands_in_the_tool_bar(blind: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Blind" in in_tool_bar(blind))
    blind.actions_["blind"].trigger()
    qtbot.waitUntil(lambda: "Blind" not in in_tool_bar(blind))


def test_a_byline_goes_with_the_outlet(sample: Services) -> None:
    names = OutletNames()
    names.set_blind(True)
    reporting = next(
        take for take in sample.reading.takes_in(3) if take.outlet.name == "The Guardian"
    )
    shown = names.take(reporting)
    assert shown.outlet.country == ""
    assert "Roth" not in " ".join(voice.name for voice in shown.chain)
    assert names.take(replace(reporting, id=99)).outlet == shown.outlet


@given(st.text(), st.sets(st.text(min_size=1, max_size=8)))
def test_blackening_moves_no_offset(text: str, names: set[str]) -> None:
    assert len(redacted(text, names)) == len(text)


def test_blackening_takes_whole_names_only() -> None:
    assert redacted("AFP and AFPs, afp.", ["AFP"]) == "███ and AFPs, ███."
