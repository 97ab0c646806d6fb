"""The field above a list that leaves only the rows with what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit


class FilterField(QLineEdit):
    """Tells each letter; `name` is what a screen reader says where the hint says something else."""

    def __init__(self, hint: str, narrow: Callable[[str], object], name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(narrow)
