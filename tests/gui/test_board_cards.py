"""What stands on a card of the board, and where a click on it goes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.board.commands import BoardFlow
from summit_reader.gui.board.wording import lines_of
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.rows import VALUE


def test_a_click_on_the_way_of_the_words_goes_to_the_sentence(
    opened: MainWindow, qtbot: QtBot, board_page: BoardFlow
) -> None:
    view = board_page.page.view
    index = view.model().index(0, 0)
    card, box = index.data(VALUE), view.visualRect(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(40, 20))
    assert view.current_card() == card
    assert board_page.page.isVisible(), "elsewhere a click only chooses"
    way = view.cards.way_back(card, box).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=way)
    qtbot.waitUntil(lambda: card.take.id in opened.desk.sides())
    assert not board_page.page.isVisible()


def test_a_note_of_two_lines_is_set_in_two(board_page: BoardFlow) -> None:
    view, model = board_page.page.view, board_page.page.model
    heights = []
    for note in ("one", "one\n\ntwo"):
        board = model.board
        card = replace(board.clippings[0], note=note)
        model.show(replace(board, clippings=(card, *board.clippings[1:])))
        heights.append(view.cards.row_height(0, view.card_width))
    assert heights[1] > heights[0]
    assert lines_of("one\n\ntwo").split("\N{LINE SEPARATOR}") == ["one", "two"]
