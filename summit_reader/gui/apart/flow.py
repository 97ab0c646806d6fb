"""From the panes to what was set apart, and back into the text: every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from summit_reader.domain.article import Article
from summit_reader.domain.set_apart import SetApart
from summit_reader.domain.spans import Span
from summit_reader.gui.apart.rows import ApartRow, rows_of
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side


class RestoreCommand(QUndoCommand):
    """Shows removed ranges of a text or hides them; `make` is told which of the two."""

    def __init__(self, text: str, make: Callable[[bool], None], *, restores: bool) -> None:
        super().__init__(text)
        self._make, self._restores = make, restores

    def redo(self) -> None:
        self._make(self._restores)

    def undo(self) -> None:
        self._make(not self._restores)


class ApartFlow(QObject):
    """Fills the sections below the panes, and restores what the reader asks for."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, desk: Desk, rooms: Rooms, toast: Toast
    ) -> None:
        super().__init__(rooms)
        self._session, self._stack, self._desk = session, stack, desk
        self._rooms, self._toast = rooms, toast
        self._filled: dict[Side, Article] = {}
        self._latest = {side: Latest() for side in Side}
        self._restored: dict[Side, Span] = {}
        desk.panes_changed.connect(self._fill)
        for pane in rooms.pair.panes.values():
            self._take_in(pane)
        rooms.pair.pane_made.connect(self._take_in)

    def _take_in(self, pane: ReadingPane) -> None:
        pane.apart.row_asked.connect(lambda row: self._on_asked(pane, row))

    def enter(self) -> None:
        """Go to what was set apart from the text of the pane that listens."""
        if not self._rooms.pair.focused_pane.apart.enter():
            self._toast.say(self.tr("Nothing was set apart from a text in this pane."))

    def _fill(self) -> None:
        for side, pane in self._rooms.pair.panes.items():
            content = pane.content
            if content is None:
                self._filled.pop(side, None)
                continue
            article = content.article
            if self._filled.get(side) is not article:
                before = self._filled.get(side)
                if before is None or before.id != article.id:
                    pane.apart.clear()
                self._filled[side] = article
                self._ask(side, pane, article)

    def _ask(self, side: Side, pane: ReadingPane, article: Article) -> None:
        def show(apart: SetApart) -> None:
            content = pane.content
            if content is None or content.article is not article:
                return
            at = content.at if content.take is None else None
            pane.apart.show_rows(rows_of(apart, article.cleaned.source), at)
            place = self._restored.pop(side, None)
            if place is not None and content.take is None:
                # The pane goes to its beginning when the event loop comes round.
                QTimer.singleShot(0, pane, lambda: pane.show_near(place))

        token = self._session.read(lambda s: s.restoring.set_apart(article.id), show)
        self._latest[side].replace(token)

    def _on_asked(self, pane: ReadingPane, row: ApartRow) -> None:
        content = pane.content
        if content is None:
            return
        self._rooms.strip.keep_texts()
        article_id = content.article.id
        name = self.tr("Remove again") if row.restored else self.tr("Restore")
        self._stack.push(
            RestoreCommand(
                name,
                lambda restores: self._make(article_id, row.places, restores=restores),
                restores=not row.restored,
            )
        )
        said = self.tr("Removed again.") if row.restored else self.tr("Restored.")
        self._toast.say(said, self._stack.undo)

    def _make(self, article_id: int, places: tuple[Span, ...], *, restores: bool) -> None:
        def done(_: Article) -> None:
            for side, pane in self._rooms.pair.panes.items():
                if pane.content is not None and pane.content.article.id == article_id:
                    self._restored[side] = places[0]
                    self._desk.reload_text(side)
            self.changed.emit()

        self._session.write(
            lambda s: (
                s.restoring.restore(article_id, *places)
                if restores
                else s.restoring.remove_again(article_id, *places)
            ),
            done,
            self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        # What follows on the stack stands on a step that was never made.
        self._stack.clear()
        self._toast.hide()
        self.failed.emit(error)
