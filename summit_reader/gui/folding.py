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


PANE = 22
"""Width in em that each pane beyond the second takes from the lists beside them."""


def fold_at(width: int, em: float, columns: int = 2) -> Fold:
    """The fold for a window `width` pixels wide whose interface font has this em.

    More than two columns of text fold the lists away earlier; panes stack for want of width alone.
    """
    layout, ems = tokens().layout, width / em
    if ems < layout["stack"]:
        return Fold.STACKED
    ems -= PANE * max(columns - 2, 0)
    if ems >= layout["wide"]:
        return Fold.WIDE
    return Fold.MEDIUM if ems >= layout["medium"] else Fold.NARROW
