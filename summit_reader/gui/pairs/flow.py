"""From two panes to the list of what they have on the same thing, and back into the panes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from summit_reader.gui.compare.alignments import Alignments
from summit_reader.gui.compare.desk import Desk
from summit_reader.gui.pairs.rows import PairRow, rows_of
from summit_reader.gui.pairs.wording import spoken
from summit_reader.gui.rooms import Rooms
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.announcing import announce
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.sides import Side


class PairsFlow(QObject):
    """Fills the list "Same point" for the pane that listens and the next one; steps through it."""

    def __init__(
        self,
        session: LibrarySession,
        alignments: Alignments,
        desk: Desk,
        rooms: Rooms,
        toast: Toast,
    ) -> None:
        super().__init__(rooms)
        self._session, self._alignments, self._desk = session, alignments, desk
        self._rooms, self._toast = rooms, toast
        self._rows: tuple[PairRow, ...] | None = None
        self._at: PairRow | None = None
        self._step: int | None = None
        self._latest = Latest()
        self._is_wanted = False
        rooms.pairs.pair_opened.connect(self.open)
        rooms.pairs.view.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        desk.panes_changed.connect(self._refresh)
        rooms.pair.side_focused.connect(lambda _: self._refresh())
        alignments.came.connect(lambda *_: self._refresh())

    def show(self, shown: bool) -> None:  # noqa: FBT001  # a signal's argument
        """Show the list in the place of points and takes, and go to it; or put it away."""
        self._is_wanted = shown
        self._rooms.show_pairs(shown)
        if shown:
            self._refresh()
            self._rooms.pairs.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self._rooms.previews:
            self._rooms.pair.focused_pane.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, row: PairRow) -> None:
        """Bring both sides of a pair level in the panes it was found in."""
        self._at = row
        self._rooms.show_pair()
        self._desk.open_beside(dict(zip(row.sides, row.places, strict=True)))
        announce(self._rooms.pair, spoken(row))

    def step(self, by: int) -> None:
        """Go to the next pair, or the one before, round the ends."""
        if self._rows is None:
            self._step = by
            self._is_wanted = True
            self._refresh()
            return
        self._step = None
        if not self._rows:
            one, other = (side.name for side in self._sides())
            said = self.tr("Nothing in {0} is likely to be on what {1} says.")
            self._toast.say(said.format(one, other))
            return
        keys = [row.key for row in self._rows]
        here = keys.index(self._at.key) if self._at and self._at.key in keys else -min(by, 0) - 1
        row = self._rows[(here + by) % len(keys)]
        self._rooms.pairs.choose(row)
        self.open(row)
        number = keys.index(row.key) + 1
        self._toast.say(self.tr("Pair {0} of {1}").format(number, len(keys)))

    def _sides(self) -> tuple[Side, Side]:
        """The pane that listens and the next one, in the order in which they stand."""
        side = self._rooms.pair.side
        one, other = sorted((side, self._rooms.pair.next_side(side)))
        return one, other

    def _refresh(self) -> None:
        if not self._is_wanted:
            self._rows = None
            return
        sides = self._sides()
        one, other = (self._rooms.pair.panes[side].content for side in sides)
        if one is None or other is None:
            self._tell(self.tr("Open a text in both panes to see what they have on the same."))
            return
        if one.article.id == other.article.id:
            self._tell(self.tr("Both panes show the same text."))
            return
        alignment = self._alignments.of(one.article.id, other.article.id)
        if alignment is None:
            self._rows = None
            self._latest.replace(None)
            return
        view = self._desk.view
        on_point = {entry.take.id for entry in view.takes} if view is not None else set()
        takes = (one.others, other.others)

        def show(rows: tuple[PairRow, ...]) -> None:
            self._rows = rows
            self._rooms.pairs.show_pairs(rows, sides)
            if self._step is not None:
                self.step(self._step)

        token = self._session.read(lambda _: rows_of(alignment, sides, takes, on_point), show)
        self._latest.replace(token)

    def _tell(self, why: str) -> None:
        self._latest.replace(None)
        self._rows = ()
        self._rooms.pairs.show_nothing(why)
        if self._step is not None:
            self._step = None
            self._toast.say(why)

    def _on_chosen(self) -> None:
        if self._at is not None and self._rooms.pairs.view.hasFocus():
            self._at = self._rooms.pairs.current()
