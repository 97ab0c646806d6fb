"""The comparison as a page: by keyboard, by mouse, in the reader's order, all of it undoable."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.arrangement import Place, places_of
from summit_reader.domain.comparison import Colour, Comparison
from summit_reader.domain.relation import Relation
from summit_reader.gui.board.commands import BoardFlow
from summit_reader.gui.board.dropping import card_dragged, dropped_card, row_dragged
from summit_reader.gui.board.lists import TagRow
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.rows import VALUE

Shown = Callable[[], list[list[str]]]
CONTROL = Qt.KeyboardModifier.ControlModifier
CHARS = Qt.ItemDataRole.AccessibleTextRole


def kept(window: MainWindow) -> Comparison:
    services = window.session.services
    assert services is not None
    return services.pinning.current()


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the library has what the window shows."""
    qtbot.waitUntil(lambda: kept(window) == window.board.comparison)


@pytest.fixture
def flow(opened: MainWindow, qtbot: QtBot) -> BoardFlow:
    """The page, open on four takes in two rows, called "0" to "3"."""

    def pin(services: Services) -> Comparison:
        board = services.pinning.current()
        takes = [each.take.id for each in services.comparing.view(1).takes]
        for number in range(4):
            board = services.pinning.pin(board.id, str(uuid4()), takes[number], number % 2)
        return board

    opened.session.write(pin, opened.board.show_kept)
    qtbot.waitUntil(lambda: len(board_of(opened).cards) == 4)
    opened.actions_["board"].trigger()
    flow = opened.pages.board
    qtbot.waitUntil(lambda: flow.page.lists.rowCount() > 0)
    assert flow.page.view.hasFocus()
    return flow


def board_of(window: MainWindow) -> Comparison:
    board = window.board.comparison
    assert board is not None
    return board


@pytest.fixture
def ids(opened: MainWindow, flow: BoardFlow) -> list[str]:
    return [card.id for card in board_of(opened).cards]


@pytest.fixture
def shown(opened: MainWindow, ids: list[str]) -> Shown:
    """The cards by their first numbers in rows and columns; a dot for an empty place."""

    def rows() -> list[list[str]]:
        board = board_of(opened)
        made = [["."] * board.columns for _ in range(board.rows)]
        for card_id, place in places_of(board).items():
            made[place.row][place.column] = str(ids.index(card_id)) if card_id in ids else "+"
        return made

    return rows


def press(flow: BoardFlow, name: str) -> None:
    """Press the key of a command."""
    action = flow.page.window().findChild(type(flow.page.view.actions()[0]), name)
    assert action is not None
    action.trigger()


def dropped(flow: BoardFlow, data: QMimeData, at: QPoint) -> None:
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    flow.page.view.dropEvent(event)


def middle(flow: BoardFlow, row: int, column: int) -> QPoint:
    view = flow.page.view
    return view.visualRect(view.model().index(row, 2 * column)).center()


def test_arrows_move_a_card_and_undo_brings_it_back(
    opened: MainWindow, qtbot: QtBot, flow: BoardFlow, ids: list[str], shown: Shown
) -> None:
    assert shown() == [["0", "1"], ["2", "3"]]
    flow.page.view.choose(ids[0])
    press(flow, "move_right")
    assert shown() == [["1", "0"], ["2", "3"]]
    press(flow, "move_down")
    assert shown() == [["1", "3"], ["2", "0"]]
    card = flow.page.view.current_card()
    assert card is not None
    assert card.id == ids[0], "the card stays chosen wherever it goes"
    press(flow, "move_down")
    assert shown() == [["1", "3"], ["2", "."], [".", "0"]]
    press(flow, "row_up")
    assert shown() == [["1", "3"], [".", "0"], ["2", "."]]
    settled(opened, qtbot)
    for _ in range(4):
        opened.board.stack.undo()
    assert shown() == [["0", "1"], ["2", "3"]]
    settled(opened, qtbot)


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, CONTROL])
def test_the_keys_are_arrows_in_both_directions(
    opened: MainWindow,
    flow: BoardFlow,
    ids: list[str],
    shown: Shown,
    held: Qt.KeyboardModifier,
) -> None:
    flow.page.view.choose(ids[3])
    keys = held | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(flow.page.view, Qt.Key.Key_Up, keys)
    QTest.keyClick(flow.page.view, Qt.Key.Key_Left, keys)
    assert shown() == [["3", "0"], ["2", "1"]]
    QTest.keyClick(flow.page.view, Qt.Key.Key_Right, keys)
    QTest.keyClick(flow.page.view, Qt.Key.Key_Down, keys)
    assert shown() == [["0", "1"], ["2", "3"]]
    assert opened.board.stack.count() == 4


def test_columns_move_with_their_titles(
    opened: MainWindow, flow: BoardFlow, ids: list[str], shown: Shown
) -> None:
    opened.board.set_titles(("Asking", "Holding back"))
    flow.page.view.choose(ids[0])
    press(flow, "column_right")
    assert shown() == [["1", "0"], ["3", "2"]]
    assert board_of(opened).titles == ("Holding back", "Asking")
    opened.board.stack.undo()
    assert shown() == [["0", "1"], ["2", "3"]]
    assert board_of(opened).titles == ("Asking", "Holding back")


def test_a_card_is_dropped_on_another_between_rows_and_at_the_end(
    opened: MainWindow, flow: BoardFlow, ids: list[str], shown: Shown
) -> None:
    view = flow.page.view
    dropped(flow, card_dragged(ids[0]), middle(flow, 1, 1))
    assert shown() == [["3", "1"], ["2", "0"]]
    top = view.visualRect(view.model().index(1, 0)).topLeft()
    dropped(flow, card_dragged(ids[1]), top + QPoint(30, 2))
    assert shown() == [["3", "."], ["1", "."], ["2", "0"]]
    dropped(flow, card_dragged(ids[3]), middle(flow, 3, 1))
    assert shown() == [["1", "."], ["2", "0"], [".", "3"]]


def test_what_was_pressed_is_dragged(
    flow: BoardFlow, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, carried = flow.page.view, []

    def stand_in(drag: QDrag, *_: object) -> Qt.DropAction:
        carried.append(dropped_card(drag.mimeData()))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", stand_in)
    view.choose(ids[3])
    start = middle(flow, 0, 0)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(start + QPoint(40, 40)),
        QPointF(start + QPoint(40, 40)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.mouseMoveEvent(moved)
    assert carried == [ids[0]]


def test_a_row_is_dragged_whole(flow: BoardFlow, shown: Shown) -> None:
    dropped(flow, row_dragged(0), middle(flow, 2, 0))
    assert shown() == [["2", "3"], ["0", "1"]]


def test_text_from_outside_becomes_a_card_without_a_take(
    opened: MainWindow, qtbot: QtBot, flow: BoardFlow, shown: Shown
) -> None:
    data = QMimeData()
    data.setText("  Heard on the radio.\n")
    dropped(flow, data, middle(flow, 2, 1))
    assert shown() == [["0", "1"], ["2", "3"], [".", "+"]]
    (loose,) = board_of(opened).loose
    assert loose.words == "Heard on the radio."
    spoken = flow.page.view.currentIndex().data(CHARS)
    assert "Words from outside" in spoken
    assert "No source" in spoken
    flow.page.view.open(flow.page.view.currentIndex(), across=False)
    assert flow.page.isVisible(), "there is no sentence to go to"
    settled(opened, qtbot)
    opened.board.stack.undo()
    assert board_of(opened).loose == ()


def test_pasted_text_gets_a_row_of_its_own_where_a_card_stands(
    opened: MainWindow, flow: BoardFlow, ids: list[str], shown: Shown
) -> None:
    QGuiApplication.clipboard().setText("Pasted words")
    flow.page.view.choose(ids[1])
    QTest.keyClick(flow.page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown() == [["0", "1"], ["2", "3"], [".", "+"]]
    assert [card.words for card in board_of(opened).loose] == ["Pasted words"]


def test_files_are_left_to_the_window(flow: BoardFlow, shown: Shown) -> None:
    data = QMimeData()
    data.setText("file:///tmp/a.html")
    data.setUrls([QUrl("file:///tmp/a.html")])
    dropped(flow, data, middle(flow, 2, 1))
    assert shown() == [["0", "1"], ["2", "3"]]


def test_a_relation_is_said_between_neighbours(
    opened: MainWindow, qtbot: QtBot, flow: BoardFlow, ids: list[str]
) -> None:
    view = flow.page.view
    view.setCurrentIndex(view.model().index(0, 1))
    assert view.currentIndex().data(CHARS) == "No relation said"
    press(flow, "relate_contradicts")
    assert view.currentIndex().data(CHARS) == "Relation: contradicts"
    view.choose(ids[3])
    press(flow, "relate_adds")
    settled(opened, qtbot)
    assert {said.relation for said in kept(opened).relations} == {
        Relation.CONTRADICTS,
        Relation.ADDS,
    }
    opened.board.stack.undo()
    opened.board.stack.undo()
    settled(opened, qtbot)
    assert kept(opened).relations == ()


def test_notes_tags_and_colours_are_written_beside_the_cards(
    opened: MainWindow, qtbot: QtBot, flow: BoardFlow, ids: list[str]
) -> None:
    aside = flow.page.aside
    flow.page.view.choose(ids[0])
    press(flow, "edit_note")
    assert aside.note.hasFocus()
    QTest.keyClicks(aside.note, "Flour.")
    press(flow, "edit_tags")
    assert aside.tags.hasFocus()
    QTest.keyClicks(aside.tags, "aid, to check,  aid")
    QTest.keyClick(aside.tags, Qt.Key.Key_Return)
    press(flow, "colour_green")
    settled(opened, qtbot)
    card = kept(opened).card(ids[0])
    assert card is not None
    assert (card.note, card.tags, card.colour) == ("Flour.", ("aid", "to check"), Colour.GREEN)
    spoken = flow.page.view.currentIndex().data(CHARS)
    assert "Note: Flour." in spoken
    assert "Tags: aid, to check. Colour: Green" in spoken
    flow.page.view.choose(ids[1])
    assert (aside.note.words, aside.tags.text(), aside.colour.currentIndex()) == ("", "", 0)


def test_a_tag_narrows_the_rows_and_says_so(
    opened: MainWindow, flow: BoardFlow, ids: list[str]
) -> None:
    opened.board.set_tags(ids[2], ("aid",))
    page = flow.page
    row = next(at for at, one in enumerate(page.lists.rows) if isinstance(one, TagRow))
    page.list_view.activated.emit(page.lists.index(row))
    assert page.view.isRowHidden(0)
    assert not page.view.isRowHidden(1)
    assert "only these are shown" in page.lists.index(row).data(CHARS)
    page.list_view.activated.emit(page.lists.index(row))
    assert not page.view.isRowHidden(0)


def test_a_title_is_written_above_its_column(
    opened: MainWindow, flow: BoardFlow, ids: list[str]
) -> None:
    flow.page.view.choose(ids[1])
    press(flow, "title_column")
    editor = flow.page.view.head.editor
    assert editor is not None
    QTest.keyClicks(editor, "Holding back")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert board_of(opened).title(1) == "Holding back"
    assert flow.page.view.hasFocus()
    press(flow, "title_column")
    QTest.keyClicks(editor, "Other")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert board_of(opened).title(1) == "Holding back"


def test_columns_are_added_up_to_six_and_taken_away_when_empty(
    opened: MainWindow, flow: BoardFlow
) -> None:
    for _ in range(9):
        press(flow, "add_column")
    assert board_of(opened).columns == 6
    opened.board.arrange({board_of(opened).cards[0].id: Place(0, 5)})
    press(flow, "remove_column")
    assert board_of(opened).columns == 6
    opened.board.stack.undo()
    for _ in range(9):
        press(flow, "remove_column")
    assert board_of(opened).columns == 2


def test_enter_and_a_double_click_go_to_the_sentence(
    opened: MainWindow, qtbot: QtBot, flow: BoardFlow, ids: list[str]
) -> None:
    card = board_of(opened).clippings[1]
    flow.page.view.choose(ids[1])
    QTest.keyClick(flow.page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.take_in(opened.rooms.pair.side) == card.take)
    assert not flow.page.isVisible()
    opened.actions_["board"].trigger()
    viewport = flow.page.view.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle(flow, 0, 0))
    first = board_of(opened).clippings[0]
    qtbot.waitUntil(lambda: opened.desk.take_in(opened.rooms.pair.side) == first.take)


def test_blind_reading_holds_on_the_board(opened: MainWindow, flow: BoardFlow) -> None:
    names = {clipping.take.outlet.name for clipping in board_of(opened).clippings}
    opened.actions_["blind"].trigger()
    model, sources = flow.page.model, flow.page.aside.sources
    told = " ".join(
        str(model.index(row, column).data(CHARS)) for row in range(2) for column in (0, 2)
    )
    told += " ".join(map(sources.spoken, sources.rows))
    assert sources.rows
    assert not [name for name in names if name in told]


def test_an_edit_of_another_comparison_is_taken_back_there(
    opened: MainWindow, qtbot: QtBot, flow: BoardFlow, ids: list[str], shown: Shown
) -> None:
    flow.page.view.choose(ids[0])
    press(flow, "move_right")
    first = board_of(opened).id
    opened.board.create("Second")
    qtbot.waitUntil(lambda: board_of(opened).name == "Second")
    opened.board.use(first)
    qtbot.waitUntil(lambda: board_of(opened).id == first)
    press(flow, "next_comparison")
    qtbot.waitUntil(lambda: board_of(opened).name == "Second")
    opened.board.stack.undo()  # the new comparison goes into the bin
    qtbot.waitUntil(lambda: board_of(opened).id == first)
    opened.board.use(first)
    opened.board.stack.undo()
    qtbot.waitUntil(lambda: shown() == [["0", "1"], ["2", "3"]])
    settled(opened, qtbot)


def test_an_empty_place_says_so(flow: BoardFlow) -> None:
    last = flow.page.model.index(2, 2)
    assert last.data(VALUE) is None
    assert last.data(CHARS) == "Empty place, row 3, column B"


def test_the_heads_are_told_of_every_change(
    opened: MainWindow, flow: BoardFlow, qtbot: QtBot
) -> None:
    model, told = flow.page.model, list[tuple[int, int]]()
    model.headerDataChanged.connect(lambda _, first, last: told.append((first, last)))
    opened.board.unpin(board_of(opened).cards[-1].id)
    qtbot.waitUntil(lambda: (0, model.columnCount() - 1) in told)
