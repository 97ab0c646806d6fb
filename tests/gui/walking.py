"""Going through every screen that there is a picture of, in one window after another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from pictures.looks import Look
from pictures.material import staged, wire
from pictures.screens import Sitting
from pictures.studio import Studio

Visit = Callable[[str, QWidget], None]
"""What is done at a screen: told its name, and each window that is in sight."""


def walk(sitting: Sitting, look: Look, folder: Path, visit: Visit) -> None:
    """Visit every screen of a sitting, and the questions that are asked on the way."""
    name = ""
    with staged(wire()):
        studio = Studio(look, folder, lambda asking: visit(name, asking))
        library = None
        if sitting.library is not None:
            library = folder / "Summit"
            sitting.library(library)
        with studio.open(library):
            for screen in sitting.screens:
                name = screen.name
                screen.take(studio)
                studio.rest()
                for window in (studio.window, *studio.above()):
                    if not isinstance(window, QMenu):
                        visit(name, window)
                studio.tidy()
