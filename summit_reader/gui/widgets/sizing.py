"""How large a window opens: as its text asks, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from summit_reader.gui.tokens import tokens

SHARE = 0.92
"""How much of a screen a window may fill when it opens; the rest is for its frame."""


def scaled(length: float) -> int:
    """A length at 100 % in pixels at the size of the interface font."""
    return round(length * QApplication.font().pixelSize() / tokens().faces["ui"].size)


def open_at(window: QWidget, size: tuple[int, int]) -> None:
    """Give a window that size at 100 %, grown with the text as far as the screen has room."""
    room = window.screen().availableSize() * SHARE
    window.resize(QSize(scaled(size[0]), scaled(size[1])).boundedTo(room))
