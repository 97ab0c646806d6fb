"""Where a pane has been: the way back, and forward again."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")

KEPT = 100
"""Steps that can be gone back; what lies before them is forgotten."""


class Trail(Generic[T]):
    """The visits of one pane in their order, and at which of them it is.

    >>> trail = Trail[str]()
    >>> trail.visit("one"); trail.visit("two")
    >>> trail.go(-1), trail.go(-1), trail.go(1)
    ('one', None, 'two')
    """

    def __init__(self) -> None:
        self._visits: list[T] = []
        self._at = -1

    @property
    def here(self) -> T | None:
        """The visit at hand; None before the first."""
        return self._visits[self._at] if self._visits else None

    def visit(self, place: T) -> None:
        """Go to a new place; what lay forward is forgotten."""
        del self._visits[self._at + 1 :]
        self._visits.append(place)
        del self._visits[:-KEPT]
        self._at = len(self._visits) - 1

    def replace(self, place: T) -> None:
        """Say more exactly what the visit at hand is."""
        if self._visits:
            self._visits[self._at] = place

    def can_go(self, by: int) -> bool:
        """Whether there is a visit `by` steps away: back where negative."""
        return 0 <= self._at + by < len(self._visits)

    def go(self, by: int) -> T | None:
        """Go back or forward; the place, or None where there is none."""
        if not self.can_go(by):
            return None
        self._at += by
        return self.here
