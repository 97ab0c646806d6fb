"""How the window was left: its place, its widths, the point at hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow

from summit_reader.gui.rooms import Rooms
from summit_reader.gui.settings import Settings

SIZE = QSize(1280, 800)
"""What a window has that nobody has resized yet."""


def restore(window: QMainWindow, rooms: Rooms, settings: Settings) -> None:
    """Give the window the place and the widths it was left with."""
    window.resize(SIZE)
    if not settings.geometry.isEmpty():
        window.restoreGeometry(settings.geometry)
    if not settings.panes.isEmpty():
        rooms.pair.splitter.restoreState(settings.panes)
    rooms.restore_widths(settings.left_widths)
    rooms.want_sidebar(settings.sidebar_shown)


def keep(window: QMainWindow, rooms: Rooms, settings: Settings) -> None:
    """Remember its place and its widths."""
    settings.geometry = window.saveGeometry()
    settings.panes = rooms.pair.splitter.saveState()
    settings.left_widths = rooms.widths()


def bring_forward(window: QMainWindow) -> None:
    """Have the window seen, even if it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def keep_point(settings: Settings, library: Path, point_id: int) -> None:
    """Remember which point of a library was at hand."""
    settings.point = point_id
    settings.point_library = str(library)


def point_kept(settings: Settings, library: Path | None) -> int:
    """The point that was at hand in that library; 0 if it is not known."""
    return settings.point if str(library or "") == settings.point_library else 0
