"""What a row that is dragged carries along: the number of what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

TAKE = "application/x-summit-take"
"""The kind of a take: dragged from any list of takes, taken up by the pin board."""


def dragged(kind: str, number: int) -> QMimeData:
    """The number as data of this kind."""
    data = QMimeData()
    data.setData(kind, QByteArray(str(number).encode()))
    return data


def dropped(kind: str, data: QMimeData) -> int | None:
    """The number that data of this kind carries; None if it is of another kind."""
    if not data.hasFormat(kind):
        return None
    number = bytes(data.data(kind).data()).decode("ascii", "replace")
    return int(number) if number.isdecimal() else None
