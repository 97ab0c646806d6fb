"""The lock of the panes: while one is read, the others follow."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.gui.compare.alignments import Alignments
from summit_reader.gui.compare.counterparts import Level, level_at
from summit_reader.gui.compare.pair import PairView
from summit_reader.gui.reading.pane import ReadingPane
from summit_reader.gui.widgets.sides import Side

PATIENCE_MS = 150
"""Time after which texts are aligned that came into the panes: one may be stepping through them."""


class LockState(StrEnum):
    """How the panes that are not read follow the one that is."""

    BY_POINT = "point"
    PROPORTIONAL = "proportional"
    OFF = "off"


Sync = tuple[int, int, int]
"""A text, the stretch of it that is read, by its start, and another text."""


class ScrollLock(QObject):
    """Moves the other panes when the reader moves one.

    By point, the passage that is read stands on one height with its counterpart; where there is
    none, the other pane stays and says so. Moving one side alone, or locking again, makes a sync
    point: by point it holds for the passage it was made at, in proportion for both texts.
    `are_paired` tells whether two takes are on one point by the reader's decision.
    """

    changed = Signal()

    def __init__(
        self,
        pair: PairView,
        alignments: Alignments,
        are_paired: Callable[[Take, Take], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pair, self._alignments, self._are_paired = pair, alignments, are_paired
        self._state = self._last = LockState.BY_POINT
        self._synced: dict[Sync, int] = {}
        self._apart: dict[tuple[int, int], float] = {}
        self._leader: Side | None = None
        self._alone: Side | None = None
        self._soon = _timer(self, 0, self._follow)
        self._later = _timer(self, PATIENCE_MS, self._prepare)
        alignments.came.connect(lambda *_: self._on_came())
        for pane in pair.panes.values():
            self._take_in(pane)
        pair.pane_made.connect(self._take_in)
        pair.side_focused.connect(lambda _: self._later.start())

    @property
    def state(self) -> LockState:
        """How the panes follow."""
        return self._state

    def choose(self, state: LockState) -> None:
        """Follow in this manner from here on; locked again, panes keep the offset they have."""
        before, self._state = self._state, state
        if state is not LockState.OFF:
            self._last = state
        is_locked_again = before is LockState.OFF and state is not LockState.OFF
        if is_locked_again or (state is LockState.PROPORTIONAL and before is not state):
            self._sync(self._pair.side)
        if state is not LockState.BY_POINT:
            self._hush()
        self._later.start()
        self.changed.emit()

    def toggle(self) -> None:
        """Pause the lock, or go on as before."""
        self.choose(self._last if self._state is LockState.OFF else LockState.OFF)

    def match(self) -> None:
        """Bring the other panes to what the one that listens is read at, and forget offsets."""
        self._synced.clear()
        self._apart.clear()
        leader = self._pair.focused_pane
        found = [self._follow_by_point(leader, pane) for pane in self._others(leader)]
        if not any(found):
            self._pair.level()

    def on_contents(self) -> None:
        """Other texts or takes are in the panes."""
        self._leader = None
        self._hush()
        self._later.start()

    def _take_in(self, pane: ReadingPane) -> None:
        pane.read_on.connect(self._on_read)

    def _on_read(self, side: Side, alone: bool) -> None:  # noqa: FBT001  # a signal's argument
        if alone:
            self._alone = side
        else:
            self._leader = side
        # The pane moves after it has told; and of many moves only the last one counts.
        self._soon.start()

    def _on_came(self) -> None:
        if self._leader is not None and self._state is LockState.BY_POINT:
            self._soon.start()

    def _prepare(self) -> None:
        if self._state is LockState.BY_POINT and self._pair.isVisible():
            leader = self._pair.focused_pane
            for pane in self._others(leader):
                if leader.content is not None and pane.content is not None:
                    self._alignments.of(leader.content.article.id, pane.content.article.id)

    def _follow(self) -> None:
        if self._alone is not None:
            if self._alone in self._pair.panes:
                self._sync(self._alone)
            self._alone = self._leader = None
            return
        leader = self._pair.panes.get(self._leader) if self._leader is not None else None
        if leader is None or self._state is LockState.OFF:
            return
        for pane in self._others(leader):
            if self._state is LockState.BY_POINT:
                self._follow_by_point(leader, pane)
            else:
                self._follow_in_proportion(leader, pane)

    def _follow_by_point(self, leader: ReadingPane, pane: ReadingPane) -> bool:
        """Bring `pane` level; whether anything could be said of where it should be."""
        level = self._synced_level(leader, pane)
        if level is None:
            pane.say("")
            return False
        if level.there is None:
            pane.say(self.tr("Nothing in {0} on this").format(pane.side.name))
            return True
        pane.say("")
        height = leader.height_of(level.here)
        if height is not None:
            pane.show_level(level.there, height)
        return True

    def _follow_in_proportion(self, leader: ReadingPane, pane: ReadingPane) -> None:
        if leader.content is not None and pane.content is not None:
            key = (leader.content.article.id, pane.content.article.id)
            pane.show_share(leader.share() + self._apart.get(key, 0.0))

    def _level(self, leader: ReadingPane, pane: ReadingPane) -> Level | None:
        place, here, there = leader.reading_place(), leader.content, pane.content
        if place is None or here is None or there is None:
            return None
        one, other = here.article.id, there.article.id
        if one == other:
            return Level(Span(place, place + 1), Span(place, place + 1))
        takes = None
        if here.take and there.take and self._are_paired(here.take, there.take):
            takes = (here.take, there.take)
        return level_at(place, self._alignments.of(one, other), takes)

    def _synced_level(self, leader: ReadingPane, pane: ReadingPane) -> Level | None:
        """What is read with its counterpart, or with what the reader has set beside it."""
        level, here, there = self._level(leader, pane), leader.content, pane.content
        if level is not None and here is not None and there is not None:
            kept = self._synced.get((here.article.id, level.here.start, there.article.id))
            if kept is not None:
                return Level(level.here, Span(kept, kept + 1))
        return level

    def _sync(self, side: Side) -> None:
        """Keep how the panes stand beside each other now."""
        one = self._pair.panes[side]
        for other in self._others(one):
            for leader, pane in ((one, other), (other, one)):
                if leader.content is None or pane.content is None:
                    continue
                key = (leader.content.article.id, pane.content.article.id)
                self._apart[key] = pane.share() - leader.share()
                level = self._level(leader, pane)
                height = leader.height_of(level.here) if level is not None else None
                place = pane.place_at(height) if height is not None else None
                if level is None or place is None:
                    continue
                sync = (key[0], level.here.start, key[1])
                if level.there is not None and pane.height_of(level.there) == height:
                    self._synced.pop(sync, None)
                else:
                    self._synced[sync] = place
                    pane.say("")

    def _others(self, leader: ReadingPane) -> list[ReadingPane]:
        return [pane for pane in self._pair.panes.values() if pane is not leader]

    def _hush(self) -> None:
        for pane in self._pair.panes.values():
            pane.say("")


def _timer(owner: QObject, wait: int, do: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(do)
    return timer
