"""An item of the inbox as the article it would become: its facts, its takes, its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout

from summit_reader.domain.article import ArticleDraft
from summit_reader.gui.feeds.listing import FoundTakeDelegate, FoundTakesModel
from summit_reader.gui.feeds.wording import draft_line
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.rows import RowView
from summit_reader.gui.wording import takes_counted

MARGIN = 12
TAKES_SHARE, TEXT_SHARE = 2, 3
SHOWN = 30_000
"""Characters of a text that are shown: laying out a book would hold up the window."""


class ItemPreview(Ground):
    """Shows a draft; its text is plain, so that nothing in it can be anything but words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper")
        self._look = look
        self._headline = Label(look, "outlet", wrapped=True)
        self._facts = Label(look, "micro", "ink2", wrapped=True)
        self._counts = Label(look, "caps", "ink2")
        self.model = FoundTakesModel(self)
        self.takes = RowView("paper")
        self.takes.setModel(self.model)
        self.takes.setItemDelegate(FoundTakeDelegate(self.takes, look))
        self.takes.setAccessibleName(self.tr("Takes that were found"))
        self.takes.set_placeholder(self.tr("Nobody is quoted in what the feed has of the article."))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The application's style sheet knows by it that this is no field to fill in.
        self.text.setProperty("page", True)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(MARGIN)
        self.text.setAccessibleName(self.tr("Text of the item"))
        self.text.setPlaceholderText(self.tr("Choose an item to see what it would bring."))
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.takes)
        self._splitter.addWidget(self.text)
        self._splitter.setStretchFactor(0, TAKES_SHARE)
        self._splitter.setStretchFactor(1, TEXT_SHARE)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 14, MARGIN, 8)
        head.setSpacing(4)
        head.addWidget(self._headline)
        head.addWidget(self._facts)
        head.addSpacing(4)
        head.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._splitter, 1)
        look.changed.connect(self._set_face)
        self._set_face()
        self.clear()

    def show_draft(self, draft: ArticleDraft) -> None:
        """Show what the item would become."""
        said = draft.metadata
        self._headline.setText(said.headline)
        self._headline.setVisible(bool(said.headline))
        self._facts.setText(draft_line(draft))
        self._counts.setText(takes_counted(len(draft.takes)))
        self._counts.show()
        self.model.reset(draft.takes)
        self.takes.show()
        shown = "\n\n".join(passage.cleaned.of(draft.cleaned.text) for passage in draft.passages)
        self.text.setPlainText(shown.removeprefix(said.headline).lstrip()[:SHOWN])

    def clear(self) -> None:
        """Show nothing."""
        for label in (self._headline, self._facts, self._counts):
            label.clear()
        self._counts.hide()
        self.takes.hide()
        self.model.clear()
        self.text.clear()

    def _set_face(self) -> None:
        self.text.setFont(self._look.type.font("read"))
