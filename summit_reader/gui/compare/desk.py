"""What lies open: the chosen point, and what each pane shows. Loads off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from summit_reader.bootstrap import Services
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Point, PointView
from summit_reader.domain.search import Hit
from summit_reader.domain.take import Take
from summit_reader.gui.compare.loading import (
    Load,
    Place,
    again_load,
    hit_load,
    place_load,
    take_load,
    text_load,
)
from summit_reader.gui.compare.pair import PairView
from summit_reader.gui.compare.slot import Slot, Visit
from summit_reader.gui.compare.steps import (
    next_outlet_take,
    next_take,
    one_of_each,
    opening_takes,
    outlets_on,
    takes_of,
)
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.sides import Side


class Desk(QObject):
    """Opens points, takes and hits in the panes of a `PairView`; the newest request wins.

    The list beside the panes holds a point (`view`) or, while `outlet` is set, what it says.
    `left` are the places at which panes were left in articles since the library was opened: it may
    still be about to keep them. `beside` are the outlets that are being compared, by their ids.
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
        self._slots = {side: Slot(side) for side in Side}
        self.left: dict[tuple[int, Side], int | None] = {}
        self.beside: tuple[int, ...] = ()

    # --- what is open -----------------------------------------------------------------------------

    def take_in(self, side: Side) -> Take | None:
        """The take that a pane shows."""
        content = self._content_of(side)
        return content.take if content is not None else None

    def sides(self) -> dict[int, Side]:
        """Which takes, by id, the panes show."""
        shown = {side: self.take_in(side) for side in self._pair.sides}
        return {take.id: side for side, take in shown.items() if take is not None}

    def are_paired(self, one: Take, other: Take) -> bool:
        """Whether both takes are on the point at hand."""
        on_point = {entry.take.id for entry in self.view.takes} if self.view is not None else set()
        return {one.id, other.id} <= on_point

    def clear(self) -> None:
        """Forget the point and empty the panes: another library is open."""
        self.view = self.outlet = None
        self._list.replace(None)
        for slot in self._slots.values():
            slot.latest.replace(None)
        self._slots = {side: Slot(side) for side in Side}
        self._pair.clear_content()
        self.left.clear()
        self.panes_changed.emit()

    # --- the list beside the panes ----------------------------------------------------------------

    def show_point(self, point_id: int, *, open_pair: bool) -> None:
        """Make this the point at hand; with `open_pair` the panes show its first pair.

        If outlets are being compared (`beside`), they show those instead.
        """

        def shown(view: PointView) -> None:
            self.view, self.outlet = view, None
            self.point_shown.emit(view)
            takes = opening_takes(view, self.beside) if open_pair else ()
            if takes:
                self._pair.set_count(max(len(takes), len(self._pair.sides)))
                self._open(dict(zip(Side, takes, strict=False)))

        narrowing = self._session.filters.narrowing
        asked = self._session.read(lambda s: s.comparing.view(point_id, narrowing), shown)
        self._list.replace(asked)

    def show_outlet(self, outlet: OutletRef) -> None:
        """List the texts of an outlet and all it says."""
        narrowing = self._session.filters.narrowing

        def asked(services: Services) -> tuple[list[Source], tuple[Take, ...]]:
            own = list(services.reading.texts_of(outlet.id))
            takes = services.reading.takes_by(outlet.id)
            if narrowing is None:
                return own, takes
            left = [each for each in own if each.article_id in narrowing.texts]
            return left, tuple(take for take in takes if narrowing.holds(take))

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

    # --- opening ----------------------------------------------------------------------------------

    def open_take(self, take: Take, side: Side) -> None:
        """Show a take in one pane, as the library has it now."""
        self._open({side: take})

    def open_takes(self, takes: Sequence[Take]) -> None:
        """Show two to six takes side by side, in this order; panes beyond them are closed."""
        self._pair.set_count(len(takes))
        self._open(dict(zip(Side, takes, strict=False)))

    def open_each_outlet(self) -> None:
        """Show one take of each outlet on the point at hand, in as many panes as there can be.

        They stand by the outlets' names: an order of rank would be a judgement.
        """
        if self.view is not None and (takes := one_of_each(self.view)):
            self.open_takes(takes[: len(Side)])

    def open_text(self, article_id: int, side: Side, near: Anchor | None = None) -> None:
        """Show a text in one pane: where it was left, or where the words of `near` would stand."""
        self._load({side: text_load(article_id, side.name, near)})

    def open_beside(self, places: Mapping[Side, Place]) -> None:
        """Show stretches of texts, or takes, level in these panes."""
        self._load({side: place_load(place, self.view) for side, place in places.items()})

    def open_first_of(self, outlet_id: int, side: Side) -> None:
        """Show an outlet's first take on the point in one pane."""
        if self.view is not None:
            for outlet in outlets_on(self.view):
                if outlet.id == outlet_id:
                    self._open({side: takes_of(self.view, outlet)[0]})

    def open_hit(self, hit: Hit, side: Side, query: str) -> None:
        """Show what a search found in one pane, its words marked."""
        self._load({side: hit_load(hit, query)})

    def reload_text(self, side: Side) -> None:
        """Show what a pane shows again, after something about its text or takes has changed.

        A text that is the same stays where the reader has scrolled it to.
        """
        content = self._content_of(side)
        if content is None:
            return
        slot, before = self._slots[side], content.article
        point = self.view.summary.point.id if self.view is not None else None

        def loaded(content: PaneContent) -> None:
            self._pair.show_content(slot.side, content, self._outlets())
            if content.article != before:
                self._settle((slot.side,))
            self.panes_changed.emit()

        slot.latest.replace(
            self._session.read(again_load(content, point, self._session.filters.narrowing), loaded)
        )

    # --- steps ------------------------------------------------------------------------------------

    def step_outlet(self, side: Side, by: int) -> None:
        """The next outlet on the point, in one pane."""
        content = self._content_of(side)
        if self.view is None or content is None:
            return
        here = content.take.outlet if content.take else content.article.outlet
        across = [take.outlet for take in self._across(side)]
        take = next_outlet_take(self.view, here, across, by)
        if take is not None:
            self._open({side: take})

    def step_take(self, side: Side, by: int) -> None:
        """The next take on the point, in one pane."""
        current = self.take_in(side)
        if self.view is not None and current is not None:
            take = next_take(self.view, current, self._across(side), by)
            if take is not None:
                self._open({side: take})

    def step_sibling(self, side: Side, by: int) -> None:
        """The same outlet's next take, in one pane."""
        content = self._content_of(side)
        take = content.sibling(by) if content is not None else None
        if take is not None:
            self._open({side: take})

    def go(self, side: Side, by: int) -> bool:
        """Show again what the pane showed before, or after that; False where there is nothing."""
        slot = self._slots[side]
        self._leave(slot)
        visit = slot.trail.go(by)
        if visit is None:
            return False

        def shown(content: PaneContent) -> None:
            self._leave(slot)
            slot.shown = visit
            self._pair.show_content(slot.side, content, self._outlets())
            self._settle((slot.side,), visit.place)
            self.panes_changed.emit()

        slot.latest.replace(self._session.read(visit.load, shown))
        return True

    # --- the panes --------------------------------------------------------------------------------

    def add_pane(self) -> bool:
        """Open one pane more, with the next outlet on the point; False where there are six."""
        side = len(self._pair.sides)
        if side == len(Side):
            return False
        self._pair.set_count(side + 1)
        shown = {take.outlet.id for take in self._across(Side(side))}
        takes = one_of_each(self.view) if self.view is not None else ()
        take = next((take for take in takes if take.outlet.id not in shown), None)
        if take is not None and shown:
            self._open({Side(side): take})
        else:
            self.panes_changed.emit()
        return True

    def close_pane(self, side: Side) -> bool:
        """Close one pane; those after it move up. False where only two are open."""
        sides = self._pair.sides
        if len(sides) <= 2:  # noqa: PLR2004  # there is nothing to compare in one
            return False
        self._reorder([one for one in sides if one is not side] + [side])
        last = self._slots[sides[-1]]
        last.latest.replace(None)
        self._slots[last.side] = Slot(last.side)
        self._pair.set_count(len(sides) - 1)
        self.panes_changed.emit()
        return True

    def swap(self) -> None:
        """Exchange the pane that listens with the next one, and what they have shown before."""
        one = self._pair.side
        two = self._pair.next_side(one)
        exchanged = {one: two, two: one}
        self.reorder([exchanged.get(side, side) for side in self._pair.sides])

    def reorder(self, order: Sequence[Side]) -> None:
        """What the pane `order[n]` shows goes to the n-th pane, and its way back with it."""
        self._reorder(order)
        self.panes_changed.emit()

    # --- loading ----------------------------------------------------------------------------------

    def _open(self, takes: Mapping[Side, Take]) -> None:
        self._load({side: take_load(take, self.view) for side, take in takes.items()})
        for side, take in takes.items():
            self._slots[side].opening = take

    def _load(self, loads: Mapping[Side, Load]) -> None:
        wanted = [(self._slots[side], load) for side, load in loads.items()]

        def work(services: Services) -> list[tuple[Slot, Load, PaneContent]]:
            return [(slot, load, load(services)) for slot, load in wanted]

        token = self._session.read(work, self._show)
        for slot, _ in wanted:
            # What is opened together is one load: a newer request for either side silences all.
            slot.latest.replace(token)
            slot.opening = None

    def _show(self, loaded: Sequence[tuple[Slot, Load, PaneContent]]) -> None:
        for slot, load, content in loaded:
            self._leave(slot)
            slot.opening = None
            slot.shown = Visit(load)
            slot.trail.visit(slot.shown)
            self._pair.show_content(slot.side, self._placed(slot.side, content), self._outlets())
        self._settle(tuple(slot.side for slot, _, _ in loaded))
        self.panes_changed.emit()

    def _placed(self, side: Side, content: PaneContent) -> PaneContent:
        """The same with the place at which the pane stands in the article, or was left in it."""
        pane, article_id = self._pair.panes.get(side), content.article.id
        before = self._content_of(side)
        if pane is not None and before is not None and before.article.id == article_id:
            return content if pane.is_level else replace(content, place=pane.place_left())
        if (article_id, side) in self.left:
            return replace(content, place=self.left[article_id, side])
        return content

    def _leave(self, slot: Slot) -> None:
        """Remember how far the pane was read, before it shows something else."""
        pane = self._pair.panes.get(slot.side)
        if pane is not None and slot.shown is not None and slot.trail.here is slot.shown:
            slot.shown = replace(slot.shown, place=pane.top_place())
            slot.trail.replace(slot.shown)

    def _settle(self, sides: tuple[Side, ...], place: int | None = None) -> None:
        # The panes get their sizes when the event loop comes round; takes are levelled after that.
        QTimer.singleShot(0, self._pair, partial(self._settle_panes, sides, place))

    def _settle_panes(self, sides: tuple[Side, ...], place: int | None) -> None:
        still_open = [side for side in sides if side in self._pair.panes]
        if place is None:
            self._pair.level(still_open)
        else:
            for side in still_open:
                self._pair.panes[side].show_top(place)

    def _reorder(self, order: Sequence[Side]) -> None:
        before = dict(self._slots)
        for side, source in zip(self._pair.sides, order, strict=True):
            self._slots[side] = before[source]
            before[source].side = side
        self._pair.reorder(order)

    def _content_of(self, side: Side) -> PaneContent | None:
        pane = self._pair.panes.get(side)
        return pane.content if pane is not None else None

    def _across(self, side: Side) -> list[Take]:
        """The takes in the other panes, or on their way there."""
        others = [other for other in self._pair.sides if other is not side]
        takes = [self._slots[other].opening or self.take_in(other) for other in others]
        return [take for take in takes if take is not None]

    def _outlets(self) -> tuple[OutletRef, ...]:
        return outlets_on(self.view) if self.view is not None else ()
