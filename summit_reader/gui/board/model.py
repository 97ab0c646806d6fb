"""The clippings of a comparison as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from summit_reader.domain.comparison import Clipping
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.dragging import TAKE, dropped
from summit_reader.gui.widgets.rows import VALUE, Index
from summit_reader.gui.wording import outlet_line, source_line

MIME = "application/x-summit-clipping"


class ClippingModel(QAbstractListModel):
    """Clippings in the reader's order; `VALUE` hands out the `Clipping`.

    Dropping a card asks to move it, dropping a take asks to pin it there.
    """

    move_asked = Signal(str, int)
    take_given = Signal(int, int)

    def __init__(self, parent: QObject | None = None, names: OutletNames | None = None) -> None:
        super().__init__(parent)
        self._names = names or OutletNames(self)
        self._clippings: list[Clipping] = []

    def show(self, clippings: Sequence[Clipping]) -> None:
        """Show these clippings instead."""
        self.beginResetModel()
        self._clippings = list(clippings)
        self.endResetModel()

    def row_of(self, clipping_id: str) -> int | None:
        """Where the clipping stands; None if it is not here."""
        for row, clipping in enumerate(self._clippings):
            if clipping.id == clipping_id:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._clippings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        clipping = self._clippings[index.row()]
        if role == VALUE:
            return clipping
        if role == Qt.ItemDataRole.DisplayRole:
            return clipping.take.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            take = self._names.take(clipping.take)
            parts = (outlet_line(take.outlet), take.text, source_line(take), clipping.note)
            return ". ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME, TAKE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, QByteArray(indexes[0].data(VALUE).id.encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        target = row if row >= 0 else len(self._clippings)
        if (take_id := dropped(TAKE, data)) is not None:
            self.take_given.emit(take_id, target)
            return False
        if not data.hasFormat(MIME):
            return False
        clipping_id = bytes(data.data(MIME).data()).decode()
        at = self.row_of(clipping_id)
        if at is not None:
            # The service counts places with the moved clipping taken out.
            self.move_asked.emit(clipping_id, target - 1 if target > at else target)
        # Qt would remove the source row of a move by itself; the service tells what is there now.
        return False
