"""What sorts of outlets are called."""

from __future__ import annotations

from summit_reader.domain.outlet import OutletKind
from summit_reader.gui.wording import tr


def kind_name(kind: OutletKind) -> str:
    """The sort as a word within a sentence."""
    names = {
        OutletKind.NEWSPAPER: tr("newspaper"),
        OutletKind.MAGAZINE: tr("magazine"),
        OutletKind.AGENCY: tr("agency"),
        OutletKind.BROADCASTER: tr("broadcaster"),
        OutletKind.WEBSITE: tr("website"),
        OutletKind.PRESS_REVIEW: tr("press review"),
        OutletKind.UNKNOWN: tr("unknown"),
    }
    return names[kind]
