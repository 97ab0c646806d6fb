"""Questions put to the index, and its answers in the words of the domain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.search import ArticleHits, Hit, SavedSearch, SearchResults
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import IndexResults, PassageHit, SearchIndex
from summit_reader.services.snippets import snippet_of
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, passages, saved_searches, takes
from summit_reader.store.articles import Heading
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage
from summit_reader.store.takes import TakePlace

_PASSAGES = 5
"""Passages shown of an article."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library knows of what the index found; `marks` are those in the whole passage."""

    headings: dict[int, Heading]
    passages: dict[tuple[int, int], StoredPassage]
    marks: dict[tuple[int, int], tuple[Span, ...]]
    takes: dict[int, list[TakePlace]]


class Searching:
    """Finds articles, and in them the passages and takes in which the words stand."""

    def __init__(self, database: Database, index: SearchIndex, upkeep: Upkeep) -> None:
        self._database = database
        self._index = index
        self._upkeep = upkeep

    def search(self, query: str, limit: int = 20) -> SearchResults:
        """The best articles for the query, best first; nothing for a blank one.

        Raises:
            QueryProblem: if the query cannot be read.
        """
        if not query.strip():
            return SearchResults(query, 0, ())
        results = self._results(query, limit, _PASSAGES)
        found = self._found(query, results)
        hits = tuple(
            ArticleHits(
                article.article_id,
                heading.outlet,
                heading.title,
                article.score,
                tuple(
                    _hit(one, heading, found)
                    for one in article.passages
                    if (one.article_id, one.number) in found.passages
                ),
            )
            for article in results.articles
            # Where the index still knows an article that was just removed, it is left out.
            if (heading := found.headings.get(article.article_id)) is not None
        )
        return SearchResults(query, results.total, hits, results.words)

    def marks(self, query: str, texts: Sequence[str]) -> list[tuple[Span, ...]]:
        """For each text, where words of the query stand in it."""
        if not query.strip():
            return [() for _ in texts]
        return self._index.marks(query, texts)

    def saved(self) -> tuple[SavedSearch, ...]:
        """Every kept query with the number of articles it finds now, oldest first."""
        with self._database.read() as work:
            stored = saved_searches.all_searches(work)
        return tuple(SavedSearch(one.id, one.query, self._total(one.query)) for one in stored)

    def save(self, query: str) -> SavedSearch:
        """The kept query; one that is kept already is not kept twice.

        Raises:
            QueryProblem: if the query is blank or cannot be read.
        """
        query = query.strip()
        if not query:
            raise QueryProblem(query=query, reason="it is empty")
        total = self._results(query, 1, 1).total
        with self._database.write() as work:
            search_id = saved_searches.ensure(work, query)
            work.commit()
        return SavedSearch(search_id, query, total)

    def forget(self, search_id: int) -> None:
        """Keep the query no longer."""
        with self._database.write() as work:
            saved_searches.remove(work, search_id)
            work.commit()

    def _results(self, query: str, limit: int, passages: int) -> IndexResults:
        try:
            return self._index.search(query, limit, passages)
        except BrokenIndex:
            # Damaged while it was open. Nobody is asked: it is only a copy.
            self._upkeep.rebuild()
            return self._index.search(query, limit, passages)

    def _total(self, query: str) -> int:
        try:
            return self._results(query, 1, 1).total
        except QueryProblem:
            return 0  # kept by a version of the program that could read it

    def _found(self, query: str, results: IndexResults) -> _Found:
        ids = [article.article_id for article in results.articles]
        places = [(hit.article_id, hit.number) for one in results.articles for hit in one.passages]
        with self._database.read() as work:
            headings = {one.article_id: one for one in articles.headings(work, ids)}
            stored = passages.at(work, places)
            standing: dict[int, list[TakePlace]] = {}
            for place in takes.places(work, ids):
                standing.setdefault(place.article_id, []).append(place)
        marks = self._index.marks(query, [passage.text for passage in stored.values()])
        return _Found(headings, stored, dict(zip(stored, marks, strict=True)), standing)


def _hit(hit: PassageHit, heading: Heading, found: _Found) -> Hit:
    place = (hit.article_id, hit.number)
    passage, marks = found.passages[place], found.marks[place]
    take = _take_around(passage, marks, found.takes.get(hit.article_id, ()))
    snippet = snippet_of(passage.text, marks)
    if take is None:
        return Hit(hit.article_id, passage.source, heading.outlet, snippet, hit.score)
    return Hit(
        hit.article_id,
        passage.source,
        take.outlet,
        snippet,
        hit.score,
        take_id=take.take_id,
        speaker=take.speaker,
        via=heading.outlet.name if take.outlet.id != heading.outlet.id else "",
    )


def _take_around(
    passage: StoredPassage, marks: Sequence[Span], takes: Sequence[TakePlace]
) -> TakePlace | None:
    """The take in which most of the marks stand, the closest-fitting of several; None if in none.

    Takes nest: the analysts' words inside The Independent's are found as the analysts'. A press
    review quotes an outlet by whole passages: beside a take of it, the rest is that outlet's too.
    """
    standing = [mark.shifted(passage.cleaned.start) for mark in marks]
    best, best_rank = None, (0, 0)
    for take in takes:
        count = sum(any(segment.contains(mark) for segment in take.cleaned) for mark in standing)
        rank = (count, -sum(len(segment) for segment in take.cleaned))
        if count and (best is None or rank > best_rank):
            best, best_rank = take, rank
    if best is None:
        quoted = (take for take in takes if take.kind is TakeKind.PRESS_REVIEW)
        best = next((take for take in quoted if passage.cleaned.contains(take.cleaned[0])), None)
    return best
