"""From the chosen row of a list to what stands around its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from summit_reader.domain.article import Article
from summit_reader.domain.comparison import Clipping
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.gui.peek.context import context_of
from summit_reader.gui.peek.popover import PeekPopover
from summit_reader.gui.search.model import HitRow
from summit_reader.gui.takes.model import ProposalRow, TakeRow
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.opening import OpeningView
from summit_reader.gui.widgets.rows import VALUE

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Words:
    """Stretches of the source text of an article."""

    article_id: int
    segments: tuple[Span, ...]


class PeekFlow(QObject):
    """Looks at the row that is chosen in the list with the focus, else in the one in sight."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._latest = Latest()

    def show(self) -> None:
        """Show what stands around the words of the chosen row."""
        view = self._view()
        index = view.currentIndex() if view is not None else None
        words = words_of(index.data(VALUE)) if index is not None and index.isValid() else None
        if view is None or index is None or words is None:
            said = self.tr("Choose a take or a hit in a list first.")
            self._window.toast.say(said)
            return
        place = view.visualRect(index)
        on_screen = QRect(view.viewport().mapToGlobal(place.topLeft()), place.size())

        def shown(article: Article) -> None:
            if view.currentIndex() == index:
                self._show(article, words.segments, on_screen, view)

        token = self._window.session.read(lambda s: s.reading.article(words.article_id), shown)
        self._latest.replace(token)

    def _show(
        self, article: Article, segments: Sequence[Span], place: QRect, view: OpeningView
    ) -> None:
        names = self._window.look.names
        context = context_of(article, segments, names)
        if context is None:
            self._window.toast.say(self.tr("These words are not shown in their text."))
            return
        popover = PeekPopover(self._window.look, self._window)
        popover.opened.connect(lambda: view.open(view.currentIndex(), across=False))
        title = "" if names.hides(article.outlet) else article.title
        outlet = names.outlet(article.outlet).name
        popover.show_context(" · ".join(filter(None, (outlet, title))), context, place)

    def _view(self) -> OpeningView | None:
        rooms = self._window.rooms
        lists: tuple[OpeningView, ...] = (rooms.results.view, rooms.takes.view)
        held = (view for view in (*lists, rooms.strip.view) if view.hasFocus())
        return next(held, next((view for view in lists if view.isVisible()), None))


def words_of(row: object) -> Words | None:
    """Where the words of a row stand; None for a row that has none of a text here."""
    if isinstance(row, Clipping):
        return None if row.is_excerpt else _of_take(row.take)
    if isinstance(row, TakeRow):
        return _of_take(row.take)
    if isinstance(row, ProposalRow):
        return Words(row.proposal.part.article_id, (row.proposal.part.source,))
    if isinstance(row, HitRow):
        return Words(row.hit.article_id, (row.hit.source,))
    return None


def _of_take(take: Take) -> Words | None:
    return None if take.lost else Words(take.article_id, tuple(take.anchor.segments))
