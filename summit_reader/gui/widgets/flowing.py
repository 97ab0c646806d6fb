"""A layout that wraps like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QStyle, QWidget

GAP = 6


class Flow(QLayout):
    """Items beside each other, line by line."""

    def __init__(self, parent: QWidget, gap: int = GAP) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
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

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else QApplication.layoutDirection()

    def _placed(self, box: QRect, *, only_measured: bool) -> int:
        left, top, tall = box.left(), box.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > box.left() and left + size.width() > box.right() + 1:
                left, top, tall = box.left(), top + tall + self._gap, 0
            if not only_measured:
                place = QRect(QPoint(left, top), size)
                item.setGeometry(QStyle.visualRect(self._direction(), box, place))
            left += size.width() + self._gap
            tall = max(tall, size.height())
        return top + tall - box.top()
