"""How much of the window is unfolded at which width; widths in em, so that large text folds too."""

from __future__ import annotations

from enum import IntEnum

from summit_reader.gui.tokens import tokens


class Fold(IntEnum):
    """From everything unfolded to panes one above the other."""

    WIDE = 0
    MEDIUM = 1
    NARROW = 2
    STACKED = 3


def fold_at(width: int, em: float) -> Fold:
    """The fold for a window `width` pixels wide whose interface font has this em."""
    layout, ems = tokens().layout, width / em
    if ems >= layout["wide"]:
        return Fold.WIDE
    if ems >= layout["medium"]:
        return Fold.MEDIUM
    return Fold.NARROW if ems >= layout["stack"] else Fold.STACKED
