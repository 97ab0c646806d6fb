"""An index without files that reads every article for every query: what others are measured by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from summit_reader.domain.spans import Span
from summit_reader.index import matching
from summit_reader.index.analyzer import stem_language, terms
from summit_reader.index.matching import Place, places
from summit_reader.index.port import (
    ArticleDocument,
    ArticleHit,
    IndexBatch,
    IndexResults,
    PassageHit,
)
from summit_reader.index.query import AllOf, AnyOf, Leaf, Not, Query, leaves, parse
from summit_reader.index.ranking import article_score, passage_score
from summit_reader.index.wording import forms_looked_for


class _Article:
    """The words of an article, part by part: the headline first, then the passages."""

    def __init__(self, document: ArticleDocument) -> None:
        self.article_id = document.article_id
        self.language = stem_language(document.language)
        self.headline = terms(document.headline)
        self.passages = {each.number: terms(each.text) for each in document.passages}

    def places(self, leaf: Leaf, part: Sequence[str]) -> list[Place]:
        return list(places(leaf, part, [self.language] if self.language else []))

    def all_places(self, leaf: Leaf) -> list[Place]:
        parts = (self.headline, *self.passages.values())
        return [place for part in parts for place in self.places(leaf, part)]

    def matches(self, query: Query) -> bool:
        if isinstance(query, AllOf):
            return all(self.matches(part) for part in query.parts)
        if isinstance(query, AnyOf):
            return any(self.matches(part) for part in query.parts)
        if isinstance(query, Not):
            return not self.matches(query.part)
        return bool(self.all_places(query))

    def hit(self, wanted: Sequence[Leaf], passages: int) -> ArticleHit:
        found = [self.all_places(leaf) for leaf in wanted]
        printed = sum(any(place.printed for place in each) for each in found)
        hits = [
            PassageHit(self.article_id, number, score)
            for number, part in self.passages.items()
            if (score := self._score(wanted, part)) > 0
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.number))
        score = article_score(printed, sum(map(len, found)))
        return ArticleHit(self.article_id, score, tuple(hits[: max(passages, 0)]))

    def _score(self, wanted: Sequence[Leaf], part: Sequence[str]) -> float:
        found = [here for leaf in wanted if (here := self.places(leaf, part))]
        printed = sum(any(place.printed for place in each) for each in found)
        return passage_score(len(found), printed, sum(map(len, found)))


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

    def clear(self) -> None:
        """Forget everything."""
        self._articles, self._change = {}, 0

    def search(self, query: str, limit: int = 20, passages: int = 5) -> IndexResults:
        """The best articles.

        Raises:
            QueryProblem: if the query cannot be read.
        """
        tree = parse(query)
        if tree is None:
            return IndexResults(0, (), ())
        wanted = tuple(dict.fromkeys(leaves(tree)))
        hits = [
            each.hit(wanted, passages) for each in self._articles.values() if each.matches(tree)
        ]
        hits.sort(key=lambda hit: -hit.score)
        lexicon = self._lexicon()
        looked_for = forms_looked_for(
            wanted,
            self._languages(),
            lambda prefix: (item for item in lexicon.items() if item[0].startswith(prefix)),
        )
        return IndexResults(len(hits), tuple(hits[: max(limit, 0)]), looked_for)

    def marks(self, query: str, texts: Sequence[str]) -> list[tuple[Span, ...]]:
        """Where words of the query stand in each text."""
        return matching.marks(query, texts, self._languages())

    def close(self) -> None:
        """Nothing is held open."""

    def _languages(self) -> list[str]:
        return sorted({each.language for each in self._articles.values()} - {""})

    def _lexicon(self) -> dict[str, int]:
        held: dict[str, int] = {}
        for article in self._articles.values():
            for word in {
                *article.headline,
                *(w for part in article.passages.values() for w in part),
            }:
                held[word] = held.get(word, 0) + 1
        return dict(sorted(held.items()))
