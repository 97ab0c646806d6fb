"""What could be on a point, with its words weighed: of a story, a small library or a large one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar

import numpy as np

from summit_reader.compare.absence import Coverage
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.passage_vectors import PassageVectors
from summit_reader.compare.terms import terms_of
from summit_reader.compare.word_vectors import Matrix, WordVectors, unit
from summit_reader.domain.point import Point
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import Asking, IndexResults, SearchIndex
from summit_reader.services.analysing import analysis
from summit_reader.services.candidates import Candidate, Place, candidates
from summit_reader.services.choosing import Weighed
from summit_reader.services.comparing import coverage_of
from summit_reader.services.reading_vectors import read_once
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, outbox, passages
from summit_reader.store.database import Work

_AT_ONCE = 2_000
"""Passages of a library that are weighed one and all; of more, the index names the likeliest."""

_ARTICLES, _PASSAGES = 150, 3
"""Articles that the index names, and passages of each."""

_KEPT, _NEAR = 150, 100
"""Of the passages that the index names, those that are weighed; and those besides that only go in
the direction of the point."""

_LITTLE = 1e-6

_WORDS = 24
"""Words of a point that the index is asked for."""

_SCOPES = 4
"""Stories, or libraries, of which what was made is kept at hand."""

Scope = Sequence[int] | None
"""Articles that are looked at; None means all."""

T = TypeVar("T")


class Weighing:
    """Gives candidates with their words weighed; those of a few articles are made once.

    `vectors` reads the word vectors. Without them, words are matched by their stems alone.
    `directions` gives those of the library's passages, if they are kept.
    """

    def __init__(
        self,
        index: SearchIndex,
        upkeep: Upkeep,
        vectors: Callable[[], WordVectors],
        directions: Callable[[], PassageVectors | None] = lambda: None,
    ) -> None:
        self._index = index
        self._upkeep = upkeep
        self._vectors = read_once(vectors)
        self._directions = directions
        self._weighed: _Latest[Weighed] = _Latest()
        self._coverage: _Latest[list[Coverage]] = _Latest()
        self._is_large: _Latest[bool] = _Latest()

    def candidates(self, work: Work, point: Point, scope: Scope) -> Weighed:
        """All that is in scope; of a large library what the index finds by the point's words."""
        key = _key(work, scope)
        if scope is None and self._is_large.get(key, lambda: passages.count(work) > _AT_ONCE):
            return self._made(self._found(work, point))
        return self._weighed.get(
            key,
            lambda: self._made(candidates(work, articles.ids(work) if scope is None else scope)),
        )

    def coverage(self, work: Work, scope: Scope) -> list[Coverage]:
        """What there is of each outlet in scope."""
        return self._coverage.get(_key(work, scope), lambda: coverage_of(work, scope))

    def _made(self, found: Sequence[Candidate]) -> Weighed:
        return Weighed(found, PassageSet([each.terms for each in found], self._vectors()))

    def _found(self, work: Work, point: Point) -> list[Candidate]:
        """What the words of the point find, and what goes in its direction."""
        asked = terms_of(f"{point.question}\n{point.second_phrase}", analysis(""))
        query = " OR ".join(dict.fromkeys(asked.words[:_WORDS]))
        if not query:
            return []
        scores = {
            (hit.article_id, hit.number): hit.score
            for each in self._results(query).articles
            for hit in each.passages
        }
        places = list(scores)
        directions, vectors = self._directions(), self._vectors()
        if directions is not None and vectors is not None:
            direction = unit(vectors.of(asked.every).sum(axis=0, keepdims=True))[0]
            places = _likeliest(scores, directions.likeness(direction, places))
            places += [each for each in directions.near(direction, _NEAR) if each not in scores]
        return candidates(work, sorted({article_id for article_id, _ in places}), places)

    def _results(self, query: str) -> IndexResults:
        asking = Asking(fuzzy=False)
        try:
            return self._index.search(query, _ARTICLES, _PASSAGES, asking)
        except BrokenIndex:
            # Damaged while it was open. Nobody is asked: it is only a copy.
            self._upkeep.rebuild()
            return self._index.search(query, _ARTICLES, _PASSAGES, asking)


class _Latest(Generic[T]):
    """The last few values by their keys; any thread may ask."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value with this key, made if it is not at hand."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _SCOPES:
                self._kept.popitem(last=False)
        return made


def _likeliest(scores: Mapping[Place, float], likeness: Matrix) -> list[Place]:
    """The places that words and direction together speak for."""
    if not scores:
        return []
    found = np.array(list(scores.values()), np.float32)
    both = sum((each - each.mean()) / (each.std() + _LITTLE) for each in (found, likeness))
    places = list(scores)
    return [places[at] for at in np.argsort(-both, kind="stable")[:_KEPT]]


def _key(work: Work, scope: Scope) -> Hashable:
    """What everything in scope follows from: no text or take changes without a new number."""
    return outbox.last(work), None if scope is None else tuple(scope)
