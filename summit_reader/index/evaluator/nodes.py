"""Queries made of queries, and those that ask no word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from whoosh.query import Query
from whoosh.searching import SearchContext, Searcher

from summit_reader.index.codec.sections import Array
from summit_reader.index.evaluator.hits import (
    DENSE_SHARE,
    NOTHING,
    Among,
    Gathered,
    Hits,
    Node,
    distinct,
    union,
)
from summit_reader.index.evaluator.words import FormsNode


class NoNode:
    """Nothing matches."""

    def size(self) -> int:
        """None."""
        return 0

    def all(self) -> Hits:
        """None."""
        return NOTHING

    def among(self, documents: Array) -> Among:
        """None."""
        return Among(np.zeros(len(documents), bool))


class EveryNode:
    """Every document matches."""

    def __init__(self, count: int, score: float | None) -> None:
        self._count = count
        self._score = score

    def size(self) -> int:
        """All."""
        return self._count

    def all(self) -> Hits:
        """All."""
        scores = None if self._score is None else np.full(self._count, self._score, np.float32)
        return Hits(np.arange(self._count, dtype=np.uint32), scores)

    def among(self, documents: Array) -> Among:
        """All of them."""
        size = len(documents)
        scores = None if self._score is None else np.full(size, self._score, np.float32)
        return Among(np.ones(size, bool), scores)


class AndNode:
    """All parts match; scores add up. The rarest part is read, the others are asked about it."""

    def __init__(self, parts: Sequence[Node]) -> None:
        self._parts = sorted(parts, key=lambda part: part.size())

    def size(self) -> int:
        """As many as the rarest part."""
        return self._parts[0].size()

    def all(self) -> Hits:
        """The documents that match all parts."""
        hits = self._parts[0].all()
        for part in self._parts[1:]:
            if not len(hits):
                return NOTHING
            answer = part.among(hits.documents)
            scores = _sum(hits.scores, answer.scores)
            hits = Hits(hits.documents, scores).only(np.flatnonzero(answer.mask))
        return hits

    def among(self, documents: Array) -> Among:
        """Which of `documents` match all parts."""
        answers = [part.among(documents) for part in self._parts]
        mask = answers[0].mask
        scores = answers[0].scores
        for answer in answers[1:]:
            mask = mask & answer.mask
            scores = _sum(scores, answer.scores)
        return Among(mask, None if scores is None else np.where(mask, scores, np.float32(0)))


class OrNode:
    """Any part matches; scores add up."""

    def __init__(self, parts: Sequence[Node], count: int) -> None:
        self._parts = parts
        self._count = count

    def size(self) -> int:
        """As many as all parts together."""
        return min(sum(part.size() for part in self._parts), self._count)

    def all(self) -> Hits:
        """The documents that match any part."""
        if self.size() * DENSE_SHARE < self._count:
            return union([part.all() for part in self._parts], self._count)
        gathered = Gathered(self._count)
        self.gather(gathered)
        return gathered.hits()

    def gather(self, gathered: Gathered) -> None:
        """Put the documents of all parts; those of parts within parts directly."""
        for part in self._parts:
            if isinstance(part, OrNode | FormsNode):
                part.gather(gathered)
            else:
                hits = part.all()
                gathered.add(hits.documents, hits.scores)

    def among(self, documents: Array) -> Among:
        """Which of `documents` match any part."""
        mask = np.zeros(len(documents), bool)
        scores = None
        for part in self._parts:
            answer = part.among(documents)
            mask |= answer.mask
            scores = _sum(scores, answer.scores)
        return Among(mask, scores)


class NotNode:
    """The part does not match."""

    def __init__(self, part: Node, count: int, score: float | None) -> None:
        self._part = part
        self._count = count
        self._score = score

    def size(self) -> int:
        """As many as do not match."""
        return max(self._count - self._part.size(), 0)

    def all(self) -> Hits:
        """The documents that do not match."""
        mask = np.ones(self._count, bool)
        mask[self._part.all().documents] = False
        documents = np.flatnonzero(mask).astype(np.uint32)
        if self._score is None:
            return Hits(documents)
        return Hits(documents, np.full(len(documents), self._score, np.float32))

    def among(self, documents: Array) -> Among:
        """Which of `documents` do not match."""
        mask = ~self._part.among(documents).mask
        return Among(mask, None if self._score is None else mask * np.float32(self._score))


class AndMaybeNode:
    """The first part matches; the second only adds to the score."""

    def __init__(self, required: Node, optional: Node) -> None:
        self._required = required
        self._optional = optional

    def size(self) -> int:
        """As many as the first part."""
        return self._required.size()

    def all(self) -> Hits:
        """The documents that match the first part."""
        hits = self._required.all()
        if not len(hits):
            return hits
        added = self._optional.among(hits.documents).scores
        return Hits(hits.documents, _sum(hits.scores, added))

    def among(self, documents: Array) -> Among:
        """Which of `documents` match the first part."""
        answer = self._required.among(documents)
        added = self._optional.among(documents).scores
        if added is not None:
            added = np.where(answer.mask, added, np.float32(0))
        return Among(answer.mask, _sum(answer.scores, added))


class ConstantNode:
    """What matches counts the same."""

    def __init__(self, part: Node, score: float) -> None:
        self._part = part
        self._score = np.float32(score)

    def size(self) -> int:
        """As many as the part."""
        return self._part.size()

    def all(self) -> Hits:
        """The documents that match the part."""
        documents = self._part.all().documents
        return Hits(documents, np.full(len(documents), self._score, np.float32))

    def among(self, documents: Array) -> Among:
        """Which of `documents` match the part."""
        mask = self._part.among(documents).mask
        return Among(mask, mask * self._score)


class ColumnNode:
    """Documents whose value in a column passes a test."""

    def __init__(
        self, values: Array, passes: Callable[[Array], Array], score: float | None
    ) -> None:
        self._values = values
        self._passes = passes
        self._score = score

    def size(self) -> int:
        """Perhaps all: only reading tells."""
        return len(self._values)

    def all(self) -> Hits:
        """The documents whose value passes."""
        documents = np.flatnonzero(self._passes(self._values)).astype(np.uint32)
        if self._score is None:
            return Hits(documents)
        return Hits(documents, np.full(len(documents), self._score, np.float32))

    def among(self, documents: Array) -> Among:
        """Which of `documents` pass."""
        mask = self._passes(self._values[documents])
        return Among(mask, None if self._score is None else mask * np.float32(self._score))


class FixedNode:
    """Documents found by other means, all counting the same."""

    def __init__(self, hits: Callable[[], Hits], count: int) -> None:
        self._find = hits
        self._count = count
        self._hits: Hits | None = None

    def size(self) -> int:
        """Perhaps all: it is not known before they are found."""
        return self._count if self._hits is None else len(self._hits)

    def all(self) -> Hits:
        """The documents."""
        if self._hits is None:
            self._hits = self._find()
        return self._hits

    def among(self, documents: Array) -> Among:
        """Which of `documents` are of them."""
        hits = self.all()
        mask = np.zeros(len(documents), bool)
        if not len(hits):
            return Among(mask)
        place = np.searchsorted(hits.documents, documents)
        place[place == len(hits)] = 0
        mask = hits.documents[place] == documents
        if hits.scores is None:
            return Among(mask)
        return Among(mask, np.where(mask, hits.scores[place], np.float32(0)))


def parents_of(parents: Node, children: Node, live: Array | None) -> Hits:
    """For each child that matches, the last parent before it; scores of its children add up."""
    found = parents.all().documents
    hits = children.all()
    if live is not None:
        found = found[live[found]]
        hits = hits.only(live[hits.documents])
    place = np.searchsorted(found, hits.documents, "right") - 1
    hits, place = hits.only(place >= 0), place[place >= 0]
    if not len(hits):
        return NOTHING
    kept = distinct(place)
    if hits.scores is None:
        return Hits(found[kept])
    scores = np.bincount(place, hits.scores, len(found)).astype(np.float32)
    return Hits(found[kept], scores[kept])


def stock(query: Query, searcher: Searcher) -> Hits:
    """What Whoosh's own matcher finds: the way of every query that has no node."""
    matcher = query.matcher(searcher, SearchContext(True, searcher.weighting))  # noqa: FBT003 - needs_current
    documents: list[int] = []
    scores: list[float] = []
    while matcher.is_active():
        documents.append(matcher.id())
        scores.append(matcher.score())
        matcher.next()
    return Hits(np.array(documents, np.uint32), np.array(scores, np.float32))


def _sum(one: Array | None, two: Array | None) -> Array | None:
    if one is None or two is None:
        return two if one is None else one
    total: Array = one + two
    return total
