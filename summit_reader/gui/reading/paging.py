"""How far a page goes."""

from __future__ import annotations

from dataclasses import dataclass

OVERLAP = 2
"""Lines of a page that stand on the next one too, so that the eye finds its place."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A text as a scroll bar sees it, in px: where it begins and ends, and how much is in sight."""

    first: int
    last: int
    height: int
    line: int

    def turned(self, value: int, by: int) -> int:
        """The value of the bar `by` pages on from `value`, or back where `by` is negative.

        It never leaves the text: forward it stops where the last line stands at the foot, back
        where the first stands at the top. What lies beyond them already stays where it is.

        >>> pages = Pages(first=0, last=1000, height=500, line=25)
        >>> pages.turned(0, 1), pages.turned(900, 1), pages.turned(1200, 1), pages.turned(300, -1)
        (450, 1000, 1200, 0)
        """
        step = max(self.height - OVERLAP * self.line, self.line)
        wanted = value + by * step
        if by > 0:
            return max(min(wanted, self.last), value)
        return min(max(wanted, self.first), value)
