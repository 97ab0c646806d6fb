"""How a hand-out will look, before it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QFrame, QTextBrowser

from summit_reader.bootstrap import Services
from summit_reader.domain.comparison import Comparison
from summit_reader.export.formats import REFERENCES, Format
from summit_reader.export.handout import HandOut
from summit_reader.export.options import Options
from summit_reader.export.paper import Paper, paper_of
from summit_reader.export.rendering import rendered
from summit_reader.export.sheet import blocks_of
from summit_reader.gui.export.paper_document import PRINTED, lay_out
from summit_reader.gui.look import Look

SHOWN_TAKES = 8
"""Takes in a preview: more would take longer to lay out than a key press may."""
SHOWN_CHARACTERS = 12_000
MARGIN = 28

AS_TEXT = frozenset({Format.MARKDOWN, Format.CSV, Format.JSON}) | REFERENCES


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown: paper, or the letters of the file; `left_out` takes are not in it."""

    paper: Paper | None
    letters: str
    summary: str
    left_out: int


def preview_of(
    services: Services, comparison: Comparison, kind: Format, options: Options
) -> Preview:
    """The beginning of the hand-out in this format; reads the library, so not on the GUI thread."""
    shown = replace(comparison, clippings=comparison.clippings[:SHOWN_TAKES])
    sheet = services.exporting.sheet(shown, options)
    left_out = len(comparison.clippings) - len(shown.clippings)
    if kind not in AS_TEXT:
        return Preview(paper_of(blocks_of(sheet), sheet.title), "", _said(sheet), left_out)
    content = rendered(sheet, kind, _never_printed).decode("utf-8", "replace")
    letters = content.removeprefix("\ufeff").replace("\r\n", "\n")[:SHOWN_CHARACTERS]
    return Preview(None, letters, _said(sheet), left_out)


def _said(sheet: HandOut) -> str:
    return f"{sheet.title}. {sheet.summary}"


def _never_printed(_: Paper) -> bytes:
    message = "a preview in letters is never printed"
    raise AssertionError(message)


class PaperPreview(QTextBrowser):
    """Shows a preview. It fetches nothing and opens nothing; everything in it was made by us."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._preview: Preview | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)
        self.setAccessibleName(self.tr("Preview"))
        # The whole of it can be walked through with the keyboard, and be read aloud.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        look.changed.connect(self._lay_out)

    def loadResource(self, type_: int, name: QUrl | str) -> Any:
        """Nothing: what is shown has no pictures, and must not make Qt read files."""
        return QByteArray()

    def show_preview(self, preview: Preview) -> None:
        """Show this, from where the reader has scrolled to."""
        self._preview = preview
        self.setAccessibleDescription(preview.summary)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._preview is None:
            return
        reached = self.verticalScrollBar().value()
        if self._preview.paper is not None:
            theme = self._look.theme
            colours = {role: theme.colour(role).name() for role in PRINTED}
            lay_out(self.document(), self._preview.paper, colours)
        else:
            self.setFont(self._look.type.font("ui"))
            # Else the letters would look like the last word of the paper before.
            self.setCurrentCharFormat(QTextCharFormat())
            self.setPlainText(self._preview.letters)
        self.verticalScrollBar().setValue(reached)
