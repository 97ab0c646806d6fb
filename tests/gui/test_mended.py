"""Defects that readers of the code found once, so that they stay mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.point import PointView
from summit_reader.gui.compare.steps import first_pair, next_take
from summit_reader.gui.contents import contents_of
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.rows import TextBlocks
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import plain_tip, unmarked


def test_answers_of_one_library_never_fill_the_window_of_another(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = Event()
    told: list[object] = []

    def slow(services: Services) -> object:
        gate.wait(20)
        return contents_of(services, both_spellings=True)

    opened.session.read(slow, told.append)
    opened.session.open(tmp_path / "Other", create=True)
    qtbot.waitUntil(lambda: opened.contents is not None and opened.contents.summary.texts == 0)
    gate.set()
    after: list[int] = []
    opened.session.read(lambda _: 1, after.append)
    qtbot.waitUntil(lambda: after == [1])
    assert told == []
    assert opened.rooms.takes.model.rowCount() == 0


def test_enter_pressed_before_the_results_opens_the_right_hit(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.field.setText("sanctions")
    qtbot.waitUntil(lambda: opened.rooms.results.query == "sanctions")
    opened.field.setText("flour")
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    pane = opened.rooms.pair.panes[Side.A]
    qtbot.waitUntil(lambda: pane.content is not None)
    assert pane.content is not None
    assert pane.content.query == "flour"
    assert pane.content.article.title == "What do Kim and Putin want from their meeting?"


def test_enter_in_an_empty_field_opens_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("sanctions")
    qtbot.waitUntil(lambda: opened.rooms.results.query == "sanctions")
    opened.field.clear()
    assert opened.rooms.results.model.rowCount() == 0
    QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert opened.rooms.previews


def test_a_point_with_one_take_shows_it(
    paired: MainWindow, qtbot: QtBot, make_point: Callable[[MainWindow, str], None]
) -> None:
    make_point(paired, "Alone?")
    qtbot.waitUntil(lambda: paired.rooms.sidebar.points.rowCount() == 7)
    qtbot.waitUntil(
        lambda: paired.desk.view is not None and paired.desk.view.summary.point.question == "Alone?"
    )
    paired.actions_["add_to_point"].trigger()
    qtbot.waitUntil(lambda: paired.desk.view is not None and paired.desk.view.summary.takes == 1)
    paired.rooms.pair.clear_content()
    assert paired.desk.view is not None
    paired.open_pair(paired.desk.view.summary.point.id)
    qtbot.waitUntil(lambda: paired.desk.take_in(Side.A) is not None)


def test_a_removed_point_leaves_the_list(
    paired: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: QMessageBox.StandardButton.Yes)
    paired.actions_["remove_point"].trigger()
    qtbot.waitUntil(lambda: paired.rooms.sidebar.points.rowCount() == 5)
    qtbot.waitUntil(
        lambda: (
            paired.desk.view is not None
            and paired.desk.view.summary.point.question == "Results or just optics?"
        )
    )
    view = paired.desk.view
    assert view is not None
    assert paired.rooms.sidebar.current_point() == view.summary.point.id


def test_an_outlets_list_stays_when_a_search_is_saved(opened: MainWindow, qtbot: QtBot) -> None:
    afp = opened.rooms.sidebar.outlets.index(0)
    opened.rooms.sidebar.outlet_view.activated.emit(
        opened.rooms.sidebar.outlet_view.model().index(afp.row(), 0)
    )
    qtbot.waitUntil(lambda: opened.desk.outlet is not None)
    rows = opened.rooms.takes.model.rowCount()
    opened.field.setText("sanctions")
    opened.actions_["save_search"].trigger()
    qtbot.waitUntil(lambda: opened.rooms.sidebar.saved.rowCount() == 2)
    opened.search.leave()
    qtbot.waitUntil(lambda: opened.rooms.takes.model.rowCount() == rows)
    assert opened.desk.outlet is not None


@pytest.mark.parametrize("width", [1024, 760])
def test_outlets_are_in_reach_in_a_narrow_window(
    paired: MainWindow, qtbot: QtBot, width: int
) -> None:
    paired.resize(width, 700)
    rooms = paired.rooms
    qtbot.waitUntil(lambda: not rooms.sidebar.isVisible())
    paired.actions_["outlets"].trigger()
    qtbot.waitUntil(rooms.sidebar.outlet_view.hasFocus)
    QTest.keyClick(rooms.sidebar.outlet_view, Qt.Key.Key_Return)
    qtbot.waitUntil(rooms.takes.isVisible)
    rooms.takes.view.open(rooms.takes.model.index(0), across=False)
    qtbot.waitUntil(lambda: not rooms.sidebar.isVisible())


def test_the_search_field_is_in_reach_at_the_smallest_width(
    paired: MainWindow, qtbot: QtBot
) -> None:
    paired.resize(520, 700)
    qtbot.waitUntil(lambda: paired.rooms.folded)
    qtbot.waitUntil(lambda: paired.field.isVisible() and paired.field.x() + 40 < 520)


def test_next_take_leaves_out_the_one_across(sample: Services) -> None:
    view = sample.comparing.view(sample.comparing.points()[0].point.id)
    one, two, three = (entry.take for entry in view.takes[:3])
    assert next_take(view, one, [two], 1) == three
    assert next_take(view, three, [two], -1) == one


def test_the_first_pair_of_a_point_without_one_is_of_two_outlets(sample: Services) -> None:
    view = sample.comparing.view(sample.comparing.points()[0].point.id)
    takes = tuple(entry for entry in view.takes if entry.take.outlet.name != "Polityka")
    bare = PointView(view.summary, takes, view.absent)
    pair = first_pair(bare)
    assert pair is not None
    assert [take.outlet.name for take in pair] == ["South China Morning Post", "The Guardian"]
    assert first_pair(PointView(view.summary, takes[:2], ())) is None


def test_a_row_full_of_emoji_ends_in_an_ellipsis(look: Look) -> None:
    text = " ".join(["🌍🌍🌍🌍🌍🌍"] * 14)
    for width in range(160, 300, 10):
        block = TextBlocks(look).block(text, "list", width, lines=2)
        assert block.layout.text().endswith("…")
        last = block.layout.lineAt(block.layout.lineCount() - 1)
        assert (
            last.textStart() + last.textLength()
            == len(block.layout.text().encode("utf-16-le")) // 2
        )


def test_names_are_shown_letter_by_letter(qapp: QApplication) -> None:
    assert unmarked("Law & Order") == "Law && Order"
    assert plain_tip('<img src="//host/x">') == "<span>&lt;img src=&quot;//host/x&quot;&gt;</span>"
    assert plain_tip("A & B") == "A & B"


def test_a_search_leaves_the_lists_as_wide_as_they_were(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.rooms.columns.sizes()[0] in range(480, 493))
    before = opened.rooms.columns.sizes()[0]
    opened.field.setText("sanctions")
    qtbot.waitUntil(opened.rooms.facets.isVisible)
    opened.search.leave()
    qtbot.waitUntil(lambda: opened.rooms.columns.sizes()[0] == before)


def test_facets_fold_away_with_the_window_and_come_back(opened: MainWindow, qtbot: QtBot) -> None:
    opened.field.setText("sanctions")
    qtbot.waitUntil(opened.rooms.facets.isVisible)
    opened.resize(1024, 700)
    qtbot.waitUntil(lambda: not opened.rooms.facets.isVisible())
    assert opened.rooms.results.isVisible()
    opened.resize(1280, 800)
    qtbot.waitUntil(opened.rooms.facets.isVisible)
    opened.field.setText("zebra")
    qtbot.waitUntil(lambda: not opened.rooms.facets.isVisible())


def test_a_pane_keeps_room_for_its_text_where_height_is_short(
    paired: MainWindow, qtbot: QtBot
) -> None:
    pair = paired.rooms.pair
    pair.set_rows(True)
    pair.resize(500, 200)
    pair._arrange()
    seen = [pane for pane in pair.panes.values() if pane.isVisible()]
    assert len({pane.mapTo(pair, pane.rect().topLeft()).y() for pane in seen}) == 1
