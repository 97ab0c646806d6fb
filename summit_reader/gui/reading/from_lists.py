"""Paging through the text from the lists beside it, as mail programs do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from summit_reader.gui.compare.pair import PairView

TURNS = {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}


class ListPaging(QObject):
    """Space in one of the lists turns the pages of the pane that listens, and the focus stays."""

    def __init__(self, pair: PairView, lists: Iterable[QWidget]) -> None:
        super().__init__(pair)
        self._pair = pair
        for view in lists:
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            turn = TURNS.get(event.modifiers()) if event.key() == Qt.Key.Key_Space else None
            pane = self._pair.focused_pane
            if turn is not None and pane.content is not None and pane.isVisible():
                pane.browser.turn(turn)
                return True
        return super().eventFilter(watched, event)
