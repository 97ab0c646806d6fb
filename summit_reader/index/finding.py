"""An `answering.Engine` over the open segments of a Whoosh index."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from whoosh import query as whoosh

from summit_reader.domain.search import FacetField
from summit_reader.index.answering import Found, Page
from summit_reader.index.codec.forms import forms_of
from summit_reader.index.compiling import ARTICLES, Compiler
from summit_reader.index.distance import is_within
from summit_reader.index.evaluated import Ranked
from summit_reader.index.evaluation import evaluate
from summit_reader.index.evaluator.hits import best
from summit_reader.index.evaluator.segments import SegmentView
from summit_reader.index.placing import Passages, words_like
from summit_reader.index.port import ArticleHit, Asking, Words
from summit_reader.index.query import Leaf, Phrase, Place, Prefix, Query, Term, leaves
from summit_reader.index.quotations import gathered, takes_asked_for
from summit_reader.index.schema import (
    ARTICLE,
    DIGEST,
    FACETS,
    KEY,
    LANGUAGE,
    PLACES,
    TAKE,
    key,
)
from summit_reader.index.scoping import SHORTEST_TYPED
from summit_reader.index.snapshots import Snapshot

LARGE = 5_000
"""Articles from which on a beginning of two letters stands for too much to be of use."""

SHORTEST_IN_LARGE = 3
_MOST_WORDS = 400
"""Words of a pattern that the line under the search names the most frequent of."""

_MOST_FREQUENT = 48
"""Words of a beginning that each segment names, some of them perhaps rare in the others."""

_MOST_TAKES = 100_000


class Finder:
    """One snapshot, asked."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._readers = snapshot.readers

    def found(self, tree: Query, asking: Asking, page: Page) -> Found:
        """The articles that match."""
        query = gathered(tree)
        compiler = Compiler(asking, self._copies)
        evaluated = evaluate(
            self._snapshot,
            compiler.compiled(query),
            limit=page.end,
            order=asking.order,
            facets=[FACETS[field] for field in asking.facets],
            within=asking.within,
        )
        hits = self._hits(evaluated.documents[page.first :], query, page.passages)
        groups = [compiler.of_takes(group) for group in takes_asked_for(query)]
        return Found(
            evaluated.total,
            tuple(self._with_takes(hits, groups)) if groups and hits else tuple(hits),
            is_at_least=not evaluated.is_exact,
            facets={field: evaluated.facets[FACETS[field]] for field in asking.facets},
        )

    def article_ids(self) -> frozenset[int]:
        """The articles that are held."""
        return frozenset(
            reader.stored_fields(document)[ARTICLE]
            for reader in self._readers
            if (ARTICLES.fieldname, ARTICLES.text) in reader
            for document in reader.postings(ARTICLES.fieldname, ARTICLES.text).all_ids()
        )

    def languages(self) -> tuple[str, ...]:
        """The languages whose stems the index holds."""
        return tuple(
            sorted({tag.decode() for each in self._readers for tag in each.lexicon(LANGUAGE)})
        )

    def values(self, field: FacetField) -> dict[str, int]:
        """The values that articles have in this field, with the number of articles each."""
        return self._counted(FACETS[field])

    def forms(self, leaf: Leaf) -> Words:
        """The words of the index that the leaf stands for."""
        name = PLACES[leaf.place]
        counts = Counter[str]()
        if isinstance(leaf, Prefix):
            for view in self._snapshot.collection.views:
                counts.update(dict(_most_frequent(view, name, leaf.text)))
            return list(counts.items())
        for reader in self._readers:
            if isinstance(leaf, Phrase) or name not in reader.indexed_field_names():
                continue
            if isinstance(leaf, Term):
                for word in (leaf.text, *leaf.variants):
                    counts.update(dict(forms_of(reader, name, word)))
            else:
                for word in islice(words_like(reader, name, leaf), _MOST_WORDS):
                    counts[word] += reader.doc_frequency(name, word)
        return list(counts.items())

    def near(self, word: str, most: int, place: Place) -> Words:
        """The words of a place that begin alike and differ in at most `most` letters."""
        name = PLACES[place]
        counts = Counter[str]()
        for reader in self._readers:
            if name not in reader.indexed_field_names():
                continue
            for other in reader.terms_within(name, word, most, prefix=1):
                if is_within(word, other, most):
                    counts[other] += reader.doc_frequency(name, other)
        return list(counts.items())

    def shortest_typed(self) -> int:
        """More letters in a large library."""
        name, text = ARTICLES.fieldname, ARTICLES.text
        articles = sum(
            reader.doc_frequency(name, text) for reader in self._readers if (name, text) in reader
        )
        return SHORTEST_TYPED if articles < LARGE else SHORTEST_IN_LARGE

    def _hits(self, documents: Sequence[Ranked], query: Query, passages: int) -> list[ArticleHit]:
        wanted = tuple(dict.fromkeys(leaves(query)))
        by_segment: dict[int, list[int]] = defaultdict(list)
        for each in documents:
            by_segment[each.segment].append(each.document)
        parts = {
            number: Passages(self._snapshot.collection.views[number], here, wanted)
            for number, here in by_segment.items()
        }
        return [_hit(each, parts[each.segment], passages) for each in documents]

    def _with_takes(
        self, hits: Sequence[ArticleHit], groups: Sequence[whoosh.Query]
    ) -> Iterator[ArticleHit]:
        shown = whoosh.Or([whoosh.Term(KEY, key(hit.article_id)) for hit in hits])
        takes: dict[int, dict[int, None]] = defaultdict(dict)
        for group in groups:
            found = evaluate(self._snapshot, whoosh.And([group, shown]), limit=_MOST_TAKES)
            for each in sorted(found.documents, key=lambda one: (one.segment, one.document)):
                stored = self._readers[each.segment].stored_fields(each.document)
                takes[stored[ARTICLE]][stored[TAKE]] = None
        for hit in hits:
            yield replace(hit, takes=tuple(takes.get(hit.article_id, ())))

    def _copies(self) -> list[str]:
        """The digests that more than one article has."""
        return [text for text, number in self._counted(DIGEST).items() if number > 1]

    def _counted(self, name: str) -> dict[str, int]:
        return evaluate(self._snapshot, ARTICLES, limit=0, facets=[name]).facets[name]


def _most_frequent(view: SegmentView, name: str, beginning: str) -> Iterator[tuple[str, int]]:
    """Words of a segment that begin like this, with the number of documents that hold each."""
    postings = view.field(name)
    if postings is None:
        return
    start, end = postings.terms.beginning_with(beginning.encode("utf-8", "surrogatepass"))
    holders = postings.all_holders(start, end)
    for place in best(holders, _MOST_FREQUENT).tolist():
        yield postings.terms[start + place].decode("utf-8", "replace"), int(holders[place])


def _hit(ranked: Ranked, parts: Passages, most: int) -> ArticleHit:
    article_id = parts.article_id(ranked.document)
    return ArticleHit(article_id, ranked.score, parts.best(ranked.document, most))
