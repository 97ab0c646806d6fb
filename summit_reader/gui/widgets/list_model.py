"""The list model under the lists: rows of values, with what is shown and spoken of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from summit_reader.gui.widgets.rows import VALUE, Index

T = TypeVar("T")


class ListModel(QAbstractListModel, Generic[T]):
    """A flat list; `VALUE` hands out the value of a row. Subclasses word their rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[T] = []

    def reset(self, rows: Iterable[T]) -> None:
        """Hold these rows instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def clear(self) -> None:
        """Hold nothing."""
        self.reset(())

    def shown(self, row: T) -> str:
        """What stands for the row where nothing draws it; what is spoken, unless said otherwise."""
        return self.spoken(row)

    def spoken(self, row: T) -> str:
        """The sentence that a screen reader says for the row."""
        return str(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case _ if role == VALUE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case _:
                return None
