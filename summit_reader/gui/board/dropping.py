"""What is dragged over the board, and where it would go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect
from PySide6.QtWidgets import QTableView

from summit_reader.domain.arrangement import Place
from summit_reader.gui.board.model import MIME
from summit_reader.gui.widgets.dragging import TAKE, dragged, dropped

ROW = "application/x-summit-row"
NEAR = 9
"""Pixels from the edge of a row within which a drop opens a row between two."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place, or with `between` the gap above its row; `box` is where the view shows it."""

    place: Place
    between: bool
    box: QRect


def card_dragged(card_id: str) -> QMimeData:
    """A card as data."""
    data = QMimeData()
    data.setData(MIME, QByteArray(card_id.encode()))
    return data


def row_dragged(row: int) -> QMimeData:
    """A row as data."""
    return dragged(ROW, row)


def dropped_card(data: QMimeData) -> str:
    """The card that the data carries; empty if it is something else."""
    return bytes(data.data(MIME).data()).decode("utf-8", "replace") if data.hasFormat(MIME) else ""


def dropped_row(data: QMimeData) -> int | None:
    """The row that the data carries; None if it is something else."""
    return dropped(ROW, data)


def dropped_take(data: QMimeData) -> int | None:
    """The take of a list that the data carries; None if it is something else."""
    return dropped(TAKE, data)


def dropped_words(data: QMimeData) -> str:
    """Plain text from outside; files are no words."""
    if any(url.isLocalFile() for url in data.urls()) or not data.hasText():
        return ""
    return data.text().replace("\0", "").strip()


def is_for_board(data: QMimeData) -> bool:
    """Whether the board can take up what is dragged."""
    return (
        bool(dropped_card(data))
        or dropped_row(data) is not None
        or dropped_take(data) is not None
        or bool(dropped_words(data))
    )


def target_at(view: QTableView, at: QPoint, *, rows_only: bool) -> Target | None:
    """Where what is dropped at `at` goes; with `rows_only`, between two rows in any case."""
    model = view.model()
    last = model.rowCount() - 1
    index = view.indexAt(at)
    row = index.row() if index.isValid() else last
    column = (index.column() if index.isValid() else view.columnAt(at.x())) // 2
    if row < 0 or column < 0:
        return None
    cell = view.visualRect(model.index(row, 2 * column))
    near = NEAR if not rows_only else max(cell.height() // 2, NEAR)
    if row < last and at.y() < cell.top() + near:
        gap = row
    elif row < last and at.y() > cell.bottom() - near:
        gap = row + 1
    elif rows_only:
        gap = last
    else:
        return Target(Place(row, column), between=False, box=cell)
    top = view.rowViewportPosition(gap)
    left, width = cell.left(), cell.width()
    if rows_only:
        left, width = 0, view.viewport().width()
    return Target(Place(gap, column), between=True, box=QRect(left, top - 6, width, 3))
