"""Takes from the lists onto the pin board: the strip below the panes, and its page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from summit_reader.domain.arrangement import Place
from summit_reader.domain.comparison import Comparison
from summit_reader.gui.board.strip import PinStrip
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.takes.model import TakeRow
from summit_reader.gui.widgets.dragging import TAKE, dragged, dropped
from summit_reader.gui.widgets.rows import VALUE

MOVE = Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def board_of(window: MainWindow) -> Comparison:
    assert window.board.comparison is not None
    return window.board.comparison


def pinned(window: MainWindow) -> list[int]:
    return [clipping.take.id for clipping in board_of(window).clippings]


def has_pinned(window: MainWindow, count: int) -> bool:
    return len(pinned(window)) == count


def takes_listed(window: MainWindow) -> list[int]:
    model = window.rooms.takes.model
    rows = [model.index(row).data(VALUE) for row in range(model.rowCount())]
    return [row.take.id for row in rows if isinstance(row, TakeRow)]


def carried(window: MainWindow, row: int) -> QMimeData:
    """What a drag of that row of the list of takes carries."""
    model = window.rooms.takes.model
    assert model.flags(model.index(row)) & Qt.ItemFlag.ItemIsDragEnabled
    return model.mimeData([model.index(row)])


def enters(widget: QWidget, data: QMimeData, at: QPoint) -> bool:
    event = QDragEnterEvent(at, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def moves(strip: PinStrip, data: QMimeData, at: QPoint) -> None:
    # Sent, it would go to the target of a drag that the system knows of.
    strip.dragMoveEvent(QDragMoveEvent(at, MOVE, data, LEFT, NONE))


def drops(widget: QWidget, data: QMimeData, at: QPoint) -> None:
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), MOVE, data, LEFT, NONE))


def test_a_take_is_dropped_on_the_empty_strip(opened: MainWindow, qtbot: QtBot) -> None:
    below = opened.rooms.strip
    first, second = takes_listed(opened)[:2]
    for row, count in ((0, 1), (1, 2)):
        data = carried(opened, row)
        assert enters(below, data, QPoint(20, 10))
        drops(below, data, QPoint(20, 10))
        qtbot.waitUntil(partial(has_pinned, opened, count))
    assert pinned(opened) == [first, second]
    assert [(card.row, card.column) for card in board_of(opened).clippings] == [(0, 0), (0, 1)]
    assert opened.toast.accessibleName() == "Pinned."
    opened.board.stack.undo()
    assert pinned(opened) == [first]


def test_a_take_goes_where_it_is_dropped_among_the_cards(opened: MainWindow, qtbot: QtBot) -> None:
    model = opened.rooms.strip.model
    ids = takes_listed(opened)[:3]
    for count, (row, at) in enumerate(((0, -1), (1, -1), (2, 1)), start=1):
        model.dropMimeData(carried(opened, row), MOVE, at, 0, model.index(-1))
        qtbot.waitUntil(partial(has_pinned, opened, count))
    assert pinned(opened) == [ids[0], ids[2], ids[1]]
    model.dropMimeData(carried(opened, 0), MOVE, 3, 0, model.index(-1))
    assert pinned(opened) == [ids[2], ids[1], ids[0]], "a take that is here is moved"
    for _ in range(4):
        opened.board.stack.undo()
    assert pinned(opened) == []
    for _ in range(4):
        opened.board.stack.redo()
    assert pinned(opened) == [ids[2], ids[1], ids[0]]


def test_a_take_is_dropped_into_a_place_of_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    ids = takes_listed(opened)[:4]
    data = [carried(opened, row) for row in range(4)]
    opened.actions_["board"].trigger()
    view = opened.pages.board.page.view

    def drop(number: int, row: int, column: int, off: int = 0) -> None:
        box = view.visualRect(view.model().index(row, 2 * column))
        spot = box.center() if not off else box.topLeft() + QPoint(30, off)
        assert enters(view.viewport(), data[number], spot)
        drops(view.viewport(), data[number], spot)
        qtbot.waitUntil(lambda: ids[number] in pinned(opened))

    def places() -> dict[int, Place]:
        return {one.take.id: Place(one.row, one.column) for one in board_of(opened).clippings}

    drop(0, 0, 1)
    assert places() == {ids[0]: Place(0, 1)}
    drop(1, 0, 1)
    assert places() == {ids[0]: Place(0, 1), ids[1]: Place(1, 1)}, "below what stands there"
    drop(2, 1, 0, off=2)
    assert places()[ids[2]] == Place(1, 0)
    assert places()[ids[1]] == Place(2, 1), "between two rows a new one opens"
    card = view.current_card()
    assert card is not None
    assert view.model().index(1, 0).data(VALUE) == card
    drop(2, 3, 1)
    assert places() == {ids[0]: Place(0, 1), ids[1]: Place(1, 1), ids[2]: Place(2, 1)}
    qtbot.waitUntil(lambda: kept(opened) == board_of(opened))
    for _ in range(4):
        opened.board.stack.undo()
    assert pinned(opened) == []
    qtbot.waitUntil(lambda: kept(opened) == board_of(opened))


def kept(window: MainWindow) -> Comparison:
    assert window.session.services is not None
    return window.session.services.pinning.current()


def test_a_hit_that_is_a_take_can_be_dragged(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("sanctions")
    model = opened.rooms.results.model
    qtbot.waitUntil(lambda: opened.rooms.results.query == "sanctions" and model.rowCount() > 0)
    draggable = Qt.ItemFlag.ItemIsDragEnabled
    for number, row in enumerate(model.rows):
        index = model.index(number)
        assert bool(model.flags(index) & draggable) is (row.hit.take_id is not None)
        assert dropped(TAKE, model.mimeData([index])) == row.hit.take_id
    assert opened.rooms.results.view.dragEnabled()


def test_takes_of_an_outlet_can_be_dragged_and_not_be_ordered(
    opened: MainWindow, qtbot: QtBot
) -> None:
    assert opened.contents is not None
    opened.desk.show_outlet(opened.contents.outlets[0].outlet)
    model = opened.rooms.takes.model
    qtbot.waitUntil(lambda: not model.flags(model.index(-1)) & Qt.ItemFlag.ItemIsDropEnabled)
    qtbot.waitUntil(lambda: len(takes_listed(opened)) > 0)
    first = next(
        row for row in range(model.rowCount()) if isinstance(model.index(row).data(VALUE), TakeRow)
    )
    assert dropped(TAKE, carried(opened, first)) == takes_listed(opened)[0]


def test_a_take_that_rests_on_the_name_opens_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    below = opened.rooms.strip
    below.resting.setInterval(0)
    name = below.name_button.geometry().center()
    data = dragged(TAKE, takes_listed(opened)[0])
    moves(below, data, name)
    assert below.resting.isActive()
    moves(below, data, QPoint(name.x(), name.y() + 40))
    assert not below.resting.isActive(), "passing over it opens nothing"
    moves(below, data, name)
    below.dragLeaveEvent(QDragLeaveEvent())
    assert not below.resting.isActive()
    moves(below, data, name)
    qtbot.waitUntil(lambda: opened.pages.board_shown is not None)


def test_what_is_no_take_is_left_to_others(opened: MainWindow) -> None:
    data = QMimeData()
    data.setText("words")
    assert not enters(opened.rooms.strip, data, QPoint(20, 10))
    data.setData(TAKE, b"no number")
    drops(opened.rooms.strip, data, QPoint(20, 10))
    assert pinned(opened) == []
