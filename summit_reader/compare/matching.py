"""Places at which two rows of words agree, in the order of both.

Words that stand once in both are matched first, in the longest order they have in common; what lies
between two of them is small, and there the longest common sequence is found exactly. So the work
grows with the length of the rows and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

CELLS = 10_000
"""Pairs of words up to which the longest common sequence is found by trying them all."""

ROUNDS = 8
"""Times that what lies between two matched words is searched anew for words that stand once."""

_MATCHED, _RUNNING = 1_000, 1
"""What a common word counts, and what more if it follows on one: more words before longer runs."""

Pair = tuple[int, int]
"""The places of a word in the first row and in the second."""


class _Range(NamedTuple):
    i: int
    i_end: int
    j: int
    j_end: int

    @property
    def cells(self) -> int:
        """Pairs of words in it."""
        return (self.i_end - self.i) * (self.j_end - self.j)


def matched(one: Sequence[str], two: Sequence[str]) -> list[Pair]:
    """Places of the same words, ascending in both rows.

    >>> matched("we will pay".split(), "we will never pay".split())
    [(0, 0), (1, 1), (2, 3)]
    """
    pairs: list[Pair] = []
    waiting = [(_Range(0, len(one), 0, len(two)), ROUNDS)]
    while waiting:
        whole, rounds = waiting.pop()
        inner = _trimmed(one, two, whole, pairs)
        if inner.cells <= CELLS:
            pairs += _common(one, two, inner)
        elif rounds and (anchors := _anchors(one, two, inner)):
            pairs += anchors
            bounds = [(inner.i - 1, inner.j - 1), *anchors, (inner.i_end, inner.j_end)]
            waiting += [
                (_Range(i + 1, i_end, j + 1, j_end), rounds - 1)
                for (i, j), (i_end, j_end) in pairwise(bounds)
            ]
    return sorted(pairs)


def _trimmed(one: Sequence[str], two: Sequence[str], whole: _Range, pairs: list[Pair]) -> _Range:
    """What is left of a range between the words it begins and ends with in both rows."""
    i, i_end, j, j_end = whole
    while i < i_end and j < j_end and one[i] == two[j]:
        pairs.append((i, j))
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and one[i_end - 1] == two[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        pairs.append((i_end, j_end))
    return _Range(i, i_end, j, j_end)


def _anchors(one: Sequence[str], two: Sequence[str], within: _Range) -> list[Pair]:
    """Words that stand once in both, in the longest order they have in common."""
    i, i_end, j, j_end = within
    here, there = Counter(one[i:i_end]), Counter(two[j:j_end])
    places = {word: at for at, word in enumerate(two[j:j_end], j) if there[word] == 1}
    pairs = [
        (at, places[word])
        for at, word in enumerate(one[i:i_end], i)
        if here[word] == 1 and word in places
    ]
    return _longest_ascending(pairs)


def _longest_ascending(pairs: Sequence[Pair]) -> list[Pair]:
    """As many of the pairs, ascending in their first places, as ascend in the second too."""
    lowest: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(lowest, at)
        before.append(last[length - 1] if length else -1)
        lowest[length : length + 1] = [at]
        last[length : length + 1] = [number]
    chain: list[Pair] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _common(one: Sequence[str], two: Sequence[str], within: _Range) -> Iterator[Pair]:
    """The longest common sequence of two short ranges; of several, the one in longest runs."""
    i, i_end, j, j_end = within
    height, width = i_end - i, j_end - j
    # From each place on: the best there is, and the best that begins with a match right there.
    best = [[0] * (width + 1) for _ in range(height + 1)]
    here = [[0] * (width + 1) for _ in range(height + 1)]
    for down in range(height - 1, -1, -1):
        word, row, below, after = one[i + down], best[down], best[down + 1], here[down + 1]
        for at in range(width - 1, -1, -1):
            score = max(below[at], row[at + 1])
            if word == two[j + at]:
                follows = after[at + 1] + _RUNNING if after[at + 1] else 0
                here[down][at] = _MATCHED + max(below[at + 1], follows)
                score = max(score, here[down][at])
            row[at] = score
    yield from ((i + down, j + at) for down, at in _walked(best, here))


def _walked(best: Sequence[Sequence[int]], here: Sequence[Sequence[int]]) -> Iterator[Pair]:
    down = at = 0
    while best[down][at]:
        if here[down][at] == best[down][at]:
            yield down, at
            # A run goes on wherever going on is what the score was made of.
            while here[down][at] == _MATCHED + _RUNNING + here[down + 1][at + 1]:
                down, at = down + 1, at + 1
                yield down, at
            down, at = down + 1, at + 1
        elif best[down + 1][at] == best[down][at]:
            down += 1
        else:
            at += 1
