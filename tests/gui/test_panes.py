"""Two to six panes: adding, closing, order, the way back, and where commands go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from summit_reader.gui.compare.steps import one_of_each
from summit_reader.gui.compare.trail import KEPT, Trail
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side, paint_badge, paint_bar

Control, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def outlets(window: MainWindow) -> list[str]:
    """What the panes show, A first."""
    takes = [window.desk.take_in(side) for side in window.rooms.pair.sides]
    return [take.outlet.name if take is not None else "" for take in takes]


@pytest.fixture
def three(paired: MainWindow, qtbot: QtBot) -> MainWindow:
    paired.actions_["add_pane"].trigger()
    qtbot.waitUntil(lambda: len(paired.desk.sides()) == 3)
    return paired


def test_a_third_pane_shows_the_next_outlet_by_name(three: MainWindow) -> None:
    assert outlets(three) == ["Polityka", "South China Morning Post", "AFP"]
    assert three.rooms.pair.side is Side.C
    assert three.rooms.pair.panes[Side.C].accessibleName() == "Pane C, focused"
    assert three.rooms.pair.panes[Side.C].isVisible()


def test_there_are_six_panes_at_most_and_two_at_least(paired: MainWindow, qtbot: QtBot) -> None:
    pair = paired.rooms.pair
    for _ in range(8):
        paired.actions_["add_pane"].trigger()
    assert pair.sides == tuple(Side)
    assert not paired.actions_["add_pane"].isEnabled()
    qtbot.waitUntil(lambda: len(paired.desk.sides()) == 6)
    assert len(set(outlets(paired))) == 6
    for _ in range(8):
        paired.actions_["close_pane"].trigger()
    assert pair.sides == (Side.A, Side.B)
    assert not paired.actions_["close_pane"].isEnabled()


def test_a_closed_pane_leaves_no_gap(three: MainWindow) -> None:
    three.rooms.pair.focus_side(Side.B)
    three.actions_["close_pane"].trigger()
    assert outlets(three) == ["Polityka", "AFP"]
    assert three.rooms.pair.side is Side.B
    assert not three.desk.go(Side.C, -1), "what was in the closed pane is gone with it"


def test_all_outlets_stand_by_name(paired: MainWindow, qtbot: QtBot) -> None:
    paired.actions_["compare_each"].trigger()
    qtbot.waitUntil(lambda: len(paired.desk.sides()) == 6)
    shown = outlets(paired)
    assert shown == sorted(shown, key=str.casefold)
    assert paired.desk.view is not None
    assert len(one_of_each(paired.desk.view)) == 6


def test_shuffling_changes_the_order_and_nothing_else(three: MainWindow) -> None:
    before = outlets(three)
    three.actions_["shuffle"].trigger()
    assert outlets(three) != before
    assert sorted(outlets(three)) == sorted(before)
    three.actions_["order_by_name"].trigger()
    assert outlets(three) == ["AFP", "Polityka", "South China Morning Post"]


def test_swap_exchanges_with_the_next_pane(three: MainWindow) -> None:
    three.rooms.pair.focus_side(Side.B)
    three.actions_["swap"].trigger()
    assert outlets(three) == ["Polityka", "AFP", "South China Morning Post"]


def test_other_means_the_next_pane(three: MainWindow, qtbot: QtBot) -> None:
    three.rooms.pair.focus_side(Side.B)
    view = three.rooms.takes.view
    view.setCurrentIndex(view.model().index(5, 0))
    QTest.keyClick(view, Qt.Key.Key_Return, Control)
    qtbot.waitUntil(lambda: outlets(three)[2] == "The Guardian")
    assert outlets(three)[:2] == ["Polityka", "South China Morning Post"]
    three.rooms.pair.focus_side(Side.C)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Alt,
        view.visualRect(view.model().index(5, 0)).center(),
    )
    qtbot.waitUntil(lambda: outlets(three)[0] == "The Guardian")


def test_back_and_forward_belong_to_a_pane(paired: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(paired, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: outlets(paired)[0] == "South China Morning Post")
    QTest.keyClick(paired, Qt.Key.Key_Left, Alt)
    qtbot.waitUntil(lambda: outlets(paired)[0] == "Polityka")
    assert outlets(paired)[1] == "South China Morning Post"
    QTest.keyClick(paired, Qt.Key.Key_Right, Alt)
    qtbot.waitUntil(lambda: outlets(paired)[0] == "South China Morning Post")
    QTest.keyClick(paired, Qt.Key.Key_Right, Alt)
    assert paired.toast.accessibleName() == "Nothing after this in pane A."


def test_the_way_back_goes_along_with_a_swap(paired: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(paired, Qt.Key.Key_BracketRight, Control)
    qtbot.waitUntil(lambda: outlets(paired)[0] == "The Guardian")
    paired.actions_["swap"].trigger()
    assert outlets(paired) == ["South China Morning Post", "The Guardian"]
    paired.rooms.pair.focus_side(Side.B)
    paired.actions_["back"].trigger()
    qtbot.waitUntil(lambda: outlets(paired) == ["South China Morning Post", "Polityka"])


def test_going_back_returns_to_where_one_read(paired: MainWindow, qtbot: QtBot) -> None:
    pane = paired.rooms.pair.panes[Side.B]
    bar = pane.browser.verticalScrollBar()
    assert pane.content is not None
    article_id = pane.content.article.id
    qtbot.waitUntil(lambda: pane.is_level and bar.value() > 0)
    pane.show_top(300)
    top = pane.top_place()
    take = paired.desk.take_in(Side.A)
    assert take is not None
    paired.desk.open_text(take.article_id, Side.B)
    qtbot.waitUntil(lambda: pane.content is not None and pane.content.article.id != article_id)
    paired.desk.go(Side.B, -1)
    qtbot.waitUntil(lambda: pane.content is not None and pane.content.article.id == article_id)
    qtbot.waitUntil(lambda: pane.top_place() == top)


def test_one_pane_can_be_read_alone(paired: MainWindow) -> None:
    panes = paired.rooms.pair.panes
    QTest.keyClick(paired, Qt.Key.Key_Backslash, Control)
    assert [pane.isVisible() for pane in panes.values()] == [True, False]
    QTest.keyClick(paired, Qt.Key.Key_F6)
    assert [pane.isVisible() for pane in panes.values()] == [False, True]
    assert panes[Side.B].browser.hasFocus()
    QTest.keyClick(paired, Qt.Key.Key_Backslash, Control)
    assert all(pane.isVisible() for pane in panes.values())


def test_rows_and_columns(three: MainWindow) -> None:
    pair = three.rooms.pair
    three.actions_["rows"].trigger()
    tops = [pair.panes[side].mapTo(pair, pair.panes[side].rect().topLeft()) for side in pair.sides]
    assert tops[0].x() == tops[1].x()
    assert tops[0].y() < tops[1].y()
    assert three.settings.panes_in_rows


def test_a_crowded_line_becomes_two(paired: MainWindow, qtbot: QtBot) -> None:
    paired.resize(QSize(1024, 700))
    paired.actions_["compare_each"].trigger()
    qtbot.waitUntil(lambda: len(paired.desk.sides()) == 6)
    pair = paired.rooms.pair
    lines = {pane.mapTo(pair, pane.rect().topLeft()).y() for pane in pair.panes.values()}
    assert len(lines) == 2
    assert min(pane.width() for pane in pair.panes.values()) >= 300


def test_where_few_fit_the_one_that_listens_is_among_them(paired: MainWindow, qtbot: QtBot) -> None:
    paired.actions_["compare_each"].trigger()
    qtbot.waitUntil(lambda: len(paired.desk.sides()) == 6)
    paired.resize(QSize(480, 700))
    pair = paired.rooms.pair
    qtbot.waitUntil(lambda: sum(pane.isVisible() for pane in pair.panes.values()) < 6)
    for side in reversed(Side):
        pair.focus_side(side)
        assert pair.panes[side].isVisible()


def test_a_double_click_on_a_handle_makes_the_panes_equal(three: MainWindow) -> None:
    splitter = three.rooms.pair.splitter
    splitter.setSizes([500, 200, 200])
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonDblClick,
        QPointF(0, 5),
        QPointF(0, 5),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(splitter.handle(2), event)
    assert max(splitter.sizes()) - min(splitter.sizes()) <= 1


def test_panes_come_back_as_wide_as_they_were(paired: MainWindow) -> None:
    splitter = paired.rooms.pair.splitter
    splitter.setSizes([500, 300])
    wide = splitter.sizes()
    assert wide[0] > wide[1]
    for name in ("split", "rows"):
        for _ in range(2):
            paired.actions_[name].trigger()
        QApplication.processEvents()
        assert splitter.sizes() == wide
    paired.actions_["equalise"].trigger()
    assert abs(splitter.sizes()[0] - splitter.sizes()[1]) <= 1


def test_an_empty_pane_can_be_gone_to(paired: MainWindow) -> None:
    paired.desk.clear()
    paired.rooms.show_pair()
    paired.actions_["add_pane"].trigger()
    stop = paired.rooms.pair.panes[Side.C].stop
    assert stop.hasFocus()
    assert stop.accessibleName().startswith("Pane C, focused. Nothing here yet")


@pytest.mark.parametrize("paint", [paint_badge, paint_bar])
def test_every_side_looks_unlike_the_others_without_colour(
    look: Look, paint: Callable[..., None]
) -> None:
    pictures = {side: grey(paint, side, look) for side in Side}
    for one in Side:
        for other in Side:
            assert one is other or pictures[one] != pictures[other]


def grey(paint: Callable[..., None], side: Side, look: Look) -> bytes:
    """The bar or badge of a side as an image of what is inked at all."""
    image = QImage(44, 44, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if paint is paint_bar:
        paint_bar(painter, 4, 4, 40, side, look)
    else:
        paint_badge(painter, image.rect().toRectF(), side, look, filled=False)
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())


@given(st.lists(st.sampled_from(["visit", "back", "forward"])))
def test_a_trail_leads_back_the_way_one_came(steps: list[str]) -> None:
    trail = Trail[int]()
    way: list[int] = []
    at = -1
    for number, step in enumerate(steps):
        if step == "visit":
            trail.visit(number)
            way = [*way[: at + 1], number]
            at += 1
        else:
            by = -1 if step == "back" else 1
            assert trail.can_go(by) == (0 <= at + by < len(way))
            at += by if trail.go(by) is not None else 0
        assert trail.here == (way[at] if way else None)


def test_a_trail_forgets_what_is_long_ago() -> None:
    trail = Trail[int]()
    for number in range(KEPT + 10):
        trail.visit(number)
    for _ in range(KEPT - 1):
        assert trail.go(-1) is not None
    assert trail.here == 10
    assert trail.go(-1) is None
