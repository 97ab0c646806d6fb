"""Two panes side by side: which one listens, swapping, levelling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from summit_reader.domain.outlet import OutletRef
from summit_reader.gui.look import Look
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side


class PairView(QWidget):
    """The splitter with panes A and B. Exactly one of them listens to commands."""

    side_focused = Signal(object)
    outlet_chosen = Signal(object, int)
    take_stepped = Signal(object, int)
    pin_toggled = Signal(object)

    def __init__(self, look: Look, pane_actions: list[QAction], pin: QAction) -> None:
        super().__init__()
        self.panes = {side: ReadingPane(side, look, pane_actions, pin) for side in Side}
        self._side = Side.A
        self._outlets: tuple[OutletRef, ...] = ()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in self.panes.values():
            self.splitter.addWidget(pane)
            pane.focused.connect(self.focus_side)
            pane.outlet_chosen.connect(self.outlet_chosen)
            pane.take_stepped.connect(self.take_stepped)
            pane.pin_toggled.connect(self.pin_toggled)
        self.splitter.handle(1).installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.focus_side(Side.A)

    @property
    def side(self) -> Side:
        """The pane that listens."""
        return self._side

    @property
    def focused_pane(self) -> ReadingPane:
        """The pane that listens."""
        return self.panes[self._side]

    def focus_side(self, side: Side) -> None:
        """Make this pane the target of commands."""
        self._side = side
        for pane in self.panes.values():
            pane.set_listening(pane.side is side)
        self.side_focused.emit(side)

    def show_content(
        self, side: Side, content: PaneContent, outlets: tuple[OutletRef, ...]
    ) -> None:
        """Show something in one pane."""
        self._outlets = outlets
        self.panes[side].show_content(content, outlets)

    def clear_content(self) -> None:
        """Empty both panes."""
        for pane in self.panes.values():
            pane.clear_content()

    def swap(self) -> None:
        """What A shows goes to B, and the other way round."""
        one, two = (self.panes[side].content for side in Side)
        for side, content in ((Side.A, two), (Side.B, one)):
            if content is None:
                self.panes[side].clear_content()
            else:
                self.panes[side].show_content(content, self._outlets)
        self.level()

    def level(self) -> None:
        """Bring both takes to the same height."""
        for pane in self.panes.values():
            pane.level()

    def stack(self, stacked: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Panes one above the other, where the window is too narrow for two columns."""
        wanted = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.equalise()

    def equalise(self) -> None:
        """Give both panes the same room."""
        self.splitter.setSizes([1000, 1000])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.equalise()
            return True
        return super().eventFilter(watched, event)
