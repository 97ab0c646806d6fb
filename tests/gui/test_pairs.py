"""What two texts have on the same thing, listed: certain pairs first, each with its reasons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.pairs.listing import PairDelegate, PairListModel
from summit_reader.gui.pairs.rows import PairRow, Tie, rows_of
from summit_reader.gui.pairs.wording import cuts_line, spoken, sureness, uncut
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.widgets.sections import Heading
from summit_reader.gui.widgets.sides import Side

PAIR = (Side.A, Side.B)
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def rows(beside: MainWindow) -> tuple[PairRow, ...]:
    one, other = (pane.content for pane in beside.rooms.pair.panes.values())
    assert one is not None
    assert other is not None
    alignment = beside.compare.alignments.of(one.article.id, other.article.id)
    assert alignment is not None
    return rows_of(alignment, (Side.A, Side.B), (one.others, other.others), ())


@pytest.fixture
def listed(beside: MainWindow, qtbot: QtBot) -> MainWindow:
    QTest.keyClick(beside, Qt.Key.Key_J, Control)
    qtbot.waitUntil(lambda: beside.rooms.pairs.model.rowCount() > 0)
    return beside


def test_the_same_words_come_first_and_are_certain(rows: tuple[PairRow, ...]) -> None:
    assert rows[0].tie is Tie.SAME_WORDS
    assert sureness(rows[0]) == "Certain"
    assert [row.tie.value for row in rows] == sorted(row.tie.value for row in rows)
    assert all(row.reasons for row in rows)
    assert "Certain" not in {sureness(row) for row in rows if row.tie is Tie.SAME_THING}


def test_what_a_version_cuts_is_marked_in_its_place(rows: tuple[PairRow, ...]) -> None:
    here, there = rows[0].words
    assert here.cuts == ()
    assert "school roof" in there.text
    assert "school roof" not in uncut(there)
    line = cuts_line(there, Side.B)
    assert line.startswith("B leaves out: while the school roof")
    assert line in spoken(rows[0])


def test_likelier_pairs_come_before_others(rows: tuple[PairRow, ...]) -> None:
    sure = [row.confidence for row in rows if row.tie is Tie.SAME_THING]
    assert len(sure) >= 3
    assert sure == sorted(sure, key=lambda one: -(one or 0))


def test_takes_on_a_point_are_listed_as_the_readers_decision(paired: MainWindow) -> None:
    one, other = (pane.content for pane in paired.rooms.pair.panes.values())
    assert one is not None
    assert other is not None
    assert one.take is not None
    assert other.take is not None
    alignment = paired.session.services.aligning.articles(  # type: ignore[union-attr]
        one.article.id, other.article.id
    )
    on_point = {one.take.id, other.take.id}
    found = rows_of(alignment, (Side.A, Side.B), (one.others, other.others), on_point)
    assert [row.tie for row in found] == [Tie.ON_POINT]
    assert sureness(found[0]) == "Put on the point"


def test_enter_brings_both_sides_level(listed: MainWindow, qtbot: QtBot) -> None:
    panes = listed.rooms.pair.panes
    view = listed.rooms.pairs.view
    assert view.hasFocus()
    last = listed.rooms.pairs.model.rowCount() - 1
    view.setCurrentIndex(listed.rooms.pairs.model.index(last))
    row = view.currentIndex().data(VALUE)
    QTest.keyClick(view, Qt.Key.Key_Return)

    def are_level() -> bool:
        heights = [
            panes[side].height_of(place.source)
            for side, place in zip(PAIR, row.places, strict=True)
        ]
        return None not in heights and abs((heights[0] or 0) - (heights[1] or 0)) <= 1

    qtbot.waitUntil(lambda: all(pane.is_level for pane in panes.values()) and are_level())
    assert listed.rooms.pairs.current() == row, "the list stays where it was"


def test_keys_step_from_pair_to_pair_without_the_list(beside: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(beside, Qt.Key.Key_F8, Control)
    qtbot.waitUntil(lambda: beside.desk.take_in(Side.A) is not None)
    take = beside.desk.take_in(Side.A)
    assert take is not None
    assert "paying for empty ships" in take.text
    assert beside.toast.accessibleName().startswith("Pair 1 of ")
    QTest.keyClick(beside, Qt.Key.Key_F8, Control | Shift)
    assert not beside.toast.accessibleName().startswith("Pair 1 of ")
    qtbot.waitUntil(lambda: beside.desk.take_in(Side.A) is None)


def test_escape_puts_the_list_away(listed: MainWindow) -> None:
    QTest.keyClick(listed.rooms.pairs.view, Qt.Key.Key_Escape)
    assert not listed.rooms.pairs.isVisible()
    assert listed.rooms.takes.isVisible()
    assert not listed.actions_["same_point"].isChecked()
    assert listed.rooms.pair.focused_pane.browser.hasFocus()


def test_an_empty_list_says_why(paired: MainWindow, qtbot: QtBot) -> None:
    paired.desk.clear()
    paired.actions_["same_point"].trigger()
    said = "Open a text in both panes to see what they have on the same."
    assert paired.rooms.pairs.view.accessibleDescription() == said
    paired.desk.open_text(1, Side.A)
    paired.desk.open_text(1, Side.B)
    qtbot.waitUntil(
        lambda: paired.rooms.pairs.view.accessibleDescription() == "Both panes show the same text."
    )


def test_rows_can_be_drawn_and_spoken(rows: tuple[PairRow, ...], look: Look, qtbot: QtBot) -> None:
    model = PairListModel()
    QAbstractItemModelTester(model)
    view = RowView("paper_alt")
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(PairDelegate(view, look))
    model.show(rows)
    view.resize(280, 600)
    view.show()
    assert not view.grab().toImage().isNull()
    for row in model.rows:
        assert model.spoken(row)
        assert isinstance(row, Heading | PairRow)
