"""The list model under the lists: rows of values, with what is shown and spoken of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
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

    def change(self, rows: Iterable[T]) -> None:
        """Hold these rows instead, told as the fewest changes: what stays does not blink.

        A row whose `key` was there before stays the row it was, and stays chosen.
        """
        wanted = list(rows)
        keys = self._keys(wanted)
        self._leave_out({*keys})
        held = self._keys(self.rows)
        for at, key in enumerate(keys):
            if at < len(held) and held[at] == key:
                continue
            if key in held:
                here = held.index(key, at)
                self.beginMoveRows(QModelIndex(), here, here, QModelIndex(), at)
                held.insert(at, held.pop(here))
                self.rows.insert(at, self.rows.pop(here))
                self.endMoveRows()
            else:
                end = at + 1
                while end < len(keys) and keys[end] not in held:
                    end += 1
                self.beginInsertRows(QModelIndex(), at, end - 1)
                held[at:at] = keys[at:end]
                self.rows[at:at] = wanted[at:end]
                self.endInsertRows()
        self._renew(wanted)

    def key(self, row: T) -> Hashable:
        """What makes a row the same as one that was there before."""
        return str(row)

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

    def _keys(self, rows: Iterable[T]) -> list[tuple[Hashable, int]]:
        """The keys of the rows; of several that are alike, each with its number."""
        seen = Counter[Hashable]()
        keys = []
        for key in map(self.key, rows):
            keys.append((key, seen[key]))
            seen[key] += 1
        return keys

    def _leave_out(self, kept: set[tuple[Hashable, int]]) -> None:
        gone = [at for at, key in enumerate(self._keys(self.rows)) if key not in kept]
        while gone:
            last = first = gone.pop()
            while gone and gone[-1] == first - 1:
                first = gone.pop()
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self.endRemoveRows()

    def _renew(self, wanted: list[T]) -> None:
        for at, row in enumerate(wanted):
            if self.rows[at] != row:
                self.rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))
