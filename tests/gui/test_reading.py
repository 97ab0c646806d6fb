"""Reading one text: pages, and the place that a pane was left at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.paging import OVERLAP, Pages
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side
from tests.gui.conftest import NewWindow

Shift, Alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
LONGEST = 5
"""The text of the sample library that fills several pages."""


def show_text(window: MainWindow, qtbot: QtBot, side: Side = Side.A) -> ReadingPane:
    """A pane with the long text in it, settled."""
    window.rooms.show_pair()
    window.desk.open_text(LONGEST, side)
    pane = window.rooms.pair.panes[side]
    qtbot.waitUntil(lambda: shown_id(pane) == LONGEST and pane.is_level)
    return pane


def shown_id(pane: ReadingPane) -> int:
    return pane.content.article.id if pane.content is not None else 0


def leave(window: MainWindow, pane: ReadingPane, qtbot: QtBot) -> None:
    """Show another text in pane A."""
    window.desk.open_text(1, Side.A)
    qtbot.waitUntil(lambda: shown_id(pane) == 1)


def kept(window: MainWindow) -> int | None:
    """What the library remembers of the long text in pane A."""
    assert window.session.services is not None
    return window.session.services.place_keeping.place(LONGEST, "A")


def press(pane: ReadingPane, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> int:
    """Where the text stands after a key."""
    QTest.keyClick(pane.browser, key, held or Qt.KeyboardModifier.NoModifier)
    return pane.browser.verticalScrollBar().value()


@given(
    st.integers(0, 500), st.integers(0, 9000), st.integers(1, 1200), st.integers(1, 80),
    st.integers(0, 12_000), st.sampled_from([1, -1]),
)  # fmt: skip
def test_a_page_never_leaves_the_text_nor_skips_a_line(
    first: int, length: int, height: int, line: int, value: int, by: int
) -> None:
    pages = Pages(first, first + length, height, line)
    turned = pages.turned(value, by)
    assert (turned - value) * by >= 0
    assert abs(turned - value) <= max(height - OVERLAP * line, line)
    if first <= value <= first + length:
        assert first <= turned <= first + length


def test_space_pages_with_two_lines_of_the_page_before(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot)
    height = pane.browser.viewport().height()
    line = opened.look.type.line_height("read")
    assert press(pane, Qt.Key.Key_Space) == height - 2 * line
    assert press(pane, Qt.Key.Key_Space, Shift) == 0
    assert press(pane, Qt.Key.Key_PageDown) == height - 2 * line


def test_space_in_a_list_turns_the_pages_of_the_pane_that_listens(
    opened: MainWindow, qtbot: QtBot
) -> None:
    pane = show_text(opened, qtbot)
    lists = opened.rooms.takes.view, opened.rooms.sidebar.point_view
    for view in lists:
        view.setFocus()
        chosen = view.currentIndex()
        QTest.keyClick(view, Qt.Key.Key_Space)
        assert pane.browser.verticalScrollBar().value() > 0
        QTest.keyClick(view, Qt.Key.Key_Space, Shift)
        assert pane.browser.verticalScrollBar().value() == 0
        assert view.hasFocus()
        assert view.currentIndex() == chosen


def test_what_is_opened_from_a_page_has_the_focus(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["articles"].trigger()
    qtbot.waitUntil(lambda: isinstance(opened.focusWidget(), QAbstractItemView))
    qtbot.waitUntil(lambda: not opened.rooms.pair.isVisible())
    table = opened.focusWidget()
    assert isinstance(table, QAbstractItemView)
    qtbot.waitUntil(lambda: table.model().rowCount() > 0 and table.currentIndex().isValid())
    QTest.keyClick(table, Qt.Key.Key_Return)
    pane = opened.rooms.pair.panes[Side.A]
    qtbot.waitUntil(lambda: pane.content is not None and pane.browser.hasFocus())


def test_space_stops_at_the_end_of_the_text(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot)
    values = [press(pane, Qt.Key.Key_Space) for _ in range(80)]
    assert values[-1] == values[-2]
    last = pane.browser.document().lastBlock().position()
    foot = pane.browser.height_of(last)
    assert foot is not None
    assert 0 < foot < pane.browser.viewport().height()
    assert shown_id(pane) == LONGEST
    before = [press(pane, Qt.Key.Key_Space, Shift) for _ in range(80)]
    assert before[-1] == 0


def test_alt_and_page_down_turns_this_pane_alone(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot)
    told: list[bool] = []
    pane.read_on.connect(lambda _, alone: told.append(alone))
    press(pane, Qt.Key.Key_PageDown, Alt)
    press(pane, Qt.Key.Key_Space)
    assert told == [True, False]


def test_a_text_opens_where_its_pane_was_left(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    top = pane.place_left()
    assert top is not None
    leave(opened, pane, qtbot)
    qtbot.waitUntil(lambda: kept(opened) == top)
    show_text(opened, qtbot)
    assert pane.place_left() == top
    other = show_text(opened, qtbot, Side.B)
    assert other.place_left() is None, "each pane has a place of its own"


def test_the_place_is_there_at_the_next_start(
    opened: MainWindow, new_window: NewWindow, sample_copy: Path, qtbot: QtBot
) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    top = pane.place_left()
    opened.close()
    again = new_window()
    again.resize(1280, 800)
    again.open_library(sample_copy, sample=True)
    qtbot.waitUntil(lambda: again.desk.view is not None)
    assert show_text(again, qtbot).place_left() == top


def test_a_take_that_was_only_looked_at_keeps_the_place(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    top = pane.place_left()
    services = opened.session.services
    assert services is not None
    take = services.reading.takes_in(LONGEST)[-1]
    leave(opened, pane, qtbot)
    qtbot.waitUntil(lambda: kept(opened) == top)
    opened.desk.open_take(take, Side.A)
    qtbot.waitUntil(lambda: opened.desk.take_in(Side.A) == take and pane.is_level)
    leave(opened, pane, qtbot)
    assert show_text(opened, qtbot).place_left() == top


@pytest.fixture
def busy_writer(opened: MainWindow) -> Iterator[None]:
    """A library that is still about to keep something when it is asked for it."""
    done = Event()
    opened.session.write(lambda _: done.wait(60), lambda _: None)
    yield
    done.set()


@pytest.mark.usefixtures("busy_writer")
def test_the_place_is_known_before_the_library_has_kept_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    place = pane.place_left()
    leave(opened, pane, qtbot)
    assert kept(opened) is None
    assert show_text(opened, qtbot).place_left() == place


def test_a_text_that_is_opened_again_stays_where_it_is_read(
    opened: MainWindow, qtbot: QtBot
) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    place = pane.place_left()
    assert place is not None
    assert show_text(opened, qtbot).place_left() == place


def test_back_at_the_beginning_nothing_is_remembered(opened: MainWindow, qtbot: QtBot) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    leave(opened, pane, qtbot)
    qtbot.waitUntil(lambda: kept(opened) is not None)
    show_text(opened, qtbot)
    qtbot.waitUntil(lambda: pane.place_left() is not None)
    press(pane, Qt.Key.Key_Space, Shift)
    press(pane, Qt.Key.Key_Space, Shift)  # what was kept is a line, which stood a little lower
    leave(opened, pane, qtbot)
    qtbot.waitUntil(lambda: kept(opened) is None)
    assert show_text(opened, qtbot).place_left() is None


def test_another_library_does_not_get_these_places(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = show_text(opened, qtbot)
    press(pane, Qt.Key.Key_Space)
    first = opened.session.services
    opened.session.open(tmp_path / "Other", create=True)
    qtbot.waitUntil(lambda: opened.session.services is not first and pane.content is None)
    services = opened.session.services
    assert services is not None
    services.importing.import_text("Ferry\n\nThe boats sail again.\n", "ferry")
    assert services.place_keeping.place(1, "A") is None
