"""Groups of things that are alike on average, from the pairs that are alike at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int, float]
"""Two things by number, and how alike they are."""


def linked(
    groups: Sequence[int],
    pairs: Iterable[Pair],
    threshold: float,
    settled: Collection[int] = (),
) -> list[int]:
    """The group of each thing once all groups are joined that are alike enough on average.

    `groups` are what they are in to begin with; none is taken apart. Of the `settled` ones no two
    are joined, and what is joined with one gets its number. Pairs that are not given are not alike.

    >>> linked([0, 1, 2], [(0, 1, 0.9), (1, 2, 0.4)], 0.5)
    [0, 0, 2]
    """
    links = _Links(groups, pairs, threshold, frozenset(settled))
    links.join_all()
    return [links.group(number) for number in groups]


class _Links:
    """Groups with the sums of how alike their members are; the likest are at the top of a heap.

    An average falls when a group grows, which its entry in the heap need not know: what comes to
    the top is looked at anew. It can rise only for what both of two joined groups are like.
    """

    def __init__(
        self,
        groups: Sequence[int],
        pairs: Iterable[Pair],
        threshold: float,
        settled: frozenset[int],
    ) -> None:
        self._threshold = threshold
        self._settled = settled
        self._joined: dict[int, int] = {}
        self._sizes: dict[int, int] = {}
        self._sums: dict[int, dict[int, float]] = {}
        for group in groups:
            self._sizes[group] = self._sizes.get(group, 0) + 1
        for one, two, alike in pairs:
            first, second = groups[one], groups[two]
            if first != second:
                for here, there in ((first, second), (second, first)):
                    sums = self._sums.setdefault(here, {})
                    before = sums.get(there)
                    # Of millions of pairs nearly all are met once: both sides keep the one number.
                    sums[there] = alike if before is None else before + alike
        self._heap = [
            (-average, one, two)
            for one, sums in self._sums.items()
            for two in sums
            if one < two and (average := self._average(one, two)) >= threshold
        ]
        heapify(self._heap)

    def group(self, number: int) -> int:
        """The group that this one has become part of."""
        while number in self._joined:
            number = self._joined[number]
        return number

    def join_all(self) -> None:
        """Join the likest two groups, again and again."""
        while self._heap:
            stored, one, two = heappop(self._heap)
            if one in self._joined or two in self._joined:
                continue
            average = self._average(one, two)
            if average < -stored:
                self._push(one, two)
            elif {one, two} - self._settled:
                self._join(one, two)

    def _average(self, one: int, two: int) -> float:
        return self._sums[one][two] / (self._sizes[one] * self._sizes[two])

    def _push(self, one: int, two: int) -> None:
        average = self._average(one, two)
        if average >= self._threshold:
            heappush(self._heap, (-average, min(one, two), max(one, two)))

    def _join(self, one: int, two: int) -> None:
        kept, given = (two, one) if two in self._settled else (one, two)
        self._joined[given] = kept
        self._sizes[kept] += self._sizes.pop(given)
        sums = self._sums[kept]
        del sums[given]
        for other, alike in self._sums.pop(given).items():
            if other == kept:
                continue
            theirs = self._sums[other]
            del theirs[given]
            sums[other] = theirs[kept] = sums.get(other, 0.0) + alike
            self._push(kept, other)
