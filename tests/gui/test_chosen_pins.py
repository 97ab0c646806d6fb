"""Pinning what is chosen in a list, without opening it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from summit_reader.domain.comparison import Clipping
from summit_reader.domain.search import Hit
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.search.model import HitRow
from summit_reader.gui.takes.model import ProposalRow as Proposed
from summit_reader.gui.takes.model import TakeRow
from summit_reader.gui.widgets.rows import VALUE, RowView

CONTROL = Qt.KeyboardModifier.ControlModifier


def press_pin(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_D, CONTROL)


def pinned(window: MainWindow) -> tuple[Clipping, ...]:
    return window.board.comparison.clippings if window.board.comparison is not None else ()


def choose(view: RowView, row: int) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))


def rows_of(window: MainWindow, kind: type) -> list[int]:
    model = window.rooms.takes.model
    rows = range(model.rowCount())
    return [row for row in rows if isinstance(model.index(row).data(VALUE), kind)]


def look_for(window: MainWindow, qtbot: QtBot, query: str) -> None:
    window.field.setFocus()
    window.field.setText(query)
    qtbot.waitUntil(lambda: window.rooms.results.query == query)
    qtbot.waitUntil(lambda: window.rooms.results.model.rowCount() > 0)


def hit_at(window: MainWindow) -> Hit:
    row = window.rooms.results.view.currentIndex().data(VALUE)
    assert isinstance(row, HitRow)
    return row.hit


def test_the_take_chosen_in_the_list_is_pinned_and_not_opened(
    paired: MainWindow, qtbot: QtBot
) -> None:
    view, before = paired.rooms.takes.view, paired.desk.sides()
    choose(view, 3)
    row = view.currentIndex().data(VALUE)
    assert isinstance(row, TakeRow)
    assert row.take.id not in before
    press_pin(view)
    qtbot.waitUntil(lambda: [card.take.id for card in pinned(paired)] == [row.take.id])
    assert paired.desk.sides() == before
    press_pin(view)
    qtbot.waitUntil(lambda: pinned(paired) == ())
    paired.board.stack.undo()
    assert [card.take.id for card in pinned(paired)] == [row.take.id]


def test_with_the_focus_in_a_text_the_take_of_its_pane_is_pinned(
    paired: MainWindow, qtbot: QtBot
) -> None:
    choose(paired.rooms.takes.view, 3)
    pane = paired.rooms.pair.focused_pane
    pane.browser.setFocus()
    assert pane.content is not None
    assert pane.content.take is not None
    press_pin(pane.browser)
    qtbot.waitUntil(lambda: len(pinned(paired)) == 1)
    assert pinned(paired)[0].take.id == pane.content.take.id


@pytest.mark.parametrize("of_passage", [True, False])
def test_a_proposal_is_accepted_and_pinned_in_one_step(
    paired: MainWindow, qtbot: QtBot, *, of_passage: bool
) -> None:
    window, view = paired, paired.rooms.takes.view
    window.rooms.sidebar.step_point(2)

    def found() -> list[int]:
        values = (
            (row, view.model().index(row, 0).data(VALUE)) for row in rows_of(window, Proposed)
        )
        return [row for row, one in values if (one.proposal.take is None) is of_passage]

    def on_point() -> set[int]:
        shown = window.desk.view
        return {entry.take.id for entry in shown.takes} if shown is not None else set()

    first = on_point()
    # The list goes along with the panes until they show the pair of the point.
    qtbot.waitUntil(lambda: on_point() != first and {*window.desk.sides()} <= on_point())
    qtbot.waitUntil(lambda: bool(found()), timeout=15_000)
    before = on_point()
    row = found()[0]
    proposal = view.model().index(row, 0).data(VALUE).proposal
    choose(view, row)
    steps = window.board.stack.index()
    press_pin(view)
    qtbot.waitUntil(lambda: len(pinned(window)) == 1)
    take = pinned(window)[0].take
    assert take.text in proposal.part.text or proposal.take is not None
    qtbot.waitUntil(lambda: on_point() == before | {take.id})
    assert window.board.stack.index() == steps + 1
    window.board.stack.undo()
    assert pinned(window) == ()
    qtbot.waitUntil(lambda: on_point() == before)
    window.board.stack.redo()
    qtbot.waitUntil(lambda: on_point() == before | {take.id})
    assert [card.take.id for card in pinned(window)] == [take.id]


def test_a_take_that_was_found_is_pinned_from_the_field(paired: MainWindow, qtbot: QtBot) -> None:
    before = paired.desk.sides()
    look_for(paired, qtbot, "flour")
    QTest.keyClick(paired.field, Qt.Key.Key_Down)
    hit = hit_at(paired)
    assert hit.take_id is not None
    press_pin(paired.field)
    qtbot.waitUntil(lambda: [card.take.id for card in pinned(paired)] == [hit.take_id])
    assert paired.field.hasFocus()
    assert paired.desk.sides() == before
    press_pin(paired.field)
    qtbot.waitUntil(lambda: pinned(paired) == ())


def test_the_headline_of_a_take_stands_for_the_take(paired: MainWindow, qtbot: QtBot) -> None:
    look_for(paired, qtbot, "flour")
    assert hit_at(paired).take_id is None
    press_pin(paired.rooms.results.view)
    qtbot.waitUntil(lambda: [c.take.headline for c in pinned(paired)] == ["Kim begging for flour"])
    press_pin(paired.field)
    qtbot.waitUntil(lambda: pinned(paired) == ())


def test_a_passage_that_was_found_becomes_a_take_and_is_pinned(
    paired: MainWindow, qtbot: QtBot
) -> None:
    look_for(paired, qtbot, "nuclear")
    view = paired.rooms.results.view
    model = paired.rooms.results.model
    rows = range(model.rowCount())
    plain = [
        row
        for row in rows
        if (hit := model.index(row).data(VALUE).hit).take_id is None and not hit.removed
    ]
    choose(view, plain[0])
    found = hit_at(paired)
    press_pin(view)
    qtbot.waitUntil(lambda: len(pinned(paired)) == 1)
    take = pinned(paired)[0].take
    assert take.article_id == found.article_id
    qtbot.waitUntil(lambda: hit_at(paired).take_id == take.id)
    assert hit_at(paired).source == found.source
    press_pin(view)
    qtbot.waitUntil(lambda: pinned(paired) == ())
    paired.board.stack.undo()
    paired.board.stack.undo()
    assert pinned(paired) == ()
    qtbot.waitUntil(lambda: hit_at(paired).take_id is None)


def test_the_menus_of_both_lists_pin(paired: MainWindow) -> None:
    for view in (paired.rooms.takes.view, paired.rooms.results.view):
        assert paired.actions_["pin"] in view.actions()
        assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
