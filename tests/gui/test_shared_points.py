"""Two outlets chosen in their list, and the points they share."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.domain.point import PointView
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

CONTROL = Qt.KeyboardModifier.ControlModifier
SELECT = QItemSelectionModel.SelectionFlag.Select


def spot_of(window: MainWindow, name: str) -> int:
    view = window.rooms.sidebar.outlet_view
    for row in range(view.model().rowCount()):
        if view.model().index(row, 0).data(VALUE).outlet.name == name:
            return row
    raise AssertionError(name)


def choose(window: MainWindow, *names: str) -> None:
    """What Ctrl+click on each of them does."""
    view = window.rooms.sidebar.outlet_view
    view.setFocus()
    view.clearSelection()
    for name in names:
        index = view.model().index(spot_of(window, name), 0)
        view.scrollTo(index)
        spot = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CONTROL, spot)


def listed(window: MainWindow) -> list[str]:
    view, points = window.rooms.sidebar.point_view, window.rooms.sidebar.points
    rows = range(points.rowCount())
    return [points.rows[row].point.question for row in rows if not view.isRowHidden(row)]


def another_point(window: MainWindow, before: PointView) -> bool:
    return window.desk.view is not before


def shown(window: MainWindow) -> list[str]:
    takes = (window.desk.take_in(side) for side in (Side.A, Side.B))
    return [take.outlet.name for take in takes if take is not None]


def compare(window: MainWindow) -> None:
    QTest.keyClick(window.rooms.sidebar.outlet_view, Qt.Key.Key_Return, CONTROL)


def test_their_points_are_listed_and_the_first_is_opened(opened: MainWindow, qtbot: QtBot) -> None:
    everything = listed(opened)
    pair = ["AFP", "South China Morning Post"]
    choose(opened, *pair)
    assert opened.desk.outlet is None, "choosing two outlets opens neither"
    compare(opened)
    qtbot.waitUntil(lambda: shown(opened) == pair)
    shared = listed(opened)
    assert shared
    assert len(shared) < len(everything)
    services = opened.session.services
    assert services is not None
    for question in everything:
        view = services.comparing.view(services.comparing.point_named(question).id)
        on_it = {entry.take.outlet.name for entry in view.takes}
        assert (question in shared) == ({*pair} <= on_it)
    assert opened.rooms.pair.panes[Side.A].browser.hasFocus()


def test_the_next_point_is_the_next_shared_one(opened: MainWindow, qtbot: QtBot) -> None:
    pair = ["AFP", "South China Morning Post"]
    choose(opened, *pair)
    compare(opened)
    qtbot.waitUntil(lambda: shown(opened) == pair)
    seen = []
    for _ in listed(opened):
        view = opened.desk.view
        assert view is not None
        seen.append(view.summary.point.question)
        opened.actions_["next_point"].trigger()
        qtbot.waitUntil(partial(another_point, opened, view))
        qtbot.waitUntil(lambda: shown(opened) == pair)
    assert sorted(seen) == sorted(listed(opened))


def test_all_points_are_back_when_an_outlet_is_taken_away(opened: MainWindow, qtbot: QtBot) -> None:
    everything, shared = listed(opened), opened.commands.panes.shared_points
    choose(opened, "AFP", "South China Morning Post")
    compare(opened)
    qtbot.waitUntil(lambda: len(listed(opened)) < len(everything))
    opened.reload()
    kept = opened.contents
    qtbot.waitUntil(lambda: opened.contents is not kept)
    assert len(listed(opened)) < len(everything)
    shared.chips.buttons[0].click()
    assert listed(opened) == everything
    assert opened.desk.beside == ()
    assert not shared.chips.isVisible()


def test_a_point_that_is_gone_to_is_in_sight(opened: MainWindow, qtbot: QtBot) -> None:
    everything = listed(opened)
    choose(opened, "AFP", "South China Morning Post")
    compare(opened)
    qtbot.waitUntil(lambda: len(listed(opened)) < len(everything))
    points = opened.rooms.sidebar.points
    hidden = next(one for one in points.rows if one.point.question not in listed(opened))
    opened.rooms.sidebar.choose_point(hidden.point.id)
    assert listed(opened) == everything


def test_outlets_without_a_point_in_common_are_told_so(opened: MainWindow, qtbot: QtBot) -> None:
    everything = listed(opened)
    choose(opened, "BBC", "Polityka")
    opened.actions_["compare"].trigger()
    services = opened.session.services
    assert services is not None
    qtbot.waitUntil(opened.toast.isVisible)
    assert opened.toast.accessibleName() == "No point in common: BBC, Polityka."
    assert listed(opened) == everything


def test_one_outlet_is_not_enough(opened: MainWindow) -> None:
    choose(opened, "BBC")
    compare(opened)
    assert opened.toast.accessibleName().startswith("Choose two outlets")
