"""What the texts in the panes have on the same thing: worked out in the background, and kept."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal

from summit_reader.domain.alignment import Alignment
from summit_reader.gui.session import LibrarySession

KEPT = 40
"""Pairs of texts whose alignments are kept; six panes make fifteen."""


class Alignments(QObject):
    """Alignments of pairs of articles, by their ids; `came` tells of each pair that was asked for.

    A pair that cannot be aligned, because one of its texts is gone, is not told of.
    """

    came = Signal(int, int)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[tuple[int, int], Alignment] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._age = 0
        session.opened.connect(self.forget)

    def of(self, one_id: int, other_id: int) -> Alignment | None:
        """The alignment of two articles, if it is there; else it is asked for."""
        key = (min(one_id, other_id), max(one_id, other_id))
        found = self._kept.get(key)
        if found is None:
            self._ask(key)
            return None
        self._kept.move_to_end(key)
        return found if one_id == key[0] else found.mirrored()

    def forget(self) -> None:
        """Work everything out anew: texts, takes or speakers have changed."""
        self._kept.clear()
        self._asked.clear()
        self._age += 1

    def _ask(self, key: tuple[int, int]) -> None:
        if key in self._asked or key[0] == key[1]:
            return
        self._asked.add(key)
        age = self._age

        def done(found: Alignment) -> None:
            if age != self._age:  # it was worked out from what is no longer so
                return
            self._asked.discard(key)
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.came.emit(*key)

        # A text that has just been deleted has no alignment; its pane is told so by whoever loads.
        self._session.read(lambda s: s.aligning.articles(*key), done, lambda _: None)
