"""Rows from right to left: laid out once, from the left, and turned round as a whole.

What is drawn in a painter that was turned round stands where it belongs, but looks into the wrong
direction: words and letters are drawn `upright`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unicodedata import bidirectional

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QToolButton, QWidget

LEADING, TRAILING = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def is_mirrored(option: QStyleOptionViewItem) -> bool:
    """Whether a row is to be read from the right."""
    # Handed over by the view, which asks its style; cheaper than asking the widget.
    direction: Qt.LayoutDirection = option.direction
    return direction == Qt.LayoutDirection.RightToLeft


def turn(painter: QPainter, box: QRectF) -> None:
    """Turn the painter round about the middle of the box, or back if it is turned already."""
    middle = box.center().x()
    painter.translate(2 * middle, 0)
    painter.scale(-1, 1)


def is_turned(painter: QPainter) -> bool:
    """Whether what is drawn comes out the other way round."""
    return painter.worldTransform().m11() < 0


@contextmanager
def upright(painter: QPainter, box: QRectF) -> Iterator[bool]:
    """Inside, what is drawn into the box looks as it should; tells whether it was turned round."""
    turned = is_turned(painter)
    if not turned:
        yield False
        return
    painter.save()
    turn(painter, box)
    yield True
    painter.restore()


def drawn_at(option: QStyleOptionViewItem, spot: QPoint) -> QPoint:
    """Where something was drawn that is seen at this spot of a row."""
    if not is_mirrored(option):
        return spot
    return QStyle.visualPos(Qt.LayoutDirection.RightToLeft, option.rect, spot)


def direction_of(text: str) -> Qt.LayoutDirection:
    """From the right if any letter is read so.

    Names in other letters are often first in a line of such a window, and tell nothing of it.
    """
    from_right = not text.isascii() and any(bidirectional(one) in {"R", "AL"} for one in text)
    return Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight


def set_direction(painter: QPainter, text: str) -> None:
    """Have a line of a window that is read from the right begin where its words do."""
    painter.setLayoutDirection(direction_of(text))


def alignment(*, turned: bool, trailing: bool = False) -> Qt.AlignmentFlag:
    """Flags that put one line at the beginning or the end of an upright box, in its middle."""
    side = TRAILING if trailing is not turned else LEADING
    return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side


def beside(*, turned: bool) -> int:
    """Flags that put words at the end of an upright box, in as many lines as they take."""
    flags = alignment(turned=turned, trailing=True) & ~Qt.AlignmentFlag.AlignVCenter
    return int(flags | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def turn_for(painter: QPainter, widget: QWidget) -> None:
    """Turn the painter of a widget round where it is read from the right."""
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if widget.isRightToLeft():
        turn(painter, QRectF(widget.rect()))


def put_icon_behind(button: QToolButton) -> None:
    """Have the icon of a button stand behind its words, as the arrow of a menu does."""
    against = Qt.LayoutDirection.RightToLeft
    if button.isRightToLeft():
        against = Qt.LayoutDirection.LeftToRight
    button.setLayoutDirection(against)
