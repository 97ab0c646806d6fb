"""All open segments of an index as one collection that is asked and answers whole."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from whoosh.query import Query
from whoosh.reading import EmptyReader, IndexReader, MultiReader, SegmentReader
from whoosh.searching import Searcher

from summit_reader.index.codec.columns import NumberColumn, TextColumn
from summit_reader.index.codec.dictionary import TermDictionary
from summit_reader.index.codec.forms import family_members
from summit_reader.index.codec.sections import Array
from summit_reader.index.evaluated import Evaluated, Ranked
from summit_reader.index.evaluator.compiler import Compiler
from summit_reader.index.evaluator.hits import Hits, best
from summit_reader.index.evaluator.nodes import stock
from summit_reader.index.evaluator.segments import REMEMBERED, SegmentView
from summit_reader.index.evaluator.words import Weighting


@dataclass(frozen=True, slots=True)
class Sort:
    """An order by a column instead of by score. Documents without a value come last."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Only:
    """Lets documents through by the number they have in a field of one number each."""

    field: str
    numbers: frozenset[int]


class Collection:
    """Segments of one generation, kept between queries with what is worth remembering."""

    def __init__(self, readers: Sequence[SegmentReader]) -> None:
        self.views = [SegmentView(reader) for reader in readers]
        self._readers = readers
        self._documents = sum(view.count for view in self.views)
        self._usual: dict[str, float] = {}
        self._forms: dict[tuple[str, str], list[bytes]] = {}
        self._rarities: dict[tuple[str, tuple[bytes, ...]], float] = {}
        self._searchers: list[Searcher] | None = None

    def evaluate(
        self,
        query: Query,
        *,
        limit: int,
        sort: Sort | None = None,
        facets: Sequence[str] = (),
        filter: Query | None = None,  # noqa: A002 - what Whoosh calls it
        only: Only | None = None,
    ) -> Evaluated:
        """The first `limit` documents that match, by score or in the order of a column.

        Facets count all documents found. Of equal ones the older come first. `filter` and `only`
        only limit; what they let through is remembered for the next query with the same ones.
        """
        found = [self.hits(number, query, filter, only) for number in range(len(self.views))]
        return Evaluated(
            sum(map(len, found)),
            self._by_score(found, limit) if sort is None else self._sorted(found, limit, sort),
            {name: self._facet(found, name) for name in facets},
        )

    def hits(
        self,
        segment: int,
        query: Query,
        filter: Query | None = None,  # noqa: A002 - as above
        only: Only | None = None,
    ) -> Hits:
        """The documents of one segment that match and are not deleted, with their scores."""
        view = self.views[segment]
        hits = Compiler(view, self).node(query).all()
        limits = (
            view.live,
            None if filter is None else self._filter(view, filter),
            None if only is None else _numbered(view, only),
        )
        for mask in limits:
            if mask is not None and len(hits):
                hits = hits.only(np.flatnonzero(mask[hits.documents]))
        return hits

    def _filter(self, view: SegmentView, query: Query) -> Array:
        def fill() -> Array:
            mask = np.zeros(view.count, bool)
            mask[Compiler(view, self, scored=False).node(query).all().documents] = True
            return mask

        return view.remembered(("filter", _identity(query)), fill)

    # --- order ----------------------------------------------------------------------------------

    def _by_score(self, found: Sequence[Hits], limit: int) -> list[Ranked]:
        ranked: list[Ranked] = []
        for segment, hits in enumerate(found):
            scores = hits.scored()
            ranked.extend(
                Ranked(segment, int(hits.documents[place]), float(scores[place]))
                for place in best(scores, limit).tolist()
            )
        if len(self.views) > 1:
            ranked.sort(key=lambda each: (-each.score, each.segment, each.document))
        return ranked[: max(limit, 0)]

    def _sorted(self, found: Sequence[Hits], limit: int, sort: Sort) -> list[Ranked]:
        valued: list[tuple[Any, Ranked]] = []
        without: list[Ranked] = []
        for segment, hits in enumerate(found):
            view = self.views[segment]
            column = view.column(sort.column)
            keys = _sort_keys(view, column, hits.documents, sort)
            scores = hits.scored()
            for place in best(keys, limit).tolist():
                document = int(hits.documents[place])
                ranked = Ranked(segment, document, float(scores[place]))
                if column is None or keys[place] == -np.inf:
                    without.append(ranked)
                else:
                    valued.append((column[document], ranked))
        valued.sort(key=lambda each: each[0], reverse=sort.descending)
        return [*(ranked for _, ranked in valued), *without][: max(limit, 0)]

    # --- facets ---------------------------------------------------------------------------------

    def _facet(self, found: Sequence[Hits], name: str) -> dict[str, int]:
        """For each term of a field, the documents found that hold it; those of none left out."""
        counts: dict[str, int] = {}
        for view, hits in zip(self.views, found, strict=True):
            postings = view.field(name)
            if postings is None or not len(hits):
                continue
            terms = len(postings.terms)
            single = view.one_each(name)
            if single is not None:
                held = np.bincount(single[hits.documents], minlength=terms + 1)[1:]
            else:
                mask = np.zeros(view.count, bool)
                mask[hits.documents] = True
                sums = np.concatenate(([0], np.cumsum(mask[postings.holding(0, terms)])))
                ends = np.cumsum(postings.all_holders(0, terms))
                held = np.diff(sums[np.concatenate(([0], ends))])
            values = view.remembered(("values", name), partial(_decoded, postings.terms))
            ordinals = np.flatnonzero(held)
            for ordinal, number in zip(ordinals.tolist(), held[ordinals].tolist(), strict=True):
                value = values[ordinal]
                counts[value] = counts.get(value, 0) + number
        return counts

    # --- what scoring needs to know -------------------------------------------------------------

    def weighting(
        self, view: SegmentView, name: str, terms: list[bytes], boost: float
    ) -> Weighting:
        """How much a word that stands for `terms` counts in a segment."""
        rarity = self._rarity(name, tuple(terms)) * boost
        usual = self._usual_length(name)

        def norms() -> Array:
            lengths = view.documents.lengths(name).astype(np.float32)
            share = Weighting.LENGTH_SHARE
            return Weighting.SATURATION * ((1 - share) + share / np.float32(usual) * lengths)

        return Weighting(rarity, view.remembered(("norms", name, usual), norms))

    def all_forms(self, name: str, word: str) -> list[bytes]:
        """Every term of any segment that counts as a form of a word, the word itself included."""
        if (name, word) not in self._forms:
            if len(self._forms) >= REMEMBERED:
                self._forms.clear()
            forms = {word.encode("utf-8", "surrogatepass")}
            for view in self.views:
                for _, members in family_members(view.reader, name, word):
                    forms.update(members)
            self._forms[name, word] = sorted(forms)
        return self._forms[name, word]

    def _rarity(self, name: str, terms: tuple[bytes, ...]) -> float:
        """What Whoosh calls idf, of terms that count as one word."""
        if (name, terms) not in self._rarities:
            if len(self._rarities) >= REMEMBERED:
                self._rarities.clear()
            held = sum(v.terms.doc_frequency(name, term) for v in self.views for term in terms)
            holders = min(held, self._documents)
            self._rarities[name, terms] = math.log(self._documents / (holders + 1)) + 1
        return self._rarities[name, terms]

    def _usual_length(self, name: str) -> float:
        if name not in self._usual:
            words = sum(view.documents.field_length(name) for view in self.views)
            self._usual[name] = words / max(self._documents, 1) or 1.0
        return self._usual[name]

    def stock(self, view: SegmentView, query: Query) -> Hits:
        """What Whoosh's own matchers find in a segment."""
        if self._searchers is None:
            top = Searcher(_joined(self._readers))
            subs = [sub for sub, _ in top.leaf_searchers()] if len(self._readers) > 1 else [top]
            self._searchers = subs
        return stock(query, self._searchers[self.views.index(view)])


def _decoded(terms: TermDictionary) -> list[str]:
    return [term.decode("utf-8", "surrogatepass") for term in terms.between(0, len(terms))]


def _joined(readers: Sequence[SegmentReader]) -> IndexReader:
    if not readers:
        return EmptyReader(None)
    return readers[0] if len(readers) == 1 else MultiReader(list(readers))


def _numbered(view: SegmentView, only: Only) -> Array:
    def fill() -> Array:
        postings, held = view.field(only.field), view.one_each(only.field)
        if postings is None or held is None:
            return np.zeros(view.count, bool)
        terms = postings.terms.between(0, len(postings.terms))
        let_through = [False, *(int(term) in only.numbers for term in terms)]
        mask: Array = np.array(let_through)[held]
        return mask

    return view.remembered(("only", only), fill)


def _identity(query: Query) -> Hashable:
    """What tells filters apart: queries of Whoosh print everything that makes them differ."""
    return type(query).__name__, repr(query)


def _sort_keys(
    view: SegmentView, column: NumberColumn | TextColumn | None, documents: Array, sort: Sort
) -> Array:
    """Numbers that are greater the earlier a document comes; minus infinity without a value."""
    if column is None:
        return np.full(len(documents), -np.inf)
    default = view.schema[sort.column].column_type.default_value()
    if isinstance(column, NumberColumn):
        values = column.values[documents].astype(np.float64)
        missing = values == default
    else:
        codes = column.codes[documents]
        missing = codes == column.texts.find(default)
        values = codes.astype(np.float64)
    return np.where(missing, -np.inf, values if sort.descending else -values)
