"""How large the system wants its text."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QFontInfo

USUAL = 12.0
"""Pixels of the interface font of most systems at 100 %."""
LARGE = 1.3
"""From here on the system's text is large by choice; below, systems differ by themselves."""


def system_text_scale() -> float:
    """How many times as large as usual the system wants text; 1.0 unless it is large by choice."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return chosen_scale(QFontInfo(font).pixelSize())


def chosen_scale(pixels: int) -> float:
    """The same for a system whose interface font is that high.

    >>> chosen_scale(13), chosen_scale(15), chosen_scale(24)
    (1.0, 1.0, 2.0)
    """
    return pixels / USUAL if pixels >= LARGE * USUAL else 1.0
