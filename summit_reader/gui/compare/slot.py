"""What belongs to the content of a pane and goes along when panes change places."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.take import Take
from summit_reader.gui.compare.loading import Load
from summit_reader.gui.compare.trail import Trail
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.sides import Side


@dataclass(frozen=True, slots=True)
class Visit:
    """Something a pane has shown, and the document position it was read at when it went on."""

    load: Load
    place: int | None = None


class Slot:
    """What is being loaded for a pane, and where the pane has been."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.latest = Latest()
        self.trail = Trail[Visit]()
        self.shown: Visit | None = None
        self.opening: Take | None = None
