"""Differences as a table that can be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableCell,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from summit_reader.domain.difference import Differences
from summit_reader.gui.differences.wording import facts_of, speech_rows
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

MARGIN, PADDING = 14, 5
SHARES = (22, 26, 26, 26)
NOTHING = "–"


class DifferencesTable(QTextBrowser):
    """A row for each kind of fact, a column for what both have and for each side."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Differences, tuple[Side, Side]] | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)
        self.setAccessibleName(tr("Differences"))
        look.changed.connect(self._write)

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Nothing: a text from outside must not make Qt read files or devices."""
        return QByteArray()

    def show_differences(self, found: Differences, sides: tuple[Side, Side]) -> None:
        """Show these facts."""
        self._shown = (found, sides)
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self) -> None:
        self.clear()
        if self._shown is None:
            return
        found, sides = self._shown
        only = [tr("Only {0}").format(side.name) for side in sides]
        rows = [("", tr("Both"), *only)]
        rows += [
            (facts.name, facts.shared or NOTHING, *(each or NOTHING for each in facts.only))
            for facts in facts_of(found)
        ]
        self._insert(rows, SHARES)
        speeches = list(speech_rows(found))
        if speeches:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock()
            cursor.insertText(tr("Words each lets a speaker say"), self._set("uib", "ink"))
            self._insert([("", *(side.name for side in sides)), *speeches], (44, 28, 28))

    def _insert(self, rows: list[tuple[str, ...]], shares: tuple[int, ...]) -> None:
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setLayoutDirection(self.layoutDirection())
        shape.setCellPadding(PADDING)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
        )
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        table = cursor.insertTable(len(rows), len(shares), shape)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                is_name = not number or not column
                self._fill(table.cellAt(number, column), text, is_name=is_name)

    def _fill(self, cell: QTextTableCell, text: str, *, is_name: bool) -> None:
        cursor = cell.firstCursorPosition()
        cursor.setBlockFormat(QTextBlockFormat())
        empty = text == NOTHING
        face = (
            self._set("uib", "ink2") if is_name else self._set("quote", "ink2" if empty else "ink")
        )
        cursor.insertText(text, face)

    def _set(self, face: str, role: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._look.type.font(face))
        made.setForeground(self._look.theme.colour(role))
        return made
