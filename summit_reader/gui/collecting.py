"""Cycles of objects that nobody needs any more, collected where and when it does no harm.

Python looks for them on whichever thread happens to make the next object. On one that reads the
library it would destroy Qt's objects beside the thread they live on, which ends in a crash; on that
of the window it would do so in the middle of a frame, and going through all there is takes longer
than a frame may.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from summit_reader.gui.precedence import Precedence

EVERY_MS = 100
"""Milliseconds between two looks at how much has gathered."""
MANY = 5_000
"""Objects made, and not destroyed, since the last look that are worth going through."""
QUIET = 2.0
"""Seconds without an event after which nobody notices a tenth of a second."""
_YOUNG, _ALL = 0, 2


class Collector(QObject):
    """Collects on the window's thread alone: what is young now and then, all in quiet moments."""

    def __init__(self, precedence: Precedence, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._precedence = precedence
        self._grown = True
        self._frozen = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY_MS)

    def look(self) -> None:
        """Collect what is due."""
        if gc.get_count()[0] >= MANY:
            gc.collect(_YOUNG)
            self._grown = True
        if self._grown and self._precedence.is_quiet_for(QUIET):
            gc.collect(_ALL)
            self._grown = False
            if not self._frozen:
                # What stands when all is loaded stays to the end: it is not gone through again.
                gc.freeze()
                self._frozen = True

    def release(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
