"""Panes in one line, or in two where one line would crowd them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

EQUAL = 1000
Shape = tuple[tuple[QWidget, ...], Qt.Orientation, int]
"""The panes on show, the direction of their lines, and how many lines there are."""


class PaneLines(QWidget):
    """Holds panes between handles; a double click on a handle gives all of them the same room."""

    def __init__(self) -> None:
        super().__init__()
        self.splitter = _splitter()
        self._second = _splitter()
        self._both = _splitter()
        self._both.addWidget(self.splitter)
        self._both.addWidget(self._second)
        self._second.hide()
        self._shape: Shape | None = None
        # What the reader dragged the handles to, for each way in which panes have stood here.
        self._sizes: dict[Shape, list[list[int]]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both)

    def show_panes(self, panes: Sequence[QWidget], orientation: Qt.Orientation, lines: int) -> None:
        """Show these, and no others, in `lines` lines (1 or 2) that run in this direction."""
        shape = (tuple(panes), orientation, lines)
        if shape == self._shape:
            return
        if self._shape is not None:
            self._sizes[self._shape] = [one.sizes() for one in self._every]
        self._shape = shape
        held = [
            splitter.widget(number)
            for splitter in self._splitters
            for number in range(splitter.count())
        ]
        first = -(-len(panes) // lines)
        self.splitter.setOrientation(orientation)
        self._second.setOrientation(orientation)
        is_horizontal = orientation is Qt.Orientation.Horizontal
        self._both.setOrientation(
            Qt.Orientation.Vertical if is_horizontal else Qt.Orientation.Horizontal
        )
        for number, pane in enumerate(panes):
            splitter = self.splitter if number < first else self._second
            place = number if number < first else number - first
            if splitter.indexOf(pane) != place:
                splitter.insertWidget(place, pane)
            pane.show()
        for other in held:
            if other is not None and other not in panes:
                other.hide()
        self._second.setVisible(lines > 1)
        self._watch_handles()
        self.equalise()
        for one, sizes in zip(self._every, self._sizes.get(shape, ()), strict=False):
            one.setSizes(sizes)

    def equalise(self) -> None:
        """Give all panes the same room."""
        for splitter in self._every:
            splitter.setSizes([EQUAL] * splitter.count())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.equalise()
            return True
        return super().eventFilter(watched, event)

    @property
    def _splitters(self) -> tuple[QSplitter, QSplitter]:
        return self.splitter, self._second

    @property
    def _every(self) -> tuple[QSplitter, ...]:
        return (*self._splitters, self._both)

    def _watch_handles(self) -> None:
        for splitter in self._every:
            for number in range(1, splitter.count()):
                splitter.handle(number).installEventFilter(self)


def _splitter() -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
