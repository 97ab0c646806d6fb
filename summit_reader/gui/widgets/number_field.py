"""A field for a number between limits."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

INDENT = 7
"""px between frame and number, as in other fields: Qt gives spin boxes no padding of a style's."""


def number_field(least: int, most: int, step: int = 1, unit: str = "") -> QSpinBox:
    """A spin box whose number counts when it is whole, not with each digit."""
    field = QSpinBox()
    field.setRange(least, most)
    field.setSingleStep(step)
    field.setSuffix(unit)
    # Each key would lay all texts out anew: 1 and 8 are typed for 18.
    field.setKeyboardTracking(False)
    field.lineEdit().setTextMargins(INDENT, 0, 0, 0)
    return field
