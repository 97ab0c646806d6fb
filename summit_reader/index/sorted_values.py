"""The values of a field in an order in which those that begin alike are neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from heapq import nsmallest


class SortedValues:
    """Values with the number of articles each, found by how they, or a word in them, begin.

    >>> SortedValues({"Donald Trump": 9, "The Times": 4, "Tony": 7}).begun("t", 2)
    (('Donald Trump', 9), ('Tony', 7))
    """

    def __init__(self, values: Mapping[str, int]) -> None:
        self._ranked = sorted(values.items(), key=lambda item: (-item[1], item[0].casefold()))
        self._ranks: dict[str, list[int]] = {}
        for rank, (value, _) in enumerate(self._ranked):
            for beginning in _beginnings(value.casefold()):
                self._ranks.setdefault(beginning, []).append(rank)
        self._beginnings = sorted(self._ranks)

    def begun(self, typed: str, most: int) -> tuple[tuple[str, int], ...]:
        """The most frequent values in which a word, or the whole, begins as was typed."""
        if not typed:
            return tuple(self._ranked[: max(most, 0)])
        folded = typed.casefold()
        start = bisect_left(self._beginnings, folded)
        end = bisect_right(
            self._beginnings, folded, start, key=lambda beginning: beginning[: len(folded)]
        )
        ranks = {rank for each in self._beginnings[start:end] for rank in self._ranks[each]}
        return tuple(self._ranked[rank] for rank in nsmallest(most, ranks))


def _beginnings(folded: str) -> list[str]:
    """The value from each of its words on."""
    beginnings, at = [folded], folded.find(" ")
    while at >= 0:
        beginnings.append(folded[at + 1 :])
        at = folded.find(" ", at + 1)
    return beginnings
