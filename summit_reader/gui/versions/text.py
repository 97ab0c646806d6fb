"""A version of a statement, its differences marked in more ways than by colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from summit_reader.export.versions import Mark, Run
from summit_reader.gui.look import Look
from summit_reader.gui.versions.marks import mark_format
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

SPOKEN = {
    Mark.ONLY_HERE: "only here: {words}",
    Mark.CHANGED: "put otherwise: {words}",
    Mark.LEFT_OUT: "left out: {words}",
}
MARGIN = 18


class VersionText(QTextBrowser):
    """Shows runs of words; what is left out stands struck through in its place."""

    def __init__(self, side: Side, look: Look) -> None:
        super().__init__()
        self._side, self._look = side, look
        self._runs: tuple[Run, ...] = ()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)
        self.setAccessibleName(tr("Version {letter}").format(letter=side.name))
        look.changed.connect(self._write)

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Nothing: a text from outside must not make Qt read files or devices."""
        return QByteArray()

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show these words."""
        self._runs = tuple(runs)
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        line = QTextBlockFormat()
        height = self._look.type.line_height("read")
        line.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(line)
        for run in self._runs:
            self._insert(cursor, run)
        self.setAccessibleDescription("".join(_spoken(run) for run in self._runs))

    def _insert(self, cursor: QTextCursor, run: Run) -> None:
        words = run.text.strip() if run.mark is Mark.LEFT_OUT else run.text
        before, _, after = run.text.partition(words)
        plain = mark_format(Mark.SAME, self._side, self._look, "read")
        cursor.insertText(before, plain)
        cursor.insertText(words, mark_format(run.mark, self._side, self._look, "read"))
        cursor.insertText(after, plain)


def _spoken(run: Run) -> str:
    if run.mark is Mark.SAME:
        return run.text
    return f" [{tr(SPOKEN[run.mark]).format(words=run.text.strip())}] "
