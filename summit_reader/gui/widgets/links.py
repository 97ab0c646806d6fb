"""A button that looks like a link, and shortens its words where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from summit_reader.gui.wording import plain_tip, unmarked


class LinkButton(QPushButton):
    """Words without a frame around them; all of them stand in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say this."""
        self._words = words
        self.setToolTip(plain_tip(words))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            self.setText(unmarked(self._words))
            return
        self.setText(
            unmarked(
                self.fontMetrics().elidedText(
                    self._words, Qt.TextElideMode.ElideRight, self.width()
                )
            )
        )
