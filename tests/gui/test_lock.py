"""The lock of the panes: by point, in proportion, off; one side alone; matching again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from summit_reader.domain.alignment import Alignment, Counterparts, Part, Reason, ReasonKind
from summit_reader.domain.spans import Span
from summit_reader.gui.compare.counterparts import Level, level_at
from summit_reader.gui.compare.loading import Place
from summit_reader.gui.compare.lock import LockState
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side

Alt = Qt.KeyboardModifier.AltModifier


def part(start: int, end: int) -> Part:
    return Part(1, Span(start, end), "words")


ALIGNED = Alignment(
    (part(0, 10), part(12, 30)),
    (part(0, 20), part(25, 60)),
    (Counterparts(0, 1, 0.8, (Reason(ReasonKind.NAMES, ("Kim",)),)),),
    (1,),
    (0,),
)


def test_a_passage_stands_level_with_its_counterpart() -> None:
    assert level_at(3, ALIGNED, None) == Level(Span(0, 10), Span(25, 60))
    assert level_at(40, ALIGNED.mirrored(), None) == Level(Span(25, 60), Span(0, 10))


def test_where_there_is_no_counterpart_none_is_made_up() -> None:
    assert level_at(12, ALIGNED, None) == Level(Span(12, 30), None)
    assert level_at(11, ALIGNED, None) is None, "between passages nothing can be said"
    assert level_at(3, None, None) is None


def texts(window: MainWindow) -> Iterator[int]:
    for pane in window.rooms.pair.panes.values():
        assert pane.content is not None
        yield pane.content.article.id


def aligned(window: MainWindow) -> Alignment | None:
    one, other = texts(window)
    return window.compare.alignments.of(one, other)


def read(pane: ReadingPane, place: Span) -> None:
    """Scroll as a reader does, until `place` is on the level."""
    height = pane.browser.level_height()
    pane.show_level(place, height)
    bar = pane.browser.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepSub)


def wheel(pane: ReadingPane, notches: int) -> None:
    event = QWheelEvent(
        QPointF(20, 20),
        QPointF(20, 20),
        QPoint(),
        QPoint(-120 * notches, 0),
        Qt.MouseButton.NoButton,
        Alt,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt takes it by place alone,
    )
    QApplication.sendEvent(pane.browser.viewport(), event)


def panes(window: MainWindow) -> tuple[ReadingPane, ReadingPane]:
    return window.rooms.pair.panes[Side.A], window.rooms.pair.panes[Side.B]


def are_level(one: ReadingPane, two: ReadingPane, places: tuple[Span, Span]) -> bool:
    heights = one.height_of(places[0]), two.height_of(places[1])
    return None not in heights and abs((heights[0] or 0) - (heights[1] or 0)) <= 1


def places_of(alignment: Alignment, number: int) -> tuple[Span, Span]:
    pair = alignment.counterpart_of_first(alignment.pairs[number].first)
    assert pair is not None
    return alignment.first[pair.first].source, alignment.second[pair.second].source


def test_the_other_pane_follows_to_the_counterpart(beside: MainWindow, qtbot: QtBot) -> None:
    alignment = aligned(beside)
    assert alignment is not None
    a, b = panes(beside)
    for number in range(len(alignment.pairs)):
        places = places_of(alignment, number)
        read(a, places[0])
        qtbot.waitUntil(partial(are_level, a, b, places))
    assert b.said == ""


def test_the_takes_of_a_point_belong_together_whatever_is_reckoned(
    paired: MainWindow, qtbot: QtBot
) -> None:
    a, b = panes(paired)
    qtbot.waitUntil(lambda: a.is_level and b.is_level)
    takes = paired.desk.take_in(Side.A), paired.desk.take_in(Side.B)
    assert takes[0] is not None
    assert takes[1] is not None
    places = takes[0].anchor.segments[0], takes[1].anchor.segments[0]
    b.browser.verticalScrollBar().setValue(0)
    read(a, places[0])
    qtbot.waitUntil(lambda: are_level(a, b, places))


def test_where_there_is_nothing_the_pane_stays_and_says_so(
    beside: MainWindow, qtbot: QtBot
) -> None:
    alignment = aligned(beside)
    assert alignment is not None
    a, b = panes(beside)
    alone = alignment.first[alignment.only_first[-2]].source
    before = b.browser.verticalScrollBar().value()
    read(a, alone)
    qtbot.waitUntil(lambda: b.said == "Nothing in B on this")
    assert b.browser.verticalScrollBar().value() == before
    read(a, places_of(alignment, 0)[0])
    qtbot.waitUntil(lambda: b.said == "")


def test_a_paused_lock_moves_nothing(beside: MainWindow, qtbot: QtBot) -> None:
    alignment = aligned(beside)
    assert alignment is not None
    a, b = panes(beside)
    QTest.keyClick(
        beside,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    states = [beside.compare.lock.state]
    before = b.browser.verticalScrollBar().value()
    read(a, places_of(alignment, 0)[0])
    QApplication.processEvents()
    assert b.browser.verticalScrollBar().value() == before
    beside.actions_["lock"].trigger()
    assert [*states, beside.compare.lock.state] == [LockState.OFF, LockState.BY_POINT]
    assert beside.actions_["lock_point"].isChecked()


def test_alt_moves_one_side_and_the_offset_stays_until_matched(
    beside: MainWindow, qtbot: QtBot
) -> None:
    alignment = aligned(beside)
    assert alignment is not None
    a, b = panes(beside)
    places = places_of(alignment, 0)
    read(a, places[0])
    qtbot.waitUntil(lambda: are_level(a, b, places))
    here, there = (pane.browser.verticalScrollBar().value() for pane in (a, b))
    wheel(b, 1)
    QApplication.processEvents()
    assert a.browser.verticalScrollBar().value() == here
    moved = b.browser.verticalScrollBar().value() - there
    assert moved > 0
    read(a, places[0])
    QApplication.processEvents()
    assert not are_level(a, b, places), "the offset is a sync point"
    beside.rooms.pair.focus_side(Side.A)
    QTest.keyClick(beside, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert are_level(a, b, places)


def test_in_proportion_keeps_the_share_and_its_offset(beside: MainWindow, qtbot: QtBot) -> None:
    a, b = panes(beside)
    bars = [pane.browser.verticalScrollBar() for pane in (a, b)]
    beside.compare.lock.choose(LockState.OFF)
    for pane in (a, b):
        pane.show_share(0.0)
    beside.compare.lock.choose(LockState.PROPORTIONAL)
    bars[0].triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    qtbot.waitUntil(lambda: bars[1].value() > 0)
    assert a.share() == pytest.approx(b.share(), abs=0.02)
    beside.compare.lock.choose(LockState.OFF)
    b.show_share(0.0)
    a.show_share(0.5)
    beside.compare.lock.choose(LockState.PROPORTIONAL)
    bars[0].triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    QApplication.processEvents()
    assert b.share() < 0.2, "locked again, the panes keep the offset they have"


def test_the_lock_is_remembered_and_shown(beside: MainWindow) -> None:
    beside.compare.lock.choose(LockState.PROPORTIONAL)
    assert beside.settings.lock == "proportional"
    names = [button.accessibleName() for button in beside.tools.findChildren(QAbstractButton)]
    assert "Lock: in proportion" in names


def test_a_take_near_the_top_is_padded_to_the_level(beside: MainWindow, qtbot: QtBot) -> None:
    alignment = aligned(beside)
    assert alignment is not None
    a, b = panes(beside)
    first, last = alignment.first[-1].source, alignment.second[0].source
    one, other = texts(beside)
    beside.desk.open_beside({Side.A: Place(one, first), Side.B: Place(other, last)})
    qtbot.waitUntil(lambda: a.is_level and b.is_level and beside.desk.take_in(Side.B) is None)
    qtbot.waitUntil(lambda: are_level(a, b, (first, last)))


def test_the_marks_come_along_when_a_text_is_padded(beside: MainWindow, qtbot: QtBot) -> None:
    pane = beside.rooms.pair.panes[Side.A]
    assert pane.content is not None
    take = pane.content.others[0]
    beside.desk.open_take(take, Side.A)

    def opened() -> bool:
        shown = beside.desk.take_in(Side.A)
        return shown is not None and shown.id == take.id and pane.is_level

    qtbot.waitUntil(opened)
    browser, target = pane.browser, pane.target()
    assert target is not None

    def marked() -> int:
        """The take whose mark is painted where the words of the target begin."""
        browser.viewport().repaint()
        line = next(browser.line_rects(target))
        mark = browser.mark_at(line.center() - QPointF(0, browser.verticalScrollBar().value()))
        return mark.take_id if mark is not None else 0

    assert marked() == take.id
    before = browser.top_of(target.start)
    browser.scroll_to(target.start, browser.viewport().height() - 60, padded=True)
    assert browser.top_of(target.start) != before, "padded"
    assert marked() == take.id
