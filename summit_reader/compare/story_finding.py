"""Articles on the same happening: alike in headline and opening, and of about the same days.

Dates in real data contain junk and gaps. A date that cannot be is none, and an article without one
is held against all the others, as if it were of about the same days.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.linking import Pair, linked
from summit_reader.compare.terms import Analyse, terms_of

OPENING = 600
"""Characters of the body that are read beside the headline, which counts twice."""

WINDOW = 3
"""Days between two articles beyond which they are not held against each other."""

_FADING = 10.0
"""Days in which the likeness of two articles would fall to about a third."""

_UNDATED = 0.8
"""What is left of the likeness if one of the two has no date."""

_ALIKE = 0.14
"""Average likeness from which articles are one story."""

_AT_ALL = 0.08
"""Likeness below which two articles count as not alike."""

_FIRST_YEAR = 1700
"""Year before which nothing was published that anybody imports as news."""

_COMMON, _MANY = 0.02, 1_000
"""Share of many articles, and these, beyond which no article without a date is held against those
that share a word with it."""

_BLOCK = 128
"""Articles held against the others at a time: with twice as many, those of tens of thousands take
120 MB more and hardly less time."""

Numbers = NDArray[np.intp]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Head:
    """What an article says on top, as stems, and its day as a number; None without a date."""

    stems: tuple[str, ...]
    day: int | None = None


def head_of(headline: str, opening: str, published: date | None, analyse: Analyse) -> Head:
    """The head of an article with this headline and beginning of its body."""
    text = f"{headline}\n{headline}\n{opening[:OPENING]}"
    return Head(terms_of(text, analyse).stems, published.toordinal() if published else None)


def believed(published: date | None, seen: date) -> date | None:
    """The date, if an article that was `seen` on a day can have it.

    >>> believed(date(2050, 1, 1), seen=date(2019, 4, 25)) is None
    True
    """
    if published is None or published.year < _FIRST_YEAR:
        return None
    return None if published > seen + timedelta(days=1) else published


def stories(
    heads: Sequence[Head],
    known: Sequence[int] | None = None,
    settled: Collection[int] = (),
) -> list[int]:
    """The story of each article; articles with the same number are on the same happening.

    `known` are numbers of the stories they are in so far, different ones for those in none; no
    story is taken apart, and no two of the `settled` ones are joined.
    """
    groups = list(range(len(heads))) if known is None else list(known)
    order = sorted(range(len(heads)), key=lambda number: (heads[number].day is None,
                                                          heads[number].day or 0))  # fmt: skip
    table = _Table([heads[number] for number in order])
    found = linked([groups[number] for number in order], table.pairs(), _ALIKE, settled)
    by_number = dict(zip(order, found, strict=True))
    return [by_number[number] for number in range(len(heads))]


class _Table:
    """Heads as rows of weighed terms, those without a date at the end."""

    def __init__(self, heads: Sequence[Head]) -> None:
        holders = Counter(stem for head in heads for stem in dict.fromkeys(head.stems))
        numbers = {stem: number for number, stem in enumerate(holders)}
        rarity = {
            stem: math.log((len(heads) + 1) / (held + 1)) + 1 for stem, held in holders.items()
        }
        sizes: list[int] = []
        # Arrays of the machine's numbers: of tens of thousands of heads there are millions.
        terms, weights = array("q"), array("d")
        for head in heads:
            counts = Counter(head.stems)
            sizes.append(len(counts))
            terms.extend(numbers[stem] for stem in counts)
            weights.extend((1 + math.log(count)) * rarity[stem] for stem, count in counts.items())
        self._starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.intp)
        self._rows = np.repeat(np.arange(len(heads)), sizes)
        self._terms = np.frombuffer(terms, np.int64).astype(np.intp)
        values = np.frombuffer(weights, np.float64)
        lengths = np.sqrt(np.bincount(self._rows, values * values, len(heads)))
        self._weights = values / lengths[self._rows]
        held = np.array(list(holders.values()), np.intp)[self._terms]
        self._telling = held <= max(_MANY, _COMMON * len(heads))
        self._days = np.array([head.day for head in heads if head.day is not None], np.int64)
        self._count = len(heads)

    def pairs(self) -> Iterator[Pair]:
        """Every two articles that are alike at all, each once."""
        dated = len(self._days)
        for start in range(0, dated, _BLOCK):
            end = min(start + _BLOCK, dated)
            last = int(np.searchsorted(self._days, self._days[end - 1] + WINDOW, side="right"))
            apart = self._days[None, start:last] - self._days[start:end, None]
            fading = np.where(np.abs(apart) <= WINDOW, np.exp(-np.abs(apart) / _FADING), 0.0)
            yield from self._alike(start, end, start, last, fading)
        for start in range(dated, self._count, _BLOCK):
            end = min(start + _BLOCK, self._count)
            yield from self._alike(start, end, 0, end, _UNDATED)

    def _alike(
        self, start: int, end: int, first: int, last: int, fading: Reals | float
    ) -> Iterator[Pair]:
        """Pairs of the rows from `start` to `end` with those from `first` to `last`."""
        alike = self._cosines(start, end, first, last) * fading
        here, there = np.nonzero(alike >= _AT_ALL)
        values = alike[here, there]
        # Rows of the block meet each other twice, and each itself.
        once = (there + first < start) | (there + first > here + start)
        yield from zip(
            (here[once] + start).tolist(),
            (there[once] + first).tolist(),
            values[once].tolist(),
            strict=True,
        )

    def _cosines(self, start: int, end: int, first: int, last: int) -> Reals:
        mine = slice(self._starts[start], self._starts[end])
        other = slice(self._starts[first], self._starts[last])
        order = np.argsort(self._terms[other], kind="stable")
        terms = self._terms[other][order]
        lows = np.searchsorted(terms, self._terms[mine], side="left")
        counts = np.searchsorted(terms, self._terms[mine], side="right") - lows
        if start >= len(self._days):
            counts *= self._telling[mine]
        # For each of my terms, every place of the same term on the other side.
        steps = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        places = order[np.repeat(lows, counts) + steps]
        width = last - first
        cells = np.repeat((self._rows[mine] - start) * width, counts)
        cells += self._rows[other][places] - first
        products = np.repeat(self._weights[mine], counts) * self._weights[other][places]
        sums = np.bincount(cells, products, (end - start) * width).astype(np.float64)
        return sums.reshape(end - start, width)
