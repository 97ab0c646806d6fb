"""Text twice as large: what stands beside the words grows, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QToolButton
from pytestqt.qtbot import QtBot

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.scaled_style import chosen_scale, use_style
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.sides import Side
from tests.gui.conftest import NewWindow

Metric = QStyle.PixelMetric


def is_wide(window: MainWindow, width: int) -> bool:
    return window.width() == width


@pytest.fixture
def large(settings: Settings, qapp: QApplication) -> Iterator[Settings]:
    """Settings of a reader who wants text twice as large."""
    settings.text_scale = 2.0
    yield settings
    use_style(qapp, 1.0)


def test_what_stands_beside_words_grows_with_them(qapp: QApplication) -> None:
    grow = (Metric.PM_SmallIconSize, Metric.PM_LineEditIconSize, Metric.PM_IndicatorWidth)
    stay = (Metric.PM_DefaultFrameWidth, Metric.PM_SplitterWidth)

    def measured() -> list[int]:
        return [qapp.style().pixelMetric(metric) for metric in (*grow, *stay)]

    plain = measured()
    use_style(qapp, 2.0)
    assert measured() == [*(2 * length for length in plain[: len(grow)]), *plain[len(grow) :]]
    use_style(qapp, 1.0)
    assert measured() == plain


@pytest.mark.parametrize("pixels", [11, 12, 13, 15])
def test_systems_differ_in_their_usual_text(pixels: int) -> None:
    assert chosen_scale(pixels) == 1.0


def test_text_that_the_system_has_large_is_large_here() -> None:
    assert chosen_scale(24) == 2.0


def test_buttons_and_hints_have_room(large: Settings, new_window: NewWindow) -> None:
    window = new_window()
    window.resize(1024, 700)
    assert large.text_scale == 2.0
    icons = {button.iconSize().width() for button in window.findChildren(QToolButton)}
    assert min(icons) >= 28
    field = window.field
    words = QFontMetrics(field.font()).horizontalAdvance(field.placeholderText())
    assert words + field.sizeHint().height() < field.width()


def test_the_hint_of_the_strip_is_said_in_fewer_words(opened: MainWindow, qtbot: QtBot) -> None:
    hint = opened.rooms.strip.nothing
    for width in (1280, 700, 560):
        opened.resize(width, 700)
        qtbot.waitUntil(partial(is_wide, opened, width))
        QApplication.processEvents()
        shown = hint.shown()
        assert QFontMetrics(hint.font()).horizontalAdvance(shown) <= hint.contentsRect().width()
        assert "…" not in shown
    assert hint.accessibleName().startswith("Nothing pinned. Ctrl+D keeps")


def test_a_low_stacked_window_shows_the_pane_that_listens_alone(
    paired: MainWindow, qtbot: QtBot
) -> None:
    panes = paired.rooms.pair.panes
    paired.resize(520, 900)
    qtbot.waitUntil(lambda: paired.rooms.pair.columns == 2 and paired.width() < 600)
    qtbot.waitUntil(lambda: panes[Side.A].isVisible() and panes[Side.B].isVisible())
    paired.resize(520, 420)
    qtbot.waitUntil(lambda: not panes[Side.B].isVisible())
    least = panes[Side.A].header.sizeHint().height()
    assert panes[Side.A].header.height() >= least
    panes[Side.A].browser.setFocus()
    paired.actions_["next_pane"].trigger()
    qtbot.waitUntil(lambda: panes[Side.B].isVisible() and not panes[Side.A].isVisible())


def test_panes_in_rows_stand_beside_each_other_where_rows_are_too_low(
    paired: MainWindow, qtbot: QtBot
) -> None:
    panes = paired.rooms.pair.panes
    paired.actions_["rows"].setChecked(True)
    paired.resize(1280, 1000)
    qtbot.waitUntil(lambda: panes[Side.B].y() > panes[Side.A].y())
    paired.resize(1280, 480)
    a, b = panes[Side.A], panes[Side.B]
    qtbot.waitUntil(
        lambda: (
            a.isVisible()
            and b.isVisible()
            and a.mapTo(paired, QPoint()).y() == b.mapTo(paired, QPoint()).y()
        )
    )
