"""What lies open: the chosen point, and what each pane shows. Loads off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from summit_reader.bootstrap import Services
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import PointView
from summit_reader.domain.search import Hit
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.gui.compare.pair import PairView
from summit_reader.gui.compare.steps import (
    first_pair,
    next_outlet_take,
    next_take,
    outlets_on,
    takes_of,
)
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.sides import Side


class Desk(QObject):
    """Opens points, takes and hits in the panes of a `PairView`; the newest request wins."""

    point_shown = Signal(object)
    panes_changed = Signal()

    def __init__(
        self, session: LibrarySession, pair: PairView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._pair = session, pair
        self.view: PointView | None = None
        self._points = Latest()
        self._loads = {side: Latest() for side in Side}

    def take_in(self, side: Side) -> Take | None:
        """The take that a pane shows."""
        content = self._pair.panes[side].content
        return content.take if content is not None else None

    def sides(self) -> dict[int, Side]:
        """Which takes, by id, the panes show."""
        shown = {side: self.take_in(side) for side in Side}
        return {take.id: side for side, take in shown.items() if take is not None}

    def clear(self) -> None:
        """Forget the point and empty the panes: another library is open."""
        self.view = None
        self._points.replace(None)
        for latest in self._loads.values():
            latest.replace(None)
        self._pair.clear_content()
        self.panes_changed.emit()

    def show_point(self, point_id: int, *, open_pair: bool) -> None:
        """Make this the point at hand; with `open_pair` both panes show its first pair."""

        def shown(view: PointView) -> None:
            self.view = view
            self.point_shown.emit(view)
            pair = first_pair(view)
            if open_pair and pair is not None:
                self._open({Side.A: pair[0], Side.B: pair[1]})

        self._points.replace(self._session.read(lambda s: s.comparing.view(point_id), shown))

    def reload_point(self) -> None:
        """Show the point again after something about it has changed."""
        if self.view is not None:
            self.show_point(self.view.summary.point.id, open_pair=False)

    def open_take(self, take: Take, side: Side) -> None:
        """Show a take in one pane."""
        self._open({side: take})

    def open_text(self, article_id: int, side: Side) -> None:
        """Show a text from its beginning in one pane."""

        def load(services: Services) -> PaneContent:
            article = services.reading.article(article_id)
            return PaneContent(article, others=services.reading.takes_in(article_id))

        self._load(side, load)

    def reload_text(self, side: Side) -> None:
        """Show what a pane shows again, after something about its text has changed."""
        content = self._pair.panes[side].content
        if content is None:
            return
        article_id, take = content.article.id, content.take

        def load(services: Services) -> PaneContent:
            if take is not None:
                return _content(services, services.reading.take(take.id), self.view)
            article = services.reading.article(article_id)
            return PaneContent(article, others=services.reading.takes_in(article_id))

        self._load(side, load)

    def open_first_of(self, outlet_id: int, side: Side) -> None:
        """Show an outlet's first take on the point in one pane."""
        if self.view is not None:
            for outlet in outlets_on(self.view):
                if outlet.id == outlet_id:
                    self._open({side: takes_of(self.view, outlet)[0]})

    def open_hit(self, hit: Hit, side: Side, query: str) -> None:
        """Show what a search found in one pane, its words marked."""

        def load(services: Services) -> PaneContent:
            article = services.reading.article(hit.article_id)
            takes = services.reading.takes_in(hit.article_id)
            take = next((take for take in takes if take.id == hit.take_id), None)
            texts = [passage.cleaned.of(article.cleaned.text) for passage in article.passages]
            found = services.searching.marks(query, texts)
            hits = tuple(
                article.cleaned.source_span(mark.shifted(passage.cleaned.start))
                for passage, marks in zip(article.passages, found, strict=True)
                for mark in marks
            )
            siblings = (take,) if take is not None else ()
            at = _first_inside(hits, hit.source)
            return PaneContent(article, take, siblings, takes, at, query, hits)

        self._load(side, load)

    def step_outlet(self, side: Side, by: int) -> None:
        """The next outlet on the point, in one pane."""
        content = self._pair.panes[side].content
        if self.view is None or content is None:
            return
        here = content.take.outlet if content.take else content.article.outlet
        across = self.take_in(side.other)
        take = next_outlet_take(self.view, here, across.outlet if across else None, by)
        if take is not None:
            self._open({side: take})

    def step_take(self, side: Side, by: int) -> None:
        """The next take on the point, in one pane."""
        current = self.take_in(side)
        if self.view is not None and current is not None:
            take = next_take(self.view, current, by)
            if take is not None:
                self._open({side: take})

    def step_sibling(self, side: Side, by: int) -> None:
        """The same outlet's next take, in one pane."""
        content = self._pair.panes[side].content
        take = content.sibling(by) if content is not None else None
        if take is not None:
            self._open({side: take})

    def swap(self) -> None:
        """Exchange the panes."""
        self._pair.swap()
        self.panes_changed.emit()

    def _open(self, takes: dict[Side, Take]) -> None:
        view = self.view

        def load(services: Services) -> dict[Side, PaneContent]:
            return {side: _content(services, take, view) for side, take in takes.items()}

        def show(contents: dict[Side, PaneContent]) -> None:
            for side, content in contents.items():
                self._pair.show_content(side, content, self._outlets())
            self._settle(tuple(contents))

        token = self._session.read(load, show)
        for side in takes:
            # A pair is one load: a newer request for either side silences both.
            self._loads[side].replace(token)

    def _load(self, side: Side, load: Callable[[Services], PaneContent]) -> None:
        def show(content: PaneContent) -> None:
            self._pair.show_content(side, content, self._outlets())
            self._settle((side,))

        self._loads[side].replace(self._session.read(load, show))

    def _settle(self, sides: tuple[Side, ...]) -> None:
        # The panes get their sizes when the event loop comes round; takes are levelled after that.
        for side in sides:
            QTimer.singleShot(0, self._pair.panes[side].level)
        self.panes_changed.emit()

    def _outlets(self) -> tuple[OutletRef, ...]:
        return outlets_on(self.view) if self.view is not None else ()


def _content(services: Services, take: Take, view: PointView | None) -> PaneContent:
    article = services.reading.article(take.article_id)
    on_point = {entry.take.id for entry in view.takes} if view is not None else set()
    siblings = takes_of(view, take.outlet) if view is not None and take.id in on_point else (take,)
    return PaneContent(article, take, siblings, services.reading.takes_in(article.id))


def _first_inside(hits: tuple[Span, ...], passage: Span) -> Span:
    return next((hit for hit in hits if passage.overlaps(hit)), passage)
