"""What lies open: the chosen point, and what each pane shows. Loads off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from summit_reader.bootstrap import Services
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Point, PointView
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


class _Slot:
    """What is being loaded for a pane; it goes along when the panes are swapped."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.latest = Latest()


class Desk(QObject):
    """Opens points, takes and hits in the panes of a `PairView`; the newest request wins.

    The list beside the panes holds a point (`view`) or, while `outlet` is set, what it says.
    """

    point_shown = Signal(object)
    outlet_shown = Signal(object, object, object)
    panes_changed = Signal()

    def __init__(
        self, session: LibrarySession, pair: PairView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._pair = session, pair
        self.view: PointView | None = None
        self.outlet: OutletRef | None = None
        self._list = Latest()
        self._slots = {side: _Slot(side) for side in Side}

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
        self.view = self.outlet = None
        self._list.replace(None)
        for slot in self._slots.values():
            slot.latest.replace(None)
        self._pair.clear_content()
        self.panes_changed.emit()

    def show_point(self, point_id: int, *, open_pair: bool) -> None:
        """Make this the point at hand; with `open_pair` both panes show its first pair."""

        def shown(view: PointView) -> None:
            self.view, self.outlet = view, None
            self.point_shown.emit(view)
            pair = first_pair(view)
            if open_pair and pair is not None:
                self._open({Side.A: pair[0], Side.B: pair[1]})
            elif open_pair and view.takes:
                self._open({Side.A: view.takes[0].take})

        self._list.replace(self._session.read(lambda s: s.comparing.view(point_id), shown))

    def show_outlet(self, outlet: OutletRef) -> None:
        """List the texts of an outlet and all it says."""

        def asked(services: Services) -> tuple[list[Source], tuple[Take, ...]]:
            texts = services.reading.texts()
            own = [text for text in texts if text.metadata.outlet.name == outlet.name]
            return own, services.reading.takes_by(outlet.id)

        def shown(found: tuple[list[Source], tuple[Take, ...]]) -> None:
            self.outlet = outlet
            self.outlet_shown.emit(outlet, *found)

        self._list.replace(self._session.read(asked, shown))

    def show_again(
        self, points: Sequence[Point], outlets: Sequence[OutletRef], preferred: int = 0
    ) -> Point | None:
        """List anew what was listed, if it is still there, else the first there is.

        Where nothing was listed yet, the point with the id `preferred` comes before the first.

        The point that is listed then; None if it is an outlet, or nothing.
        """
        here = self.outlet.id if self.outlet is not None else None
        for outlet in outlets:
            if outlet.id == here:
                self.show_outlet(outlet)
                return None
        at = self.view.summary.point.id if self.view is not None else preferred
        point = next((point for point in points if point.id == at), points[0] if points else None)
        if point is not None:
            self.show_point(point.id, open_pair=False)
        elif outlets:
            self.view = None
            self.show_outlet(outlets[0])
        return point

    def open_take(self, take: Take, side: Side) -> None:
        """Show a take in one pane, as the library has it now."""
        self._open({side: take})

    def open_text(self, article_id: int, side: Side, near: Anchor | None = None) -> None:
        """Show a text in one pane: from its beginning, or where the words of `near` would stand."""

        def load(services: Services) -> PaneContent:
            article = services.reading.article(article_id)
            at = near.gap_in(article.cleaned.source) if near is not None else None
            return PaneContent(article, others=services.reading.takes_in(article_id), at=at)

        self._load(side, load)

    def reload_text(self, side: Side) -> None:
        """Show what a pane shows again, after something about its text or takes has changed.

        A text that is the same stays where the reader has scrolled it to.
        """
        content = self._pair.panes[side].content
        if content is None:
            return
        article_id, take = content.article.id, content.take

        slot, before = self._slots[side], content.article
        point = self.view.summary.point if self.view is not None else None

        def load(services: Services) -> PaneContent:
            # What is listed may be listed anew at the same time.
            view = services.comparing.view(point.id) if point is not None else None
            shown = services.reading.current(take) if take is not None else None
            others = services.reading.takes_in(article_id)
            # A take may have been rejected, or removed with the part of the text it stands in.
            if shown is not None and any(one.id == shown.id for one in others):
                return _content(services, shown, view)
            return PaneContent(services.reading.article(article_id), others=others)

        def loaded(content: PaneContent) -> None:
            self._show([(slot, content)], settle=content.article != before)

        slot.latest.replace(self._session.read(load, loaded))

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
            take = next_take(self.view, current, self.take_in(side.other), by)
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
        self._slots = {side: self._slots[side.other] for side in Side}
        for side, slot in self._slots.items():
            slot.side = side
        self._pair.swap()
        self.panes_changed.emit()

    def _open(self, takes: dict[Side, Take]) -> None:
        view = self.view
        wanted = [(self._slots[side], take) for side, take in takes.items()]

        def load(services: Services) -> list[tuple[_Slot, PaneContent]]:
            return [(slot, _content(services, take, view)) for slot, take in wanted]

        token = self._session.read(load, self._show)
        for slot, _ in wanted:
            # A pair is one load: a newer request for either side silences both.
            slot.latest.replace(token)

    def _load(self, side: Side, load: Callable[[Services], PaneContent]) -> None:
        slot = self._slots[side]
        slot.latest.replace(self._session.read(load, lambda content: self._show([(slot, content)])))

    def _show(self, contents: Sequence[tuple[_Slot, PaneContent]], *, settle: bool = True) -> None:
        for slot, content in contents:
            self._pair.show_content(slot.side, content, self._outlets())
        if settle:
            self._settle(tuple(slot.side for slot, _ in contents))
        else:
            self.panes_changed.emit()

    def _settle(self, sides: tuple[Side, ...]) -> None:
        # The panes get their sizes when the event loop comes round; takes are levelled after that.
        for side in sides:
            QTimer.singleShot(0, self._pair, self._pair.panes[side].level)
        self.panes_changed.emit()

    def _outlets(self) -> tuple[OutletRef, ...]:
        return outlets_on(self.view) if self.view is not None else ()


def _content(services: Services, take: Take, view: PointView | None) -> PaneContent:
    # A kept copy may be older than what the reader has put right about the take.
    take = services.reading.current(take)
    article = services.reading.article(take.article_id)
    on_point = {entry.take.id for entry in view.takes} if view is not None else set()
    siblings = takes_of(view, take.outlet) if view is not None and take.id in on_point else (take,)
    return PaneContent(article, take, siblings, services.reading.takes_in(article.id))


def _first_inside(hits: tuple[Span, ...], passage: Span) -> Span:
    return next((hit for hit in hits if passage.overlaps(hit)), passage)
