"""What a query finds in the open segments of a Whoosh index.

Articles are matched as sets of document numbers, then ranked, then the passages of the best ones
are looked up by position. Whoosh's own matchers are not used: its union over the words of a prefix
takes seconds, and no scorer of its puts printed forms strictly first. All that is read of the
engine goes through `_Segment`, three readings of postings, which is what a faster codec replaces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from heapq import nsmallest

from whoosh.reading import SegmentReader

from summit_reader.index.port import ArticleHit, IndexResults, PassageHit
from summit_reader.index.query import AllOf, AnyOf, Leaf, Not, Phrase, Prefix, Query, Term, leaves
from summit_reader.index.ranking import article_score, passage_score, relevance
from summit_reader.index.schema import ARTICLE, EXACT, HEADLINE, PASSAGES, STEM, stem_term
from summit_reader.index.snapshots import Snapshot
from summit_reader.index.wording import forms_looked_for

_Term = tuple[str, str]


@dataclass(slots=True)
class _Found:
    """Documents that hold a leaf, with its weight there: as printed, and in another form."""

    printed: dict[int, float] = field(default_factory=dict)
    inflected: dict[int, float] = field(default_factory=dict)

    def documents(self) -> set[int]:
        return {*self.printed, *self.inflected}

    def weight(self, document: int) -> float:
        return max(self.printed.get(document, 0.0), self.inflected.get(document, 0.0))


class _Segment:
    """The postings of one segment, deleted documents left out."""

    def __init__(self, reader: SegmentReader, languages: Sequence[str]) -> None:
        self.reader = reader
        self.languages = languages
        self._found: dict[Leaf, _Found] = {}

    def weights(self, term: _Term) -> dict[int, float]:
        """How much `term` weighs in each document that holds it."""
        weights = {}
        if term in self.reader:
            matcher = self.reader.postings(*term)
            while matcher.is_active():
                weights[matcher.id()] = matcher.weight()
                matcher.next()
        return weights

    def positions(self, term: _Term, documents: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Where `term` stands in those of `documents` (ascending) that hold it."""
        if term not in self.reader:
            return
        matcher = self.reader.postings(*term)
        for document in documents:
            if matcher.is_active():
                matcher.skip_to(document)
            if not matcher.is_active():
                return
            if matcher.id() == document:
                yield document, matcher.value_as("positions")

    def beginnings(self, prefix: str) -> Iterator[str]:
        """The printed words of the segment that begin with `prefix`, in order."""
        return (word.decode() for word in self.reader.expand_prefix(EXACT, prefix))

    def matching(self, query: Query) -> set[int]:
        """The documents that match."""
        if isinstance(query, AllOf):
            return reduce(set.intersection, map(self.matching, query.parts))
        if isinstance(query, AnyOf):
            return set().union(*map(self.matching, query.parts))
        if isinstance(query, Not):
            return set(self.reader.all_doc_ids()) - self.matching(query.part)
        return self.found(query).documents()

    def found(self, leaf: Leaf) -> _Found:
        """Where the leaf is held."""
        if leaf not in self._found:
            self._found[leaf] = self._look_up(leaf)
        return self._found[leaf]

    def _look_up(self, leaf: Leaf) -> _Found:
        found = _Found()
        for row, printed in self._rows(leaf):
            weights = self.weights(row[0]) if len(row) == 1 else self._weights_of_row(row)
            into = found.printed if printed else found.inflected
            for document, weight in weights.items():
                into[document] = into.get(document, 0.0) + weight
        return found

    def _weights_of_row(self, row: Sequence[_Term]) -> dict[int, float]:
        shared = reduce(set.intersection, (set(self.weights(term)) for term in dict.fromkeys(row)))
        return {document: len(at) for document, at in self._row(row, sorted(shared)) if at}

    def _rows(self, leaf: Leaf) -> Iterator[tuple[list[_Term], bool]]:
        """The terms, in a row, that stand for the leaf; and whether they are its printed form."""
        if isinstance(leaf, Prefix):
            yield from (([(EXACT, word)], True) for word in self.beginnings(leaf.text))
            return
        words = leaf.words if isinstance(leaf, Phrase) else (leaf.text,)
        variant = isinstance(leaf, Phrase) and leaf.variant
        yield [(EXACT, word) for word in words], not variant
        if isinstance(leaf, Term) or not leaf.printed:
            for language in self.languages:
                yield [(STEM, stem_term(word, language)) for word in words], False

    def _row(
        self, row: Sequence[_Term], documents: Sequence[int]
    ) -> Iterator[tuple[int, set[int]]]:
        """Where the whole row begins in each of `documents`."""
        begins: dict[int, set[int]] = {}
        for offset, term in enumerate(row):
            here = {
                document: {position - offset for position in positions}
                for document, positions in self.positions(term, documents)
            }
            begins = here if not offset else {d: begins[d] & here[d] for d in begins if d in here}
        return iter(begins.items())

    def places(self, leaf: Leaf, documents: Sequence[int]) -> dict[int, dict[int, bool]]:
        """For each document, where the leaf begins, and whether it stands there as printed."""
        places: dict[int, dict[int, bool]] = defaultdict(dict)
        for row, printed in self._rows(leaf):
            for document, begins in self._row(row, documents):
                for position in begins:
                    places[document][position] = printed or places[document].get(position, False)
        return places


@dataclass(frozen=True, slots=True)
class _Ranked:
    score: float
    segment: int
    document: int


class Evaluation:
    """One query over one snapshot."""

    def __init__(self, query: Query, snapshot: Snapshot) -> None:
        self._query = query
        self._wanted = tuple(dict.fromkeys(leaves(query)))
        self._languages = snapshot.languages()
        self._segments = [_Segment(reader, self._languages) for reader in snapshot.readers]

    def results(self, limit: int, passages: int) -> IndexResults:
        """The best `limit` articles, each with its best `passages`."""
        matching = [segment.matching(self._query) for segment in self._segments]
        ranked = self._ranked(matching) if any(matching) else ()
        best = nsmallest(
            max(limit, 0), ranked, key=lambda each: (-each.score, each.segment, each.document)
        )
        hits = self._with_passages(best, passages)
        return IndexResults(
            total=sum(map(len, matching)),
            articles=tuple(hits),
            words=forms_looked_for(self._wanted, self._languages, self._lexicon),
        )

    def _ranked(self, matching: Sequence[set[int]]) -> Iterator[_Ranked]:
        readers = [segment.reader for segment in self._segments]
        articles = sum(reader.doc_count() for reader in readers)
        usual = sum(reader.field_length(EXACT) for reader in readers) / max(articles, 1)
        holders = {
            leaf: sum(len(segment.found(leaf).documents()) for segment in self._segments)
            for leaf in self._wanted
        }
        for number, (segment, documents) in enumerate(zip(self._segments, matching, strict=True)):
            found = [(segment.found(leaf), holders[leaf]) for leaf in self._wanted]
            for document in documents:
                length = segment.reader.doc_field_length(document, EXACT)
                weighed = sum(
                    relevance(weight, held_by, articles, length, usual)
                    for each, held_by in found
                    if (weight := each.weight(document))
                )
                printed = sum(document in each.printed for each, _ in found)
                yield _Ranked(article_score(printed, weighed), number, document)

    def _with_passages(self, best: Sequence[_Ranked], passages: int) -> list[ArticleHit]:
        by_segment: dict[int, list[int]] = defaultdict(list)
        for each in best:
            by_segment[each.segment].append(each.document)
        places = {
            (number, leaf): self._segments[number].places(leaf, sorted(documents))
            for number, documents in by_segment.items()
            for leaf in self._wanted
        }
        return [
            self._hit(
                each,
                [places[each.segment, leaf].get(each.document, {}) for leaf in self._wanted],
                passages,
            )
            for each in best
        ]

    def _hit(self, ranked: _Ranked, places: Iterable[dict[int, bool]], passages: int) -> ArticleHit:
        stored = self._segments[ranked.segment].reader.stored_fields(ranked.document)
        article_id, parts = stored[ARTICLE], stored[PASSAGES]
        starts = [start for start, _ in parts]
        distinct, printed, count = Counter[int](), Counter[int](), Counter[int]()
        for of_leaf in places:
            held: dict[int, bool] = {}
            for position, as_printed in of_leaf.items():
                number = parts[bisect_right(starts, position) - 1][1]
                held[number] = as_printed or held.get(number, False)
                count[number] += 1
            distinct.update(held.keys())
            printed.update(number for number, as_printed in held.items() if as_printed)
        hits = [
            PassageHit(article_id, number, passage_score(words, printed[number], count[number]))
            for number, words in distinct.items()
            if number != HEADLINE
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.number))
        return ArticleHit(article_id, ranked.score, tuple(hits[: max(passages, 0)]))

    def _lexicon(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The words that begin with `prefix`, and how many articles hold each."""
        words = sorted({word for each in self._segments for word in each.beginnings(prefix)})
        return ((word, self._holders(word)) for word in words)

    def _holders(self, word: str) -> int:
        term = (EXACT, word)
        return sum(
            each.reader.doc_frequency(*term) for each in self._segments if term in each.reader
        )
