"""Between the grid and the rest: fills it off the GUI thread, opens what is chosen in the panes."""

from __future__ import annotations

import random

from PySide6.QtCore import QObject, Qt

from summit_reader.domain.point import PointView
from summit_reader.domain.take import Take
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.grid.contents import GridContents, Order, completed, contents_of, ordered
from summit_reader.gui.grid.model import Place
from summit_reader.gui.grid.outlets import OutletChoice
from summit_reader.gui.grid.page import LEAST, GridPage
from summit_reader.gui.look import Look
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.page_heads import fill_choices
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

ORDERS = {Order.NAME: "By name", Order.TAKES: "Most takes first", Order.SHUFFLED: "Shuffled"}


class GridFlow(QObject):
    """What is hidden or added, and which story counts, holds while the library is open."""

    def __init__(self, session: LibrarySession, look: Look, rooms: Rooms, desk: Desk) -> None:
        super().__init__(rooms)
        self._session, self._rooms, self._desk = session, rooms, desk
        self._look = look
        self.page = GridPage(look)
        self._latest = Latest()
        self._contents: GridContents | None = None
        self._story: int | None = None
        self._order = Order.NAME
        self._shuffled: list[str] = []
        self._hidden: frozenset[str] = frozenset()
        self._beside: list[str] = []
        self._choice: OutletChoice | None = None
        self._waiting: tuple[int, dict[Side, Take]] | None = None
        self.page.compared.connect(self._compare)
        self.page.view.opened.connect(self._open)
        self.page.view.left.connect(rooms.show_work)
        self.page.outlets.clicked.connect(self._choose_outlets)
        self.page.scopes.aboutToShow.connect(self._list_scopes)
        self.page.orders.aboutToShow.connect(self._list_orders)
        desk.point_shown.connect(self._on_point_shown)

    def load(self, story_id: int | None = None) -> None:
        """Fill the table with the points of a story, or with all."""
        self._story = story_id
        self.refresh()

    def refresh(self) -> None:
        """Fill the table anew: something has changed in the library."""
        story, beside = self._story, tuple(self._beside)
        narrowing = self._session.filters.narrowing
        token = self._session.read(lambda s: contents_of(s, story, beside, narrowing), self._fill)
        self._latest.replace(token)

    def forget(self) -> None:
        """Take back every choice: another library is open."""
        self._story, self._contents, self._hidden = None, None, frozenset()
        self._beside.clear()
        self.page.model.choose(())
        if self._choice is not None:
            self._choice.close()

    def focus(self) -> None:
        """Put the focus on the table."""
        self.page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, contents: GridContents) -> None:
        self._show(contents)
        # What is decided stands there at once; what may be takes its time.
        token = self._session.read_cancellable(
            lambda services, token: completed(services, contents, token), self._show
        )
        self._latest.replace(token)

    def _show(self, contents: GridContents) -> None:
        self._contents = contents
        self._story = contents.story.id if contents.story is not None else None
        columns = ordered(contents, self._order, self._shuffled)
        shown = [column for column in columns if column.name not in self._hidden]
        self.page.show_contents(contents, shown)
        if self._choice is not None:
            self._choice.show_columns(contents.grid.columns, contents.takes, self._hidden)

    # --- what is shown --------------------------------------------------------------------------

    def _list_scopes(self) -> None:
        stories = self._contents.stories if self._contents is not None else ()
        choices: list[tuple[int | None, str]] = [(None, tr("Whole library"))]
        choices += [(story.id, story.title) for story in stories]
        fill_choices(self.page.scopes, choices, self._story, self.load)

    def _list_orders(self) -> None:
        choices = [(order, tr(name)) for order, name in ORDERS.items()]
        fill_choices(self.page.orders, choices, self._order, self._set_order)

    def _set_order(self, order: Order) -> None:
        self._order = order
        if self._contents is not None:
            self._shuffled = [column.name for column in self._contents.grid.columns]
            random.shuffle(self._shuffled)
            self._show(self._contents)

    def _choose_outlets(self) -> None:
        if self._choice is None and self._contents is not None:
            self._choice = OutletChoice(self._look, self.page)
            self._choice.show_columns(
                self._contents.grid.columns, self._contents.takes, self._hidden
            )
            self._choice.hidden_changed.connect(self._hide)
            self._choice.added.connect(self._add)
            self._choice.finished.connect(self._on_chosen)
        if self._choice is not None:
            self._choice.open()

    def _on_chosen(self) -> None:
        self._choice = None

    def _hide(self, names: frozenset[str]) -> None:
        self._hidden = names
        if self._contents is not None:
            columns = ordered(self._contents, self._order, self._shuffled)
            shown = [column for column in columns if column.name not in names]
            self.page.show_contents(self._contents, shown)

    def _add(self, name: str) -> None:
        if name not in self._beside:
            self._beside.append(name)
        self._hidden -= {name}
        self.refresh()

    # --- into the panes -------------------------------------------------------------------------

    def _compare(self) -> None:
        chosen = self.page.model.chosen
        if len(chosen) >= LEAST:
            self._rooms.pair.set_count(len(chosen))
            self._open_places(dict(zip(Side, chosen, strict=False)))

    def _open(self, place: Place, across: bool) -> None:  # noqa: FBT001  # a signal's argument
        side = self._rooms.pair.side
        self._open_places({self._rooms.pair.next_side(side) if across else side: place})

    def _open_places(self, places: dict[Side, Place]) -> None:
        cells = {side: self.page.model.cell(place) for side, place in places.items()}
        takes = {side: cell.takes[0].take for side, cell in cells.items() if cell and cell.takes}
        if not takes:
            return
        point_id = places[min(takes)].point_id
        # The panes name the other takes on the point: it has to be at hand before they open.
        self._waiting = point_id, takes
        self._rooms.show_pair()
        side = min(takes)
        self._rooms.pair.focus_side(side)
        self._rooms.pair.panes[side].browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rooms.sidebar.choose_point(point_id)
        self._desk.show_point(point_id, open_pair=False)

    def _on_point_shown(self, view: PointView) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting[0] == view.summary.point.id:
            for side, take in waiting[1].items():
                self._desk.open_take(take, side)
