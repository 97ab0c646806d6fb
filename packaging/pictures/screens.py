"""What a picture is of, and in which order they are taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from pictures.studio import Studio

Shot = Callable[[Studio], QWidget | QPixmap]


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: its name in files, its title, and how the window comes to show it.

    The chief ones are drawn in every look.
    """

    name: str
    title: str
    take: Shot
    is_chief: bool


@dataclass(slots=True)
class Sitting:
    """Screens taken one after another in one window, each from where the one before left it.

    `library` makes the library in an empty folder; without one the window has none open.
    """

    title: str
    library: Callable[[Path], None] | None
    screens: list[Screen] = field(default_factory=list)

    def screen(self, name: str, title: str, *, chief: bool = False) -> Callable[[Shot], Shot]:
        """Take up a screen."""

        def taken(shot: Shot) -> Shot:
            self.screens.append(Screen(name, title, shot, chief))
            return shot

        return taken
