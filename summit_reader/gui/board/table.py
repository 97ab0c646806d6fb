"""A comparison as a table: columns of cards, between them how neighbours stand to each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from summit_reader.domain.arrangement import Place
from summit_reader.domain.comparison import Card, Clipping, Comparison
from summit_reader.domain.relation import Relation
from summit_reader.gui.board.wording import between_sentence, card_sentence, empty_sentence
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.widgets.rows import VALUE, Index

EMPTY = Comparison(0, "", "", ())


@dataclass(frozen=True, slots=True)
class Between:
    """Two cards beside each other, and what the reader says of them."""

    one: Card
    other: Card
    relation: Relation | None

    @property
    def takes(self) -> tuple[Clipping, Clipping] | None:
        """The two, if both are takes of this library: only of those a relation can be kept."""
        one, other = self.one, self.other
        if not isinstance(one, Clipping) or not isinstance(other, Clipping):
            return None
        known = one.take.id > 0 < other.take.id and one.take.id != other.take.id
        return (one, other) if known else None


class BoardModel(QAbstractTableModel):
    """Cards stand in the even columns of the table, `Between` in the odd ones.

    `VALUE` hands out one of them, or None of an empty place. Behind the last row there is one that
    is empty, for what is dropped.
    """

    def __init__(self, names: OutletNames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.board = EMPTY
        self._size = (EMPTY.rows, EMPTY.columns)
        self._cards: dict[tuple[int, int], Card] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self._said: dict[frozenset[int], Relation] = {}
        self._counts: Counter[int] = Counter()

    def show(self, comparison: Comparison | None) -> None:
        """Show this comparison, told as the fewest changes of rows and columns."""
        before = self.rowCount(), self.columnCount()
        board = comparison or EMPTY
        size = board.rows, board.columns
        after = size[0] + 1, 2 * size[1] - 1
        resets = before[1] != after[1] or board.id != self.board.id
        if resets:
            self.beginResetModel()
        elif after[0] > before[0]:
            self.beginInsertRows(QModelIndex(), before[0], after[0] - 1)
        elif after[0] < before[0]:
            self.beginRemoveRows(QModelIndex(), after[0], before[0] - 1)
        self.board, self._size = board, size
        self._cards = {(card.row, card.column): card for card in board.cards}
        self._places = {card.id: at for at, card in self._cards.items()}
        self._counts = Counter(column for _, column in self._cards)
        self._said = {
            frozenset((said.first_id, said.second_id)): said.relation for said in board.relations
        }
        if resets:
            self.endResetModel()
            return
        if after[0] > before[0]:
            self.endInsertRows()
        elif after[0] < before[0]:
            self.endRemoveRows()
        last = self.index(after[0] - 1, after[1] - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        # Heads count cards, and a column without a title is called by them.
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, after[1] - 1)

    def card(self, index: Index) -> Card | None:
        """The card in a cell; None in an empty place and between columns."""
        if not index.isValid() or index.column() % 2:
            return None
        return self._cards.get((index.row(), index.column() // 2))

    def row_of_cards(self, row: int) -> list[Card]:
        """The cards of a row from A on."""
        found = (self._cards.get((row, column)) for column in range(self._size[1]))
        return [card for card in found if card is not None]

    def between(self, index: Index) -> Between | None:
        """The two that a cell between columns stands for: the right one and its neighbour."""
        if not index.isValid() or not index.column() % 2:
            return None
        row, right = index.row(), index.column() // 2 + 1
        other = self._cards.get((row, right))
        lefts = (self._cards.get((row, column)) for column in range(right - 1, -1, -1))
        one = next((card for card in lefts if card is not None), None)
        if one is None or other is None:
            return None
        said = None
        if isinstance(one, Clipping) and isinstance(other, Clipping):
            said = self._said.get(frozenset((one.take.id, other.take.id)))
        return Between(one, other, said)

    @staticmethod
    def place(index: Index) -> Place:
        """The place of a cell; between columns it is that of the left one."""
        return Place(index.row(), index.column() // 2)

    def index_of(self, card_id: str) -> QModelIndex:
        """Where the card stands; an invalid index if it is not here."""
        at = self._places.get(card_id)
        return QModelIndex() if at is None else self.index(at[0], 2 * at[1])

    def count(self, column: int) -> int:
        """How many cards a column has."""
        return self._counts[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else self._size[0] + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else 2 * self._size[1] - 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.card(index) is not None or self.between(index) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == VALUE:
            return self.between(index) if index.column() % 2 else self.card(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if index.column() % 2:
                between = self.between(index)
                return between_sentence(between.relation if between else None)
            card, place = self.card(index), self.place(index)
            if card is None:
                return empty_sentence(place)
            return card_sentence(card, place, self._names)
        return None
