"""Questions put to the index, and its answers in the words of the domain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.search import (
    ArticleHits,
    Completion,
    Facet,
    FacetCount,
    FacetField,
    Hit,
    Order,
    SavedSearch,
    Scope,
    SearchResults,
)
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeKind
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import ArticleHit, Asking, IndexResults, PassageHit, SearchIndex
from summit_reader.index.spelling import Spellings
from summit_reader.services.completing import completions, quoted
from summit_reader.services.snippets import snippet_of
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import (
    articles,
    passages,
    saved_searches,
    search_history,
    searchable,
    takes,
)
from summit_reader.store.articles import Heading
from summit_reader.store.database import Database
from summit_reader.store.passages import StoredPassage
from summit_reader.store.takes import TakePlace

_PASSAGES = 5
"""Passages, and takes, shown of an article."""

_CLAUSES = {
    FacetField.OUTLET: "outlet",
    FacetField.COUNTRY: "country",
    FacetField.LANGUAGE: "language",
    FacetField.ROLE: "role",
    FacetField.SPEAKER: "speaker",
    FacetField.MONTH: "date",
}

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library knows of what the index found; `marks` are those in the whole passage."""

    headings: dict[int, Heading]
    passages: dict[_Place, StoredPassage]
    marks: dict[_Place, tuple[Span, ...]]
    takes: dict[int, list[TakePlace]]


class Searching:
    """Finds articles, and in them the passages and takes in which the words stand."""

    def __init__(
        self,
        database: Database,
        index: SearchIndex,
        upkeep: Upkeep,
        spellings: Callable[[], Spellings] = Spellings,
    ) -> None:
        self._database = database
        self._index = index
        self._upkeep = upkeep
        self._spellings = spellings

    def search(
        self,
        query: str,
        limit: int = 20,
        *,
        first: int = 0,
        scope: Scope = Scope.ALL,
        order: Order = Order.RELEVANCE,
        typing: bool = False,
        facets: bool = False,
        both_spellings: bool = True,
        fuzzy: bool = True,
        strict: bool = False,
    ) -> SearchResults:
        """The articles for the query from place `first` on, best first; nothing for a blank one.

        Only the `limit` articles that are asked for are looked up and get snippets. With `typing`
        the last word is a beginning; `fuzzy` allows similar words where nothing else is found;
        `strict` takes whatever is wrong with the query for an error instead of overlooking it.

        Raises:
            QueryProblem: if the query cannot be read.
        """
        if not query.strip():
            return SearchResults(query, 0, ())
        asking = Asking(
            scope=scope,
            order=order,
            typing=typing,
            fuzzy=fuzzy,
            strict=strict,
            facets=tuple(FacetField) if facets else (),
            spellings=self._spellings() if both_spellings else Spellings(),
            kept=self._kept,
        )
        first = max(first, 0)
        results = self._results(query, first + max(limit, 0), _PASSAGES, asking)
        shown = results.articles[first:]
        found = self._found(results.marked_by or query, shown, asking)
        return SearchResults(
            query,
            results.total,
            tuple(_article_hits(shown, found)),
            results.words,
            understood=results.understood,
            is_at_least=results.is_at_least,
            is_fuzzy=results.is_fuzzy,
            suggestion=results.suggestion,
            obstacles=results.obstacles,
            faults=results.faults,
            facets=tuple(_facet(field, counts) for field, counts in results.facets.items()),
            first=first,
        )

    def marks(
        self, query: str, texts: Sequence[str], *, scope: Scope = Scope.ALL
    ) -> list[tuple[Span, ...]]:
        """For each text, where words of the query stand in it."""
        if not query.strip():
            return [() for _ in texts]
        return self._index.marks(query, texts, Asking(scope=scope, spellings=self._spellings()))

    def completions(self, text: str, cursor: int) -> tuple[Completion, ...]:
        """What could stand where the reader types, from the names and dates in the library."""
        try:
            return completions(self._index, text, cursor)
        except BrokenIndex:
            return ()  # the next search mends it

    def history(self) -> tuple[str, ...]:
        """What was searched for, the latest first."""
        with self._database.read() as work:
            return search_history.all_queries(work)

    def remember(self, query: str) -> None:
        """Put the query into the history; a blank one is nothing to remember."""
        query = " ".join(query.split())
        if query:
            with self._database.write() as work:
                search_history.remember(work, query)
                work.commit()

    def forget_history(self) -> None:
        """Empty the history."""
        with self._database.write() as work:
            search_history.clear(work)
            work.commit()

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
        total = self._counted(query)
        with self._database.write() as work:
            search_id = saved_searches.ensure(work, query)
            work.commit()
        return SavedSearch(search_id, query, total)

    def forget(self, search_id: int) -> None:
        """Keep the query no longer."""
        with self._database.write() as work:
            saved_searches.remove(work, search_id)
            work.commit()

    def _results(self, query: str, limit: int, passages: int, asking: Asking) -> IndexResults:
        try:
            return self._index.search(query, limit, passages, asking)
        except BrokenIndex:
            # Damaged while it was open. Nobody is asked: it is only a copy.
            self._upkeep.rebuild()
            return self._index.search(query, limit, passages, asking)

    def _counted(self, query: str) -> int:
        asking = Asking(fuzzy=False, spellings=self._spellings(), kept=self._kept)
        return self._results(query, 0, 0, asking).total

    def _total(self, query: str) -> int:
        try:
            return self._counted(query)
        except QueryProblem:
            return 0  # kept by a version of the program that could read it

    def _kept(self, where: str) -> Collection[int]:
        with self._database.read() as work:
            return searchable.kept(work, where)

    def _found(self, query: str, hits: Sequence[ArticleHit], asking: Asking) -> _Found:
        ids = [article.article_id for article in hits]
        asked_for = [article.article_id for article in hits if article.takes]
        places = [(hit.article_id, hit.number) for one in hits for hit in one.passages]
        with self._database.read() as work:
            headings = {one.article_id: one for one in articles.headings(work, ids)}
            stored = passages.at(work, places)
            standing: dict[int, list[TakePlace]] = {}
            for place in takes.places(work, ids):
                standing.setdefault(place.article_id, []).append(place)
            for passage in passages.of_articles(work, asked_for):
                stored[passage.article_id, passage.number] = passage
        marks = self._index.marks(
            query, [passage.text for passage in stored.values()], replace(asking, typing=False)
        )
        return _Found(headings, stored, dict(zip(stored, marks, strict=True)), standing)


def _article_hits(hits: Sequence[ArticleHit], found: _Found) -> Iterator[ArticleHits]:
    for article in hits:
        # Where the index still knows an article that was just removed, it is left out.
        heading = found.headings.get(article.article_id)
        if heading is None:
            continue
        shown = list(_take_hits(article, heading, found)) or [
            _hit(one, heading, found)
            for one in article.passages
            if (one.article_id, one.number) in found.passages
        ]
        yield ArticleHits(
            article.article_id, heading.outlet, heading.title, article.score, tuple(shown)
        )


def _take_hits(article: ArticleHit, heading: Heading, found: _Found) -> Iterator[Hit]:
    """The takes that were asked for, each in the passage in which it begins."""
    standing = {take.take_id: take for take in found.takes.get(article.article_id, ())}
    for take_id in article.takes[:_PASSAGES]:
        take = standing.get(take_id)
        if take is None or not take.cleaned:
            continue
        for place, passage in found.passages.items():
            if place[0] != article.article_id or not passage.cleaned.overlaps(take.cleaned[0]):
                continue
            yield _hit_of_take(take, passage, found.marks[place], heading, article.score)
            break


def _hit_of_take(
    take: TakePlace,
    passage: StoredPassage,
    marks: Sequence[Span],
    heading: Heading,
    score: float,
) -> Hit:
    begin = max(take.cleaned[0].start - passage.cleaned.start, 0)
    end = min(take.cleaned[-1].end, passage.cleaned.end) - passage.cleaned.start
    inside = [mark for mark in marks if begin <= mark.start and mark.end <= end]
    # Without a word to mark, the beginning of the take is what is shown.
    snippet = snippet_of(passage.text, inside or [Span(begin, begin + 1)])
    if not inside:
        snippet = replace(snippet, marks=())
    via = heading.outlet.name if take.outlet.id != heading.outlet.id else ""
    return Hit(
        take.article_id,
        passage.source,
        take.outlet,
        snippet,
        score,
        take_id=take.take_id,
        speaker=take.speaker,
        via=via,
    )


def _facet(field: FacetField, counts: dict[str, int]) -> Facet:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Facet(
        field,
        tuple(
            FacetCount(value, count, f"{_CLAUSES[field]}:{quoted(value)}")
            for value, count in ordered
        ),
    )


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
