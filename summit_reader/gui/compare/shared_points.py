"""Comparing outlets: the points they share are listed, and the first is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout

from summit_reader.domain.outlet import OutletRef, OutletSummary
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.scope_chips import ScopeChips
from summit_reader.gui.widgets.sides import Side

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow

FEWEST = 2


class SharedPoints(QObject):
    """Compares the outlets chosen in their list until the reader takes one of them away again.

    Meanwhile the other points are hidden, and a point opens with what these outlets have on it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._outlets: tuple[OutletRef, ...] = ()
        self._shared: tuple[int, ...] = ()
        self._sidebar = sidebar = window.rooms.sidebar
        self.chips = ScopeChips(window.look)
        self.chips.setAccessibleName(self.tr("Outlets being compared"))
        self.chips.setContentsMargins(10, 0, 10, 6)
        self.chips.removed.connect(self._take_away)
        part = sidebar.point_view.parentWidget()
        section = part.layout() if part is not None else None
        assert isinstance(section, QVBoxLayout)  # noqa: S101 - what the sidebar makes of a section
        section.insertWidget(section.indexOf(sidebar.point_view), self.chips)
        sidebar.outlet_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            across = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), sidebar.outlet_view)
            across.setContext(Qt.ShortcutContext.WidgetShortcut)
            across.activated.connect(window.actions_["compare"].trigger)
        sidebar.points.modelReset.connect(self._hide_others)
        sidebar.point_view.selectionModel().currentChanged.connect(self._on_current)
        window.session.opened.connect(self.clear)
        window.look.names.changed.connect(self._name_outlets)

    def compare(self) -> bool:
        """Compare what is chosen in the list of outlets; False if that is not where one is."""
        view = self._sidebar.outlet_view
        rows = sorted(view.selectionModel().selectedIndexes(), key=lambda index: index.row())
        values = (index.data(VALUE) for index in rows)
        outlets = [value.outlet for value in values if isinstance(value, OutletSummary)]
        if not view.hasFocus():
            return False
        if len(outlets) < FEWEST:
            self._say(self.tr("Choose two outlets: Ctrl+click, or Shift with the arrow keys."))
        else:
            self._find(tuple(outlets[: len(Side)]))
        return True

    def clear(self) -> None:
        """Show all points again."""
        self._show((), ())

    def _find(self, outlets: tuple[OutletRef, ...]) -> None:
        def found(shared: tuple[int, ...]) -> None:
            if shared:
                self._show(outlets, shared)
                self._sidebar.choose_point(shared[0])
                self._window.open_pair(shared[0])
            else:
                self._say(
                    self.tr("No point in common: {0}.").format(", ".join(self._names(outlets)))
                )

        ids = [outlet.id for outlet in outlets]
        self._window.session.read(lambda services: services.comparing.shared_points(ids), found)

    def _show(self, outlets: tuple[OutletRef, ...], shared: tuple[int, ...]) -> None:
        self._outlets, self._shared = outlets, shared
        self._window.desk.beside = tuple(outlet.id for outlet in outlets)
        self._name_outlets()
        self._hide_others()

    def _take_away(self, at: int) -> None:
        left = self._outlets[:at] + self._outlets[at + 1 :]
        if len(left) < FEWEST:
            self.clear()
        else:
            self._find(left)

    def _hide_others(self) -> None:
        view, points = self._sidebar.point_view, self._sidebar.points
        for row, summary in enumerate(points.rows):
            is_hidden = bool(self._shared) and summary.point.id not in self._shared
            view.setRowHidden(row, is_hidden)

    def _on_current(self) -> None:
        """A point that is gone to from elsewhere is not to be out of sight in its own list."""
        point = self._sidebar.current_point()
        if self._shared and point is not None and point not in self._shared:
            self.clear()

    def _name_outlets(self) -> None:
        self.chips.show_names(self._names(self._outlets))

    def _names(self, outlets: tuple[OutletRef, ...]) -> list[str]:
        return [self._window.look.names.outlet(outlet).name for outlet in outlets]

    def _say(self, text: str) -> None:
        self._window.toast.say(text)
