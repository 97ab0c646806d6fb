"""Colours, faces, icons and the names of outlets, handed together to whatever draws."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from summit_reader.gui.icons import Icons
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.theme import Theme
from summit_reader.gui.typography import Typography


class Look(QObject):
    """What a widget needs to draw itself; `changed` asks for a repaint or a new layout."""

    changed = Signal()

    def __init__(self, theme: Theme, type_: Typography, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.type = type_
        self.icons = Icons(theme, type_.scale)
        self.names = OutletNames(self)
        theme.changed.connect(self.changed)
        type_.changed.connect(self.changed)
        self.names.changed.connect(self.changed)
