"""Words that several outlets share, offered as buttons in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from summit_reader.domain.proposal import Chip
from summit_reader.gui.look import Look
from summit_reader.gui.wording import outlets_counted, tr, unmarked

GAP = 6


class ChipRow(QWidget):
    """`chosen` tells the words of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = _Flow(self)
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


class _Flow(QLayout):
    """Items beside each other, line by line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0), only_measured=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect, only_measured=False)

    def _placed(self, box: QRect, *, only_measured: bool) -> int:
        left, top, tall = box.left(), box.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > box.left() and left + size.width() > box.right() + 1:
                left, top, tall = box.left(), top + tall + GAP, 0
            if not only_measured:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + GAP
            tall = max(tall, size.height())
        return top + tall - box.top()
