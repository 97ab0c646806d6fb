"""The bar above every room that says what the library is narrowed to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from summit_reader.gui.look import Look
from summit_reader.gui.widgets.labels import ElidedLabel
from summit_reader.gui.widgets.scope_chips import ScopeChips
from summit_reader.gui.wording import tr

ICON = 16


class FilterBar(QWidget):
    """A chip for each filter, which takes it away; what is left, a way to more, and to none.

    It is in sight while there are filters and the page below heeds them.
    """

    more_asked = Signal()
    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wanted, self._heeded = False, True
        self.setAccessibleName(tr("Filters"))
        self._icon = QLabel()
        self.chips = ScopeChips(look)
        self.chips.setAccessibleName(tr("Filters"))
        self._left = ElidedLabel(look, "micro", "ink2")
        self._left.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more = QPushButton(tr("Another filter…"))
        self.clear = QPushButton(tr("Remove all"))
        self.clear.setAccessibleName(tr("Remove all filters"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.chips, 1)
        row.addWidget(self._left)
        for button, told in ((self.more, self.more_asked), (self.clear, self.cleared)):
            button.setFlat(True)
            button.setAutoDefault(False)
            button.clicked.connect(told)
            row.addWidget(button)
        look.theme.changed.connect(self._draw_icon)
        self._draw_icon()
        self.hide()

    def show_filters(self, names: Sequence[str], left: str) -> None:
        """Show these filters, and what they leave of the library."""
        self.chips.show_names(names)
        self._left.setText(left)
        self._wanted = bool(names)
        self.setVisible(self._wanted and self._heeded)

    def heed(self, heeded: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Say whether what is shown below is narrowed."""
        self._heeded = heeded
        self.setVisible(self._wanted and heeded)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.theme.colour("rule"))
        painter.end()

    def _draw_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.icons.pixmap("filter", "ink2", ICON, ratio))
