"""In a narrow window the point and its takes fold into one line above the panes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton

from summit_reader.domain.point import PointView
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.opening import point_step_buttons
from summit_reader.gui.wording import outlet_line, quoted, takes_counted, unmarked

WORDS = 60


class PointBar(Ground):
    """Number and title of the point, a menu of its takes, steps to the next point."""

    take_opened = Signal(object, bool)
    point_stepped = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper_alt")
        self._view: PointView | None = None
        look.names.changed.connect(self._fill)
        self._number = Label(look, "caps", "ink2")
        self._title = ElidedLabel(look, "point")
        self._takes = QToolButton()
        self._takes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._takes.setAccessibleName(self.tr("Takes on this point"))
        self._menu = QMenu(self._takes)
        self._takes.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._number)
        row.addWidget(self._title, 1)
        row.addWidget(self._takes)
        for button in point_step_buttons(look, self.point_stepped.emit):
            row.addWidget(button)

    def show_point(self, view: PointView, number: int, count: int) -> None:
        """Show a point: the `number`-th of `count`."""
        self._number.setText(self.tr("Point {0} of {1}").format(number, count))
        self._title.setText(view.summary.point.question)
        self._takes.setText(takes_counted(view.summary.takes))
        self._view = view
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        for entry in self._view.takes if self._view is not None else ():
            words = quoted(entry.take)
            shown = words if len(words) <= WORDS else words[:WORDS].rsplit(" ", 1)[0] + "…"
            action = self._menu.addAction(
                unmarked(f"{outlet_line(self._look.names.outlet(entry.take.outlet))}  {shown}")
            )
            action.triggered.connect(
                lambda _=False, take=entry.take: self.take_opened.emit(take, False)
            )
