"""Questions put to the index, and its answers in the words of the domain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from heapq import nsmallest

from summit_reader.domain.clause import clause
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.progress import CancelToken
from summit_reader.domain.search import (
    ArticleHits,
    Completion,
    Facet,
    FacetCount,
    FacetField,
    Order,
    SavedSearch,
    Scope,
    SearchResults,
    SearchState,
)
from summit_reader.domain.spans import Span
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import Asking, IndexResults, SearchIndex
from summit_reader.index.spelling import Spellings
from summit_reader.services import hits
from summit_reader.services.completing import completions, quoted
from summit_reader.services.hits import article_hits, counting, filling
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import outlets, saved_searches, search_history, searchable
from summit_reader.store.database import Database

_CLAUSES = {
    FacetField.OUTLET: "outlet",
    FacetField.COUNTRY: "country",
    FacetField.LANGUAGE: "language",
    FacetField.ROLE: "role",
    FacetField.SPEAKER: "speaker",
    FacetField.MONTH: "date",
}


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
        rows: int | None = None,
        scope: Scope = Scope.ALL,
        order: Order = Order.RELEVANCE,
        typing: bool = False,
        facets: bool = False,
        most_values: int | None = None,
        both_spellings: bool = True,
        fuzzy: bool = True,
        strict: bool = False,
        narrowing: Narrowing | None = None,
        token: CancelToken | None = None,
    ) -> SearchResults:
        """The articles for the query from place `first` on, best first; nothing for a blank one.

        Only the `limit` articles that are asked for are looked up and get snippets; with `rows`, no
        more of them than are needed for so many hits. With `typing` the last word is a beginning;
        `fuzzy` allows similar words where nothing else is found; `strict` takes whatever is wrong
        with the query for an error instead of overlooking it. `most_values` leaves out the rarest
        values of facets: a large library has many thousands. With a `narrowing` only what counts
        is found: of a text that somebody else published, what it quotes of the outlets that count.

        Raises:
            QueryProblem: if the query cannot be read.
            Cancelled: if the token says so.
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
            within=None if narrowing is None else narrowing.holding,
        )
        first = following = max(first, 0)
        most = hits.MOST if narrowing is None else hits.MANY
        found: list[ArticleHits] = []
        while True:
            results = self._results(query, limit, most, asking, following)
            shown = results.articles if rows is None else filling(results.articles, rows)
            if token is not None:
                token.checkpoint()
            words = results.marked_by or query
            told = article_hits(self._database, self._index, words, shown, asking, most)
            found += told if narrowing is None else counting(told, narrowing)
            following += len(shown)
            # What a roundup has of others may be all there is on a page: then the next one is read.
            if narrowing is None or not shown or _is_full(found, limit, rows):
                break
        is_all = narrowing is not None and first == 0 and following >= results.total
        return SearchResults(
            query,
            len(found) if is_all else results.total,
            tuple(found),
            results.words,
            understood=results.understood,
            is_at_least=results.is_at_least,
            is_fuzzy=results.is_fuzzy,
            suggestion=results.suggestion,
            obstacles=results.obstacles,
            faults=results.faults,
            facets=tuple(
                _facet(field, counts, most_values)
                for field, counts in self._counting(results.facets, narrowing).items()
            ),
            first=first,
            following=following,
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

    def saved(
        self, *, both_spellings: bool = True, narrowing: Narrowing | None = None
    ) -> tuple[SavedSearch, ...]:
        """Every kept query with the number of articles it finds now, oldest first.

        With a narrowing, the number of those in which anything counts.
        """
        within = None if narrowing is None else narrowing.holding
        with self._database.read() as work:
            stored = saved_searches.all_searches(work)
        return tuple(
            SavedSearch(
                one.id, one.query, self._total(one.query, within, both_spellings=both_spellings)
            )
            for one in stored
        )

    def save(self, query: str) -> SearchState:
        """Keep the query; what `restore_saved` takes back. None is kept twice.

        Raises:
            QueryProblem: if the query is blank or cannot be read.
        """
        query = query.strip()
        if not query:
            raise QueryProblem(query=query, reason=clause("it is empty"))
        self._counted(query)  # what cannot be read is told of now, not at every start
        with self._database.write() as work:
            kept = saved_searches.of(work, query)
            if kept is not None:
                return SearchState(kept, query)
            added = saved_searches.ensure(work, query)
            work.commit()
        return SearchState(added, None)

    def forget(self, search_id: int) -> SearchState:
        """Keep the query no longer; what `restore_saved` takes back."""
        return self.restore_saved(SearchState(search_id, None))

    def restore_saved(self, before: SearchState) -> SearchState:
        """Have a kept query as it was; what takes that back in turn."""
        with self._database.write() as work:
            now = saved_searches.restore(work, before)
            work.commit()
        return now

    def _results(
        self, query: str, limit: int, passages: int, asking: Asking, first: int = 0
    ) -> IndexResults:
        try:
            return self._index.search(query, limit, passages, asking, first)
        except BrokenIndex:
            # Damaged while it was open. Nobody is asked: it is only a copy.
            self._upkeep.rebuild()
            return self._index.search(query, limit, passages, asking, first)

    def _counted(
        self, query: str, within: frozenset[int] | None = None, *, both_spellings: bool = True
    ) -> int:
        spellings = self._spellings() if both_spellings else Spellings()
        asking = Asking(fuzzy=False, spellings=spellings, kept=self._kept, within=within)
        return self._results(query, 0, 0, asking).total

    def _total(self, query: str, within: frozenset[int] | None, *, both_spellings: bool) -> int:
        try:
            return self._counted(query, within, both_spellings=both_spellings)
        except QueryProblem:
            return 0  # kept by a version of the program that could read it

    def _counting(
        self, facets: dict[FacetField, dict[str, int]], narrowing: Narrowing | None
    ) -> dict[FacetField, dict[str, int]]:
        """The facets without outlets, and countries, that do not count."""
        if narrowing is None or not facets:
            return facets
        with self._database.read() as work:
            left = [each.outlet for each in outlets.summaries(work)]
        left = [each for each in left if each.id in narrowing.outlets]
        names, countries = {each.name for each in left}, {each.country for each in left}
        counted = {FacetField.OUTLET: names, FacetField.COUNTRY: countries}
        return {
            field: {
                value: count
                for value, count in values.items()
                if value in counted.get(field, values)
            }
            for field, values in facets.items()
        }

    def _kept(self, where: str) -> Collection[int]:
        with self._database.read() as work:
            return searchable.kept(work, where)


def _is_full(found: Sequence[ArticleHits], limit: int, rows: int | None) -> bool:
    hits_found = sum(len(one.hits) for one in found)
    return len(found) >= limit or (rows is not None and hits_found >= rows)


def _facet(field: FacetField, counts: dict[str, int], most: int | None) -> Facet:
    shown = nsmallest(
        len(counts) if most is None else most, counts.items(), key=lambda item: (-item[1], item[0])
    )
    return Facet(
        field,
        tuple(
            FacetCount(value, count, f"{_CLAUSES[field]}:{quoted(value)}") for value, count in shown
        ),
        len(counts),
    )
