"""Boxes, fields and tabs can be told from their ground in every theme: 3 to 1 at their edges."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from summit_reader.gui.theme import Theme, ThemeChoice
from tests.architecture.test_contrast import contrast

LEAST = 3.0
THEMES = [one for one in ThemeChoice if one is not ThemeChoice.SYSTEM]


@pytest.fixture(params=THEMES)
def _themed(qapp: QApplication, request: pytest.FixtureRequest) -> None:
    Theme().choose(qapp, request.param)


def shown(control: QWidget, qtbot: QtBot) -> QImage:
    """The picture of a control in a window, with a little of the ground around it."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(control)
    column.addWidget(QPushButton("Elsewhere"))
    window.show()
    window.findChildren(QPushButton)[-1].setFocus()
    QApplication.processEvents()
    return window.grab(control.geometry().adjusted(-2, -2, 2, 2)).toImage()


def strongest(image: QImage, across: range, down: range) -> float:
    """The highest contrast of any pixel of a part of a picture to its first one."""
    ground = QColor(image.pixel(0, 0)).name()
    return max(contrast(QColor(image.pixel(x, y)).name(), ground) for x in across for y in down)


@pytest.mark.usefixtures("_themed")
@pytest.mark.parametrize("kind", [QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox])
def test_a_field_has_an_outline(kind: type[QWidget], qtbot: QtBot) -> None:
    image = shown(kind(), qtbot)
    middle = image.height() // 2
    assert strongest(image, range(6), range(middle, middle + 1)) >= LEAST


@pytest.mark.usefixtures("_themed")
@pytest.mark.parametrize("checked", [False, True])
def test_a_box_can_be_seen_ticked_and_not(qtbot: QtBot, *, checked: bool) -> None:
    box = QCheckBox()
    box.setChecked(checked)
    image = shown(box, qtbot)
    assert strongest(image, range(10), range(image.height())) >= LEAST


@pytest.mark.usefixtures("_themed")
def test_a_ticked_box_differs_by_more_than_its_colour(qtbot: QtBot) -> None:
    box = QCheckBox()
    box.setChecked(True)
    image = shown(box, qtbot)
    colours = [QColor(image.pixel(x, y)).name() for x in range(18) for y in range(image.height())]
    fill = max(set(colours) - {colours[0]}, key=colours.count)
    assert max(contrast(fill, other) for other in set(colours)) >= LEAST


@pytest.mark.usefixtures("_themed")
def test_the_chosen_tab_is_underlined(qtbot: QtBot) -> None:
    tabs = QTabBar()
    tabs.addTab("Reading")
    tabs.addTab("Keys")
    image = shown(tabs, qtbot)
    # The lowest strong pixel under the first letters belongs to the line, which none else has.
    under = range(image.height() - 12, image.height())
    assert strongest(image, range(20, 30), under) >= LEAST
