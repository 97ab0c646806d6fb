"""The marked places of a text: hits of the library's search, or words looked for in this text."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from summit_reader.domain.spans import Span
from summit_reader.gui.reading.browser import ArticleBrowser
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.reading.finding import FindBar


class TextHits(QObject):
    """Steps through the places that are marked in a browser; `moved` tells that it has scrolled."""

    moved = Signal()

    def __init__(self, browser: ArticleBrowser, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._browser, self._bar = browser, bar
        self._places: list[Span] = []
        self._at = -1
        self._article_id = 0
        bar.stepped.connect(self.step)
        bar.typed.connect(self._on_typed)
        bar.left.connect(self.leave)

    def open_field(self) -> None:
        """Ask for words to find; a selection is taken for them."""
        selected = self._browser.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._bar.field.setText(selected)
        self._bar.open_field()
        self._on_typed(self._bar.field.text())

    def show_content(self, content: PaneContent, target: Span | None) -> None:
        """Mark the hits that come with what the pane shows; the first from `target` on is at hand.

        `target` is in document positions.
        """
        shown = self._browser.shown
        if shown is None:
            return
        again, self._article_id = content.article.id == self._article_id, content.article.id
        if again and not content.hits and not self._bar.field.isHidden():
            self._find_again()
            return
        self._places = [positions for hit in content.hits for positions in shown.positions(hit)]
        inside = (n for n, hit in enumerate(self._places) if target and hit.start >= target.start)
        self._at = next(inside, 0) if self._places else -1
        self._browser.set_hits(self._places)
        if self._places:
            self._bar.show_hits(self._at + 1, len(self._places))
        else:
            self._bar.field.hide()
            self._bar.hide()

    @property
    def are_marked(self) -> bool:
        """Whether there is a place to go to."""
        return bool(self._places)

    def step(self, by: int) -> None:
        """Go to the next or previous marked place, round the ends."""
        if self._places:
            self._show((self._at + by) % len(self._places))

    def leave(self) -> None:
        """Take the marks away, and go back to the text."""
        self._places, self._at = [], -1
        self._browser.set_hits([])
        self._bar.field.clear()
        self._bar.field.hide()
        self._bar.hide()
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, words: str) -> None:
        if not self._bar.field.isVisible():
            return
        self._places = self._browser.occurrences(words)
        if self._places:
            at = self._browser.cursorForPosition(QPoint(0, 0)).position()
            below = (n for n, hit in enumerate(self._places) if hit.start >= at)
            self._show(next(below, 0))
        else:
            self._at = -1
            self._browser.set_hits([])
            self._bar.show_found(0, 0)

    def _find_again(self) -> None:
        """The same text was laid out anew: what is looked for in it stays marked, and found."""
        self._places = self._browser.occurrences(self._bar.field.text())
        self._at = min(self._at, len(self._places) - 1)
        self._browser.set_hits(self._places, self._at)
        self._bar.show_found(self._at + 1, len(self._places))

    def _show(self, number: int) -> None:
        self._at = number
        self._browser.set_hits(self._places, number)
        self._browser.scroll_to(self._places[number].start)
        self.moved.emit()
        if self._bar.field.isVisible():
            self._bar.show_found(number + 1, len(self._places))
        else:
            self._bar.show_hits(number + 1, len(self._places))
