"""Completes what is typed into the search field; nothing that is typed is ever taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from summit_reader.domain.search import Completion
from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.search.completions import CompletionList, CompletionRow, offered
from summit_reader.gui.search.field import SearchField
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.text_offsets import Utf16Offsets

_DOWN, _UP, _TAB = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompletionFlow(QObject):
    """Asks at every letter, the newest wins; the keys of the list count only while it is shown.

    Down and Up go through the list, Tab takes the first or the chosen one, Enter the chosen one;
    Escape puts the list away. Without a choice Enter means what it always means.
    """

    def __init__(self, session: LibrarySession, look: Look, field: SearchField) -> None:
        super().__init__(field)
        self._session, self._field = session, field
        self.list = CompletionList(look, field)
        self._latest = Latest()
        self._asked = ("", 0)
        self.list.taken.connect(self._take)
        field.textEdited.connect(lambda _: self._ask())
        field.textChanged.connect(self._on_changed)
        field.cursorPositionChanged.connect(lambda *_: self._on_moved())
        field.installEventFilter(self)

    def offer_history(self, queries: Sequence[str]) -> None:
        """Offer earlier searches to the empty field they were asked for, the first one chosen."""
        if queries and self._field.hasFocus() and not self._field.text():
            self._asked = self._state()
            self.list.offer([CompletionRow(Completion(Span(0, 0), query)) for query in queries])
            self.list.step(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self.list.isVisible()
            and self._pressed(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the list, and has been answered."""
        key, chosen = event.key(), self.list.chosen()
        if key in (_DOWN, _UP):
            self.list.step(1 if key == _DOWN else -1)
        elif key == _TAB:
            self._take(self.list.best())
        elif key in _ENTER and chosen is not None:
            self._take(chosen)
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _state(self) -> tuple[str, int]:
        """What is typed, and how many code points of it stand before the cursor."""
        text = self._field.text()
        return text, Utf16Offsets(text).code_points(self._field.cursorPosition())

    def _ask(self) -> None:
        text, cursor = self._asked = self._state()

        def done(found: tuple[Completion, ...]) -> None:
            self.list.offer(offered(found, text) if self._field.hasFocus() else ())

        self._latest.replace(
            self._session.read(lambda services: services.searching.completions(text, cursor), done)
        )

    def _take(self, completion: Completion) -> None:
        text, cursor = self._state()
        if (text, cursor) != self._asked:
            return  # the list is one letter behind, and its spans with it
        units = Utf16Offsets(text).span_units(completion.span)
        following = text[completion.span.end :]
        is_done = not text or completion.text.endswith(":") or following[:1].isspace()
        self._field.setSelection(units.start, len(units))
        self._field.insert(completion.text if is_done else f"{completion.text} ")
        self._ask()

    def _on_changed(self, text: str) -> None:
        if not text:
            self._leave()

    def _on_moved(self) -> None:
        if self.list.isVisible() and self._state() != self._asked:
            self._ask()

    def _leave(self) -> None:
        self._latest.replace(None)
        self.list.hide()
