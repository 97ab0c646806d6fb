"""What the reader can do about panes: how many there are, in which order, and what they show."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from summit_reader.domain.relation import Relation
from summit_reader.gui.compare.lock import LockState
from summit_reader.gui.compare.shared_points import SharedPoints
from summit_reader.gui.widgets.sides import Side

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class PaneCommands(QObject):
    """Connects the actions about panes; most act on the pane that listens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._pair, self._desk = window, window.rooms.pair, window.desk
        pair, actions = self._pair, window.actions_
        self._on("compare_each", self._compare_each)
        self._on("add_pane", self._add)
        self._on("close_pane", self._close)
        self._on("swap", self._desk.swap)
        self._on("shuffle", self._shuffle)
        self._on("order_by_name", self._order_by_name)
        self._on("equalise", pair.equalise)
        self._on("match", window.compare.lock.match)
        self._connect_lock()
        self.shared_points = SharedPoints(window)
        actions["same_point"].toggled.connect(window.compare.pairs.show)
        window.rooms.pairs.left.connect(lambda: actions["same_point"].setChecked(False))
        actions["differences"].toggled.connect(window.compare.differences.show)
        window.compare.differences.closed.connect(lambda: actions["differences"].setChecked(False))
        for relation in Relation:
            name = f"relate_{relation.name.lower()}"
            self._on(name, partial(self._relate, relation))
        self._on("relate_none", partial(self._relate, None))
        self._on("next_pair", partial(window.compare.pairs.step, 1))
        self._on("previous_pair", partial(window.compare.pairs.step, -1))
        for name, by in (("back", -1), ("forward", 1)):
            self._on(name, partial(self._go, by))
        actions["split"].setChecked(True)
        actions["split"].toggled.connect(lambda split: pair.set_alone(not split))
        actions["rows"].setChecked(window.settings.panes_in_rows)
        pair.set_rows(window.settings.panes_in_rows)
        actions["rows"].toggled.connect(self._set_rows)
        pair.count_changed.connect(lambda _: self._enable())
        self._enable()

    def _connect_lock(self) -> None:
        window, lock = self._window, self._window.compare.lock
        self._on("lock", lock.toggle)
        for state in LockState:
            self._on(f"lock_{state.value}", partial(lock.choose, state))
        lock.changed.connect(self._on_locked)
        lock.choose(_remembered(window.settings.lock))

    def _on_locked(self) -> None:
        state, actions = self._window.compare.lock.state, self._window.actions_
        actions["lock"].setChecked(state is not LockState.OFF)
        for each in LockState:
            actions[f"lock_{each.value}"].setChecked(each is state)
        self._window.settings.lock = state.value

    def _on(self, name: str, slot: Callable[[], object]) -> None:
        self._window.actions_[name].triggered.connect(lambda _=False: slot())

    def _relate(self, relation: Relation | None) -> None:
        board = self._window.pages.board_shown
        if board is not None:
            board.relate(relation)
        else:
            self._window.compare.differences.relate(relation)

    def _enable(self) -> None:
        count = len(self._pair.sides)
        self._window.actions_["add_pane"].setEnabled(count < len(Side))
        self._window.actions_["close_pane"].setEnabled(count > 2)  # noqa: PLR2004 - it takes two

    def _compare_each(self) -> None:
        self._window.rooms.show_pair()
        self._desk.open_each_outlet()

    def _add(self) -> None:
        self._window.rooms.show_pair()
        if self._desk.add_pane():
            self._listen(self._pair.sides[-1])

    def _close(self) -> None:
        if self._desk.close_pane(self._pair.side):
            self._listen(self._pair.side)

    def _listen(self, side: Side) -> None:
        self._pair.focus_side(side)
        self._pair.focused_pane.stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _shuffle(self) -> None:
        sides = list(self._pair.sides)
        order = sides
        while order == sides:
            order = random.sample(sides, len(sides))
        self._desk.reorder(order)

    def _order_by_name(self) -> None:
        self._desk.reorder(sorted(self._pair.sides, key=self._name_in))

    def _name_in(self, side: Side) -> tuple[bool, str]:
        """What a pane is ordered by; empty ones come last."""
        content = self._pair.panes[side].content
        if content is None:
            return True, ""
        outlet = content.take.outlet if content.take is not None else content.article.outlet
        # In blind reading by what is shown: an order by names would tell something of them.
        return False, self._window.look.names.outlet(outlet).name.casefold()

    def _go(self, by: int) -> None:
        if not self._desk.go(self._pair.side, by):
            said = self.tr("Nothing before this in pane {0}.")
            if by > 0:
                said = self.tr("Nothing after this in pane {0}.")
            self._window.toast.say(said.format(self._pair.side.name))

    def _set_rows(self, in_rows: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._window.settings.panes_in_rows = in_rows
        self._pair.set_rows(in_rows)


def _remembered(state: str) -> LockState:
    return LockState(state) if state in set(LockState) else LockState.BY_POINT
