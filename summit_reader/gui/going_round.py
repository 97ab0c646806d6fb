"""What F6 goes through: every part of the window, in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from summit_reader.gui.rooms import Rooms

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


def go_round(window: MainWindow, by: int) -> None:
    """Put the focus into the next part of the window, or into the one before."""
    rooms = window.rooms
    stops: list[QWidget] = [
        rooms.sidebar.point_view,
        rooms.takes.view,
        rooms.facets.view,
        rooms.results.view,
        rooms.pairs.view,
        rooms.preview,
        *(pane.stop for pane in rooms.pair.panes.values()),
        rooms.strip.view,
        *window.feeds.page.stops(),
        *window.pages.stops(),
    ]
    panes = {pane.stop: side for side, pane in rooms.pair.panes.items()}
    # A pane that there is no room for comes into sight when its turn comes.
    shown = [s for s in stops if s.isVisible() or (s in panes and rooms.pair.isVisible())]
    if shown:
        outside = -1 if by > 0 else 0
        here = next((at for at, stop in enumerate(shown) if _is_in(stop, rooms)), outside)
        stop = shown[(here + by) % len(shown)]
        if stop in panes:
            rooms.pair.focus_side(panes[stop])
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _is_in(stop: QWidget, rooms: Rooms) -> bool:
    """Whether the focus is in the part of the window that `stop` stands for."""
    parts = (rooms.takes, rooms.facets, rooms.results, rooms.pairs, rooms.strip)
    part = next(
        (one for one in (*parts, *rooms.pair.panes.values()) if one.isAncestorOf(stop)), stop
    )
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))
