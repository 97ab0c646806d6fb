"""Sets of documents with their scores, and what is done to them as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from summit_reader.index.codec.sections import Array

DENSE_SHARE = 256
"""Above a 256th of all documents a union is made in an array of all of them; below, by sorting."""
_STRETCH = 32
_STRETCHES = 2
"""Stretches for each key that is sought, below which it does not pay to look at them first."""
_SEARCHED_SHARE = 16
"""Fewer than a sixteenth of other numbers are searched for in them; more are merged with them."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Documents, ascending; and their scores, or None where all of them are 0."""

    documents: Array
    scores: Array | None = None

    def __len__(self) -> int:
        return len(self.documents)

    def only(self, kept: Array) -> Hits:
        """Those at `kept`, a mask or places."""
        scores = None if self.scores is None else self.scores[kept]
        return Hits(self.documents[kept], scores)

    def scored(self) -> Array:
        """Their scores, zeros spelt out."""
        return np.zeros(len(self), np.float32) if self.scores is None else self.scores


@dataclass(frozen=True, slots=True)
class Among:
    """Which of the documents asked about match, as a mask; and scores of all, 0 where they do not.

    `scores` is None where all of them are 0.
    """

    mask: Array
    scores: Array | None = None


NOTHING = Hits(np.zeros(0, np.uint32))


class Node(Protocol):
    """A query, made ready for one segment. Deleted documents count as documents here."""

    def size(self) -> int:
        """At most so many documents match, roughly."""

    def all(self) -> Hits:
        """The documents that match."""

    def among(self, documents: Array) -> Among:
        """Which of `documents` (ascending) match."""


class Gathered:
    """Documents and scores on their way into one set: an entry for every document there is.

    A document with a score above 0 is held by that alone; only others are marked.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self._marked: Array | None = None
        self._scores: Array | None = None

    def add(self, documents: Array, scores: Array | None) -> None:
        """Put documents, in any order but each once; scores add up."""
        if scores is None or not (scores > 0).all():
            if self._marked is None:
                self._marked = np.zeros(self.total, bool)
            self._marked[documents] = True
        if scores is not None:
            if self._scores is None:
                self._scores = np.zeros(self.total, np.float32)
                self._scores[documents] = scores
            else:
                self._scores[documents] += scores

    def add_everywhere(self, scores: Array) -> None:
        """Put every document with a score above 0; 0 stands for one that is not meant."""
        if self._scores is None:
            self._scores = scores
        else:
            self._scores += scores

    def hits(self) -> Hits:
        """All that were put."""
        if self._scores is None:
            held = np.zeros(0, bool) if self._marked is None else self._marked
            return Hits(np.flatnonzero(held).astype(np.uint32))
        held = self._scores > 0
        if self._marked is not None:
            held |= self._marked
        documents = np.flatnonzero(held)
        return Hits(documents.astype(np.uint32), self._scores[documents])


def union(parts: Sequence[Hits], total: int) -> Hits:
    """The documents of any part, scores added; `total` is the number of documents there are."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return NOTHING
    if len(parts) == 1:
        return parts[0]
    scored = any(part.scores is not None for part in parts)
    if sum(map(len, parts)) * DENSE_SHARE < total:
        everything = np.concatenate([part.documents for part in parts])
        if not scored:
            return Hits(distinct(everything))
        documents, place = np.unique(everything, return_inverse=True)
        weights = np.concatenate([part.scored() for part in parts])
        return Hits(documents, np.bincount(place, weights, len(documents)).astype(np.float32))
    gathered = Gathered(total)
    for part in parts:
        gathered.add(part.documents, part.scores)
    return gathered.hits()


def distinct(numbers: Array) -> Array:
    """The numbers, ascending, each once."""
    ordered = np.sort(numbers)
    fresh = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return ordered[fresh]


def shared(one: Array, two: Array) -> Array:
    """The numbers in both, each of which is ascending and holds a number once."""
    few, many = (one, two) if len(one) < len(two) else (two, one)
    if not len(few):
        return few
    if len(few) * _SEARCHED_SHARE < len(many):
        place = np.searchsorted(many, few)
        place[place == len(many)] = 0
        found: Array = few[many[place] == few]
        return found
    both = np.concatenate((few, many))
    both.sort(kind="stable")  # which merges what is sorted already
    twice: Array = both[1:][both[1:] == both[:-1]]
    return twice


def best(keys: Array, count: int) -> Array:
    """The places of the `count` greatest keys, greatest first; of equal keys, the first places."""
    if count <= 0 or not len(keys):
        return np.zeros(0, np.int64)
    if len(keys) > count:
        candidates = _candidates(keys, count)
        found = keys[candidates]
        least = np.partition(found, len(found) - count)[len(found) - count]
        above = candidates[found > least]
        equal = candidates[found == least][: count - len(above)]
        places = np.concatenate((above, equal))
        places.sort()
    else:
        places = np.arange(len(keys))
    return places[np.argsort(-keys[places], kind="stable")]


def _candidates(keys: Array, count: int) -> Array:
    """Places, ascending, among which the `count` greatest keys are.

    The keys are cut into stretches. At least `count` keys are as great as the greatest key of the
    stretch that comes `count`-th by it, so that all smaller ones are out.
    """
    stretches = len(keys) // _STRETCH
    if stretches < _STRETCHES * count:
        return np.arange(len(keys))
    greatest = keys[: stretches * _STRETCH].reshape(stretches, _STRETCH).max(axis=1)
    least = np.partition(greatest, stretches - count)[stretches - count]
    return np.flatnonzero(keys >= least)
