"""Rows from right to left: a mirror image of those from the left, with letters the right way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.mirroring import direction_of, drawn_at, turn, upright
from summit_reader.gui.widgets.sides import Side, paint_badge

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
SIZE = 100


def drawn(look: Look, *, turned: bool) -> QImage:
    """A badge at the left of a picture, perhaps in a painter that was turned round."""
    image = QImage(SIZE, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    if turned:
        turn(painter, QRectF(0, 0, SIZE, 30))
    paint_badge(painter, QRectF(4, 4, 22, 22), Side.B, look, filled=False)
    painter.end()
    return image


def unlike(one: QImage, other: QImage) -> int:
    """How far two pictures of one size are from each other."""
    spots = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness())
               for at in spots)  # fmt: skip


def test_a_letter_stands_at_the_other_side_and_can_be_read(look: Look) -> None:
    plain, turned = drawn(look, turned=False), drawn(look, turned=True)
    letter = plain.copy(QRect(8, 6, 14, 18))
    found = turned.copy(QRect(SIZE - 22, 6, 14, 18))
    backwards = letter.transformed(QTransform.fromScale(-1, 1))
    assert unlike(found, letter) < unlike(found, backwards) / 2


def test_turning_twice_is_no_turning(look: Look) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    turn(painter, QRectF(0, 0, 10, 10))
    with upright(painter, QRectF(0, 0, 10, 10)) as turned:
        assert turned
        assert painter.worldTransform().isIdentity()
    painter.end()


def test_a_click_is_taken_where_it_is_seen() -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 100, 20)
    option.direction = LEFT
    assert drawn_at(option, QPoint(10, 5)) == QPoint(10, 5)
    option.direction = RIGHT
    assert drawn_at(option, QPoint(10, 5)) == QPoint(89, 5)


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Who pays?", LEFT), ("من يدفع؟", RIGHT), ("BBC · خبير", RIGHT), ("14 Mar 2026", LEFT)],
)
def test_a_line_begins_where_its_words_do(text: str, direction: Qt.LayoutDirection) -> None:
    assert direction_of(text) is direction


@pytest.mark.usefixtures("_from_right")
def test_a_label_keeps_a_foreign_headline_in_its_order(look: Look, qtbot: QtBot) -> None:
    label = Label(look, "ui")
    qtbot.addWidget(label)
    label.setText("Who pays?")
    assert label.layoutDirection() is LEFT
    label.setText("من يدفع؟")
    assert label.layoutDirection() is RIGHT


@pytest.fixture
def _from_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RIGHT)
    yield
    qapp.setLayoutDirection(LEFT)


def ink_at(view: QWidget, *, left: bool) -> int:
    """How many pixels of a list differ from its ground in its outer fifth."""
    image = view.grab().toImage()
    ground = image.pixel(image.width() // 2, image.height() - 2)
    fifth = image.width() // 5
    columns = range(fifth) if left else range(image.width() - fifth, image.width())
    return sum(image.pixel(x, y) != ground for x in columns for y in range(0, image.height(), 2))


@pytest.mark.usefixtures("_from_right")
def test_outlets_begin_at_the_right(opened: MainWindow) -> None:
    view = opened.rooms.sidebar.outlet_view
    assert ink_at(view, left=False) > ink_at(view, left=True)
