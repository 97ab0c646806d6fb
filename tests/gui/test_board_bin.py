"""Comparisons into the bin, out of it, and out of the library for good."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.domain.comparison import BoardSummary, Comparison
from summit_reader.gui.board.commands import BoardFlow
from summit_reader.gui.main_window import MainWindow


def board_of(window: MainWindow) -> Comparison:
    assert window.board.comparison is not None
    return window.board.comparison


def test_a_comparison_goes_into_the_bin_by_its_name_and_comes_back(
    opened: MainWindow, qtbot: QtBot, board_page: BoardFlow
) -> None:
    opened.board.rename("Who pays?")
    first = board_of(opened)
    opened.actions_["delete_comparison"].trigger()
    box = opened.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "Delete the comparison “Who pays?” and its 4 clippings?"
    next(one for one in box.buttons() if one.text() == "Delete").click()
    qtbot.waitUntil(lambda: board_of(opened).id != first.id)
    qtbot.waitUntil(
        lambda: any(getattr(one, "is_binned", False) for one in board_page.page.lists.rows)
    )
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: board_of(opened) == first)


def test_what_is_in_the_bin_is_deleted_for_good_after_a_question(
    opened: MainWindow, qtbot: QtBot, board_page: BoardFlow
) -> None:
    first = board_of(opened)
    opened.board.rename("Who pays?")
    lists, view = board_page.page.lists, board_page.page.list_view

    def make(name: str) -> None:
        opened.board.create(name)
        qtbot.waitUntil(lambda: (name, False) in rows())

    def answer(verb: str) -> str:
        (box,) = (one for one in opened.findChildren(QMessageBox) if one.isVisible())
        asked = box.text()
        next(one for one in box.buttons() if one.text() == verb).click()
        return asked

    def rows() -> list[tuple[str, bool]]:
        return [(one.name, one.is_binned) for one in lists.rows if isinstance(one, BoardSummary)]

    def press_delete_on_first() -> None:
        opened.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        row = lists.row_of(first.id)
        assert row is not None
        view.setCurrentIndex(lists.index(row))
        QTest.keyClick(view, Qt.Key.Key_Delete)

    make("Second")
    make("Third")
    press_delete_on_first()
    assert answer("Delete") == "Delete the comparison “Who pays?” and its 4 clippings?"
    qtbot.waitUntil(lambda: ("Who pays?", True) in rows())
    assert board_of(opened).name == "Third", "the one that is open stays open"
    press_delete_on_first()
    asked = "Delete the comparison “Who pays?” for good, with 4 clippings?"
    assert answer("Cancel") == asked
    opened.actions_["delete_comparison"].trigger()
    assert answer("Delete") == "Delete the comparison “Third”?"
    qtbot.waitUntil(lambda: ("Third", True) in rows())
    opened.actions_["empty_comparisons"].trigger()
    asked = "Delete 2 comparisons in the bin for good, with 4 clippings?"
    assert answer("Delete for good") == asked
    qtbot.waitUntil(lambda: rows() == [("Second", False)])
    assert not opened.board.stack.canUndo()
    opened.actions_["empty_comparisons"].trigger()
    assert board_page.toast.accessibleName() == "No comparison is in the bin."


def test_the_list_offers_what_can_be_done_with_its_row(
    opened: MainWindow, qtbot: QtBot, board_page: BoardFlow
) -> None:
    board = board_of(opened)
    opened.board.create("Second")
    qtbot.waitUntil(lambda: board_of(opened).name == "Second")
    opened.board.throw_away(board.id)
    view, lists = board_page.page.list_view, board_page.page.lists

    def binned() -> list[BoardSummary]:
        return [one for one in lists.rows if isinstance(one, BoardSummary) and one.is_binned]

    qtbot.waitUntil(lambda: len(binned()) == 1)
    spot = view.visualRect(lists.index(lists.row_of(board.id) or 0)).center()
    view.customContextMenuRequested.emit(spot)
    (menu,) = (one for one in view.findChildren(QMenu) if one.isVisible())
    out, erase = menu.actions()[:2]
    assert (out.text(), erase.text()) == ("Take out of the bin", "Delete for good…")
    out.trigger()
    menu.close()
    qtbot.waitUntil(lambda: board_of(opened).id == board.id)
    qtbot.waitUntil(lambda: not binned())
