"""From the panes to what was set apart, and back into the text: every step can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Article
from summit_reader.domain.set_apart import SetApart
from summit_reader.domain.spans import Span
from summit_reader.gui.apart.rows import ApartRow, rows_of
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.decision_steps import DecisionSteps
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side


@dataclass(frozen=True, slots=True)
class Shown:
    """Removed parts of a text, by their places in its source, and whether they are shown."""

    article_id: int
    places: tuple[Span, ...]
    shown: bool


class ApartFlow(QObject):
    """Fills the sections below the panes, and restores what the reader asks for."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, stack: QUndoStack, desk: Desk, rooms: Rooms, toast: Toast
    ) -> None:
        super().__init__(rooms)
        self._session, self._desk, self._rooms, self._toast = session, desk, rooms, toast
        self._steps = DecisionSteps[Shown](session, stack, _put, self)
        self._steps.changed.connect(self._on_made)
        self._steps.failed.connect(self._on_failed)
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
        wanted = Shown(content.article.id, row.places, shown=not row.restored)
        name = self.tr("Remove again") if row.restored else self.tr("Restore")
        said = self.tr("Removed again.") if row.restored else self.tr("Restored.")
        self._steps.make(
            name, lambda s: _put(s, wanted), lambda _: self._toast.say(said, self._steps.undo)
        )

    def _on_made(self, back: Shown | None) -> None:
        if back is None:
            return
        for side, pane in self._rooms.pair.panes.items():
            if pane.content is not None and pane.content.article.id == back.article_id:
                self._restored[side] = back.places[0]
                self._desk.reload_text(side)
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._toast.hide()
        self.failed.emit(error)


def _put(services: Services, wanted: Shown) -> Shown:
    """Show the parts, or hide them; what takes that back."""
    change = services.restoring.restore if wanted.shown else services.restoring.remove_again
    change(wanted.article_id, *wanted.places)
    return replace(wanted, shown=not wanted.shown)
