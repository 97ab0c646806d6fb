"""Text twice as large: what stands beside the words grows, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QToolButton

from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.scaled_style import style_for
from summit_reader.gui.settings import Settings
from summit_reader.gui.system_text import chosen_scale
from tests.gui.conftest import NewWindow

Metric = QStyle.PixelMetric


def is_wide(window: MainWindow, width: int) -> bool:
    return window.width() == width


@pytest.fixture
def large(settings: Settings, qapp: QApplication) -> Iterator[Settings]:
    """Settings of a reader who wants text twice as large."""
    settings.text_scale = 2.0
    yield settings
    qapp.setStyle(style_for(1.0))


def test_what_stands_beside_words_grows_with_them(qapp: QApplication) -> None:
    grow = (Metric.PM_SmallIconSize, Metric.PM_LineEditIconSize, Metric.PM_IndicatorWidth)
    stay = (Metric.PM_DefaultFrameWidth, Metric.PM_SplitterWidth)

    def measured() -> list[int]:
        return [qapp.style().pixelMetric(metric) for metric in (*grow, *stay)]

    plain = measured()
    qapp.setStyle(style_for(2.0))
    assert measured() == [*(2 * length for length in plain[: len(grow)]), *plain[len(grow) :]]
    qapp.setStyle(style_for(1.0))
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
