"""Two to six panes side by side: which one listens, how they stand, what is level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from summit_reader.domain.outlet import OutletRef
from summit_reader.gui.compare.lines import PaneLines
from summit_reader.gui.look import Look
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side

FEWEST = 2
NARROWEST, LOWEST = 300, 190
LEAST = 130
"""Height at 100 % below which a pane shows less of its text than of what is said about it."""
"""Width and height in px at 100 % text below which a pane is not worth its place."""


class PairView(QWidget):
    """Panes A, B and up to F. Exactly one of them listens to commands.

    `panes` holds those that are open; a letter is a place, so the open ones are always the first.
    `pane_made` tells of each pane once, when it is first there.
    """

    side_focused = Signal(object)
    outlet_chosen = Signal(object, int)
    take_stepped = Signal(object, int)
    pin_toggled = Signal(object)
    pane_made = Signal(object)
    count_changed = Signal(int)

    def __init__(self, look: Look, pane_actions: list[QAction], pin: QAction) -> None:
        super().__init__()
        self._look, self._actions, self._pin = look, pane_actions, pin
        self._side = Side.A
        self._outlets: tuple[OutletRef, ...] = ()
        self._made: dict[Side, ReadingPane] = {}
        self._is_stacked = self._in_rows = self._is_alone = self._is_arranging = False
        self._first = Side.A
        self._lines = PaneLines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._lines)
        self.panes: dict[Side, ReadingPane] = {}
        self.set_count(FEWEST)
        self.focus_side(Side.A)

    @property
    def splitter(self) -> QSplitter:
        """What holds the first line of panes."""
        return self._lines.splitter

    @property
    def side(self) -> Side:
        """The pane that listens."""
        return self._side

    @property
    def sides(self) -> tuple[Side, ...]:
        """The panes that are open."""
        return tuple(self.panes)

    @property
    def focused_pane(self) -> ReadingPane:
        """The pane that listens."""
        return self.panes[self._side]

    @property
    def columns(self) -> int:
        """How many panes ask for room beside each other; 1 where they stand in rows."""
        return 1 if self._in_rows or self._is_alone else len(self.panes)

    def next_side(self, side: Side, by: int = 1) -> Side:
        """The open pane after (or before) this one, round the ends: "the other" of two."""
        return Side((side + by) % len(self.panes))

    def set_count(self, count: int) -> None:
        """Open this many panes, two at least; what a pane shows stays with its letter."""
        count = min(max(count, FEWEST), len(Side))
        if count == len(self.panes):
            return
        for side in list(Side)[:count]:
            if side not in self._made:
                self._make(side)
        for side in list(Side)[count:]:
            if side in self.panes:
                self._made[side].clear_content()
        self.panes = {side: self._made[side] for side in list(Side)[:count]}
        if self._side not in self.panes:
            self.focus_side(Side(count - 1))
        self._arrange()
        self.count_changed.emit(count)

    def focus_side(self, side: Side) -> None:
        """Make this pane the target of commands."""
        self._side = side
        for pane in self.panes.values():
            pane.set_listening(pane.side is side)
        self._arrange()
        self.side_focused.emit(side)

    def show_content(
        self, side: Side, content: PaneContent, outlets: tuple[OutletRef, ...]
    ) -> None:
        """Show something in one pane; it is opened, and those before it, if it was not."""
        self._outlets = outlets
        self.set_count(max(len(self.panes), side + 1))
        self.panes[side].show_content(content, outlets)

    def clear_content(self) -> None:
        """Empty the panes; the two there always are stay open."""
        for pane in self.panes.values():
            pane.clear_content()
        self.set_count(FEWEST)

    def reorder(self, order: Sequence[Side]) -> None:
        """What `order[n]` shows goes to the n-th pane, at the place it was read at."""
        before = {side: (pane.content, pane.top_place()) for side, pane in self.panes.items()}
        for side, source in zip(self.panes, order, strict=True):
            content, place = before[source]
            if source is side:
                continue
            if content is None:
                self.panes[side].clear_content()
            else:
                self.panes[side].show_content(content, self._outlets)
                if content.take is None and place is not None:
                    self.panes[side].show_top(place)
        self.level()

    def level(self, sides: Sequence[Side] = ()) -> None:
        """Bring the takes to the same height; `sides` go to their beginning if they have none.

        The panes that are level already come along, and a text with too little above its take is
        padded: so the takes stand level wherever they stand in their texts.
        """
        for side in sides:
            if self.panes[side].target() is None:
                self.panes[side].level()
        marked = [pane for pane in self.panes.values() if pane.target() is not None]
        if marked:
            y = min(pane.browser.level_height() for pane in marked)
            for pane in marked:
                if pane.is_level or not sides or pane.side in sides:
                    pane.level(y, padded=len(marked) > 1)

    def _level_again(self) -> None:
        self.level([side for side, pane in self.panes.items() if pane.is_level])

    def stack(self, stacked: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Panes one above the other, where the window is too narrow for two columns."""
        self._is_stacked = stacked
        self._arrange()

    def set_rows(self, in_rows: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Panes one above the other because the reader likes them so, or side by side."""
        self._in_rows = in_rows
        self._arrange()
        self.count_changed.emit(len(self.panes))

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Show the pane that listens by itself, or all of them."""
        self._is_alone = alone
        self._arrange()
        self.count_changed.emit(len(self.panes))

    def equalise(self) -> None:
        """Give all panes the same room."""
        self._lines.equalise()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes there is room for, in one line or two; the one that listens always."""
        if not self.panes:
            return
        px = self._look.type.px
        rows = self._is_stacked or self._in_rows
        length, lowest = (self.height(), LOWEST) if rows else (self.width(), NARROWEST)
        in_line = max(length // px(lowest), 1)
        count = len(self.panes)
        above = max(self.height() // px(LEAST), 1)
        fewest = min(FEWEST, above) if rows else FEWEST
        wide = self._is_stacked or (above < FEWEST and not rows)
        most = 1 if self._is_alone else max(fewest, in_line * (1 if wide else 2))
        shown = min(count, most)
        first = min(max(self._first, self._side - shown + 1), self._side, count - shown)
        self._first = Side(first)
        lines = 1 if shown <= max(in_line, fewest) else 2
        focus = QApplication.focusWidget()
        held = focus if focus is not None and self.isAncestorOf(focus) else None
        self._is_arranging = True
        self._lines.show_panes(
            [self.panes[side] for side in self.sides[first : first + shown]],
            Qt.Orientation.Vertical if rows else Qt.Orientation.Horizontal,
            lines,
        )
        self._is_arranging = False
        if held is not None and QApplication.focusWidget() is not held:
            # What is hidden, or changes its line, loses the focus on the way.
            stop = held if held.isVisible() else self.focused_pane.stop
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, side: Side) -> None:
        pane = ReadingPane(side, self._look, self._actions, self._pin)
        self._made[side] = pane
        pane.focused.connect(self._on_focused)
        pane.outlet_chosen.connect(self.outlet_chosen)
        pane.take_stepped.connect(self.take_stepped)
        pane.pin_toggled.connect(self.pin_toggled)
        pane.level_asked.connect(self._level_again)
        self.pane_made.emit(pane)

    def _on_focused(self, side: Side) -> None:
        # While panes are hidden the focus wanders, and not because the reader turned to one.
        if side in self.panes and not self._is_arranging:
            self.focus_side(side)
