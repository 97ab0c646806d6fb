"""Words that several outlets share, offered as buttons in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from summit_reader.domain.proposal import Chip
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.flowing import Flow
from summit_reader.gui.wording import outlets_counted, tr, unmarked


class ChipRow(QWidget):
    """`chosen` tells the words of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = Flow(self)
        self.buttons: list[QToolButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Offer these words instead."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._made(chip) for chip in chips]
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(chips))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Columns share their room before they know their widths; a height of one's own holds.
        self.setFixedHeight(self._flow.heightForWidth(self.width()))

    def _made(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setText(unmarked(chip.words))
        button.setProperty("chip", True)  # the style sheet knows chips by it
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        shared = outlets_counted(chip.outlets)
        button.setAccessibleName(
            tr("Suggested: {words}, in {outlets}").format(words=chip.words, outlets=shared)
        )
        button.setToolTip(tr("In {outlets}").format(outlets=shared))
        button.clicked.connect(lambda _=False, words=chip.words: self.chosen.emit(words))
        return button
