"""An index without files that reads every article for every query: what others are measured by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from summit_reader.domain.search import FacetField, Order
from summit_reader.domain.spans import Span
from summit_reader.index import matching
from summit_reader.index.analyzer import primary_language, stem, stem_language, terms
from summit_reader.index.answering import Found, Page, answer
from summit_reader.index.distance import is_within
from summit_reader.index.facets import digest, facet_values
from summit_reader.index.matching import Standing, is_form, places
from summit_reader.index.port import (
    PLAIN,
    ArticleDocument,
    ArticleHit,
    Asking,
    IndexBatch,
    IndexResults,
    PassageHit,
    TakeDocument,
    Words,
)
from summit_reader.index.query import (
    AllOf,
    AnyOf,
    Dated,
    Leaf,
    Not,
    OneTake,
    Phrase,
    Place,
    Property,
    Query,
    Term,
    Valued,
    leaves,
)
from summit_reader.index.quotations import gathered, takes_asked_for
from summit_reader.index.ranked_values import RankedValues
from summit_reader.index.ranking import article_score, passage_score
from summit_reader.index.scoping import SHORTEST_TYPED
from summit_reader.index.values import KEPT

Part = list[str]
"""The words of a stretch of text that phrases do not leave."""


class _Take:
    """The words of a take."""

    def __init__(self, document: TakeDocument, languages: list[str]) -> None:
        self.take_id = document.take_id
        self.role = document.role
        self._languages = languages
        self._parts = {
            Place.SAID: terms(document.text),
            Place.SPEAKER: terms(document.speaker),
            Place.OUTLET: terms(document.outlet),
        }

    def matches(self, query: Query) -> bool:
        """Whether the take answers a query on takes."""
        if isinstance(query, AllOf):
            return all(self.matches(part) for part in query.parts)
        if isinstance(query, AnyOf):
            return any(self.matches(part) for part in query.parts)
        if isinstance(query, Not | OneTake):
            return self.matches(query.part) is not isinstance(query, Not)
        if isinstance(query, Valued):
            return self.role in query.values
        if isinstance(query, Dated):
            return False
        languages = self._languages if query.place is Place.SAID else []
        return any(True for _ in places(query, self._parts.get(query.place, []), languages))


class _Article:
    """The words of an article, part by part, and what it is."""

    def __init__(self, document: ArticleDocument) -> None:
        self.document = document
        self.article_id = document.article_id
        self.digest = digest(document)
        language = stem_language(document.language)
        self.languages = [language] if language else []
        self.passages = {each.number: terms(each.text) for each in document.passages}
        self.comments = {each.number: terms(each.text) for each in document.comments}
        self.takes = [_Take(each, self.languages) for each in document.takes]
        headline = terms(document.headline)
        self._parts: dict[Place, list[Part]] = {
            Place.ANYWHERE: [headline, *self.passages.values()],
            Place.TITLE: [headline, *(terms(take.headline) for take in document.takes)],
            Place.SAID: [terms(take.text) for take in document.takes],
            Place.SPEAKER: [terms(take.speaker) for take in document.takes],
            Place.OUTLET: [
                terms(name)
                for name in (
                    document.outlet, *document.aliases, *(take.outlet for take in document.takes)
                )
            ],
            Place.COMMENTS: list(self.comments.values()),
            Place.REMOVED: [terms(text) for text in document.removed],
        }  # fmt: skip

    def parts(self, place: Place) -> list[Part]:
        """The stretches in which a word with this place may stand."""
        return self._parts[place]

    def stands(self, leaf: Leaf, part: Part) -> list[Standing]:
        """Where the leaf stands in a part of the article."""
        named = leaf.place in {Place.SPEAKER, Place.OUTLET}
        return list(places(leaf, part, () if named else self.languages))

    def all_places(self, leaf: Leaf) -> list[Standing]:
        """Where the leaf stands in all of its parts."""
        return [each for part in self.parts(leaf.place) for each in self.stands(leaf, part)]

    def matches(self, query: Query, asking: Asking, copies: frozenset[str]) -> bool:
        """Whether the article answers the query; `copies` are digests that several texts have."""
        if isinstance(query, AllOf | AnyOf):
            matching_parts = (self.matches(part, asking, copies) for part in query.parts)
            return all(matching_parts) if isinstance(query, AllOf) else any(matching_parts)
        if isinstance(query, Not):
            return not self.matches(query.part, asking, copies)
        if isinstance(query, OneTake):
            return any(take.matches(query.part) for take in self.takes)
        if isinstance(query, Valued):
            return any(self._is(query.property, value, asking, copies) for value in query.values)
        if isinstance(query, Dated):
            day = self.document.published
            return day is not None and (query.first or day) <= day <= (query.last or day)
        return bool(self.all_places(query))

    def _is(self, asked: Property, value: str, asking: Asking, copies: frozenset[str]) -> bool:
        document = self.document
        if asked is Property.COUNTRY:
            return value in {document.country, *(take.country for take in document.takes)}
        if asked is Property.LANGUAGE:
            return value == primary_language(document.language)
        if asked is Property.ROLE:
            return any(take.role == value for take in document.takes)
        if value in KEPT:
            return self.article_id in asking.kept(value)
        return {
            "take": bool(document.takes),
            "cut": document.cut,
            "duplicate": self.digest in copies,
            "comments": bool(document.comments),
            "removed": bool(document.removed),
        }.get(value, False)

    def hit(self, query: Query, passages: int) -> ArticleHit:
        """The article with its best passages."""
        wanted = list(dict.fromkeys(leaves(query)))
        found = [self.all_places(leaf) for leaf in wanted]
        printed = sum(any(place.printed for place in each) for each in found)
        numbered = {**self.passages, **self.comments}
        hits = [
            hit for number, part in numbered.items() if (hit := self._passage(wanted, number, part))
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.number))
        score = article_score(printed, sum(map(len, found)))
        takes = dict.fromkeys(
            take.take_id
            for group in takes_asked_for(query)
            for take in self.takes
            if take.matches(group)
        )
        return ArticleHit(self.article_id, score, tuple(hits[: max(passages, 0)]), tuple(takes))

    def _passage(self, wanted: Sequence[Leaf], number: int, part: Part) -> PassageHit | None:
        place = Place.COMMENTS if number in self.comments else Place.ANYWHERE
        found = [
            here for leaf in wanted if leaf.place is place and (here := self.stands(leaf, part))
        ]
        printed = sum(any(each.printed for each in standing) for standing in found)
        if not found:
            return None
        score = passage_score(len(found), printed, sum(map(len, found)))
        words = sorted({(each.start, each.end) for standing in found for each in standing})
        return PassageHit(self.article_id, number, score, tuple(words))


class _Batch:
    """Changes kept apart until the block is left."""

    def __init__(self, articles: dict[int, _Article]) -> None:
        self.articles = dict(articles)

    def put(self, document: ArticleDocument) -> None:
        self.articles[document.article_id] = _Article(document)

    def remove(self, article_id: int) -> None:
        self.articles.pop(article_id, None)


class MemoryIndex:
    """A `SearchIndex` in memory."""

    def __init__(self) -> None:
        self._articles: dict[int, _Article] = {}
        self._change = 0

    def change(self) -> int:
        """Number of the last library change this index holds."""
        return self._change

    @contextmanager
    def batch(self, change: int) -> Iterator[IndexBatch]:
        """A batch that counts on leaving the block, or is dropped on error."""
        batch = _Batch(self._articles)
        yield batch
        self._articles, self._change = batch.articles, change

    @contextmanager
    def replacement(self, change: int) -> Iterator[IndexBatch]:
        """A batch that is all there is on leaving the block, or is dropped on error."""
        batch = _Batch({})
        yield batch
        self._articles, self._change = batch.articles, change

    def tidy(self) -> None:
        """Nothing is ever left behind."""

    def article_ids(self) -> frozenset[int]:
        """The articles that are held."""
        return frozenset(self._articles)

    def values(self, field: FacetField) -> dict[str, int]:
        """The values that articles have in this field, with the number of articles each."""
        return _counted(self._articles.values(), field)

    def completions(self, field: FacetField, begun: str, most: int) -> tuple[tuple[str, int], ...]:
        """The most frequent values of the field in which a word begins so, with their numbers."""
        return RankedValues(self.values(field)).begun(begun, most)

    def search(
        self,
        query: str,
        limit: int = 20,
        passages: int = 5,
        asking: Asking = PLAIN,
        first: int = 0,
    ) -> IndexResults:
        """The best articles from place `first` on.

        Raises:
            QueryProblem: if the query cannot be read.
        """
        return answer(query, self, asking, Page(limit, passages, first))

    def found(self, tree: Query, asking: Asking, page: Page) -> Found:
        """The articles that match."""
        query = gathered(tree)
        copies = self._copies()
        matching_articles = [
            each
            for each in self._articles.values()
            if (asking.within is None or each.article_id in asking.within)
            and each.matches(query, asking, copies)
        ]
        hits = {each.article_id: each.hit(query, page.passages) for each in matching_articles}
        matching_articles.sort(key=lambda each: -hits[each.article_id].score)
        if asking.order is not Order.RELEVANCE:
            matching_articles.sort(key=lambda each: _rank(each.document, asking.order))
        return Found(
            len(hits),
            tuple(hits[each.article_id] for each in matching_articles[page.first : page.end]),
            facets={field: _counted(matching_articles, field) for field in asking.facets},
        )

    def forms(self, leaf: Leaf) -> Words:
        """The words of the index that the leaf stands for."""
        if isinstance(leaf, Phrase):
            return ()
        held = self._lexicon(leaf.place).items()
        if not isinstance(leaf, Term):
            return ((word, number) for word, number in held if is_form(leaf, word))
        asked = (leaf.text, *leaf.variants)
        stems = {(tag, stem(word, tag)) for word in asked for tag in self._languages()}
        return (
            (word, number)
            for word, number in held
            if word in asked or any(stem(word, tag) == wanted for tag, wanted in stems)
        )

    def near(self, word: str, most: int, place: Place) -> Words:
        """The words of a place that begin alike and differ in at most `most` letters."""
        held = self._lexicon(place).items()
        return (
            (other, number)
            for other, number in held
            if other[0] == word[0] and is_within(word, other, most)
        )

    def shortest_typed(self) -> int:
        """Two letters: the library fits into memory."""
        return SHORTEST_TYPED

    def marks(
        self, query: str, texts: Sequence[str], asking: Asking = PLAIN
    ) -> list[tuple[Span, ...]]:
        """Where words of the query stand in each text."""
        return matching.marks(query, texts, self._languages(), asking)

    def close(self) -> None:
        """Nothing is held open."""

    def _languages(self) -> list[str]:
        return sorted({tag for each in self._articles.values() for tag in each.languages})

    def _lexicon(self, place: Place) -> dict[str, int]:
        held = Counter(
            word
            for each in self._articles.values()
            for word in {word for part in each.parts(place) for word in part}
        )
        return dict(sorted(held.items()))

    def _copies(self) -> frozenset[str]:
        """The digests that more than one article has."""
        held = Counter(each.digest for each in self._articles.values() if each.digest)
        return frozenset(each for each, number in held.items() if number > 1)


def _counted(articles: Iterable[_Article], field: FacetField) -> dict[str, int]:
    return dict(Counter(value for each in articles for value in facet_values(each.document, field)))


def _rank(document: ArticleDocument, order: Order) -> tuple[bool, int | str]:
    """Where the article belongs in an order other than by relevance."""
    if order is Order.OUTLET:
        return not document.outlet, document.outlet.casefold()
    day = document.published
    if day is None:
        return True, 0
    return False, day.toordinal() * (-1 if order is Order.NEWEST else 1)
