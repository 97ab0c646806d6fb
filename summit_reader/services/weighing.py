"""What could be on a point, with its words weighed: of a story, a small library or a large one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from summit_reader.compare.absence import Coverage
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import terms_of
from summit_reader.compare.word_vectors import WordVectors
from summit_reader.domain.point import Point
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import Asking, IndexResults, SearchIndex
from summit_reader.services.analysing import analysis
from summit_reader.services.candidates import Candidate, candidates
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
    """

    def __init__(
        self, index: SearchIndex, upkeep: Upkeep, vectors: Callable[[], WordVectors]
    ) -> None:
        self._index = index
        self._upkeep = upkeep
        self._vectors = read_once(vectors)
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
        words = terms_of(f"{point.question}\n{point.second_phrase}", analysis("")).words
        query = " OR ".join(dict.fromkeys(words[:_WORDS]))
        if not query:
            return []
        places = [
            (hit.article_id, hit.number)
            for each in self._results(query).articles
            for hit in each.passages
        ]
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


def _key(work: Work, scope: Scope) -> Hashable:
    """What everything in scope follows from: no text or take changes without a new number."""
    return outbox.last(work), None if scope is None else tuple(scope)
