"""What a search index is to the rest of the program; any engine that keeps the contract will do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from summit_reader.domain.clause import Clause
from summit_reader.domain.search import FacetField, Obstacle, Order, QueryFault, Scope
from summit_reader.domain.spans import Span
from summit_reader.index.spelling import Spellings


@dataclass(frozen=True, slots=True)
class PassageDocument:
    """A passage as it is indexed. `number` is its place in the article, counted from 0."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class TakeDocument:
    """A take as it is indexed: somebody's words. `speaker` is empty where an outlet speaks."""

    take_id: int
    text: str
    outlet: str = ""
    country: str = ""
    speaker: str = ""
    role: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """An article as it is indexed; `passages` leave out what is not searched by default.

    `outlet` is shown and counted by, `aliases` are other names it is found by. `language` is a tag,
    `country` a code. `comments` are passages too; `removed` are stretches that are not shown.
    """

    article_id: int
    headline: str
    language: str
    passages: tuple[PassageDocument, ...]
    outlet: str = ""
    aliases: tuple[str, ...] = ()
    country: str = ""
    published: date | None = None
    takes: tuple[TakeDocument, ...] = ()
    comments: tuple[PassageDocument, ...] = ()
    removed: tuple[str, ...] = ()
    cut: bool = False


def nothing_known(_: str) -> Collection[int]:
    """What a reader keeps who keeps nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Asking:
    """How a query is to be answered, besides its words.

    `kept` gives the articles that the reader has put somewhere (“pin”, “note”, “story”, “point”,
    “comparison”): that changes with every click, so it is asked of the library and not indexed.
    `within` are the only articles that may be found, None for all. With `typing`, the last word is
    a beginning. `fuzzy` allows similar words where nothing else is found; `strict` takes any fault
    for an error.
    """

    scope: Scope = Scope.ALL
    order: Order = Order.RELEVANCE
    typing: bool = False
    fuzzy: bool = True
    strict: bool = False
    facets: tuple[FacetField, ...] = ()
    spellings: Spellings = field(default_factory=Spellings)
    kept: Callable[[str], Collection[int]] = nothing_known
    within: frozenset[int] | None = None


PLAIN = Asking()
"""Everywhere, the best first, as typed."""


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that holds words of the query.

    `words` says where, as stretches `[first, end)` of its words, counted from 0; ascending.
    """

    article_id: int
    number: int
    score: float
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that matches the query, with its best passages, best first.

    `passages` is empty where only the headline matched. `takes` are those that the query asks for
    by speaker, role or quoted words.
    """

    article_id: int
    score: float
    passages: tuple[PassageHit, ...]
    takes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexResults:
    """The best articles; `total` counts all that match, `words` are the forms looked for.

    The rest is as in `SearchResults`; `facets` holds the counts of every value, `marked_by` is the
    query whose words are to be marked where it is not the one that was asked.
    """

    total: int
    articles: tuple[ArticleHit, ...]
    words: tuple[str, ...]
    understood: Clause | None = None
    is_at_least: bool = False
    is_fuzzy: bool = False
    suggestion: str = ""
    marked_by: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    faults: tuple[QueryFault, ...] = ()
    facets: dict[FacetField, dict[str, int]] = field(default_factory=dict)


class IndexBatch(Protocol):
    """Changes that become visible together."""

    def put(self, document: ArticleDocument) -> None:
        """Add the article, in place of what was indexed under its id."""

    def remove(self, article_id: int) -> None:
        """Forget the article, if it is there."""


class SearchIndex(Protocol):
    """A disposable copy of the library's texts, made to be searched."""

    def change(self) -> int:
        """Number of the last library change this index holds; 0 for a new one."""

    def batch(self, change: int) -> AbstractContextManager[IndexBatch]:
        """A batch that is committed, with `change`, on leaving the block, or dropped on error."""

    def replacement(self, change: int) -> AbstractContextManager[IndexBatch]:
        """As `batch`, but what is put takes the place of everything that is held.

        Nothing that is held is read, and until the block is left the index answers, and takes
        other batches, as before; those are not in the replacement.
        """

    def tidy(self) -> None:
        """Clear away what a killed process left behind."""

    def article_ids(self) -> frozenset[int]:
        """The articles that are held."""

    def values(self, field: FacetField) -> dict[str, int]:
        """The values that articles have in this field, with the number of articles each."""

    def completions(self, field: FacetField, begun: str, most: int) -> tuple[tuple[str, int], ...]:
        """The most frequent values of the field in which a word begins so, with their numbers."""

    def search(
        self,
        query: str,
        limit: int = 20,
        passages: int = 5,
        asking: Asking = PLAIN,
        first: int = 0,
    ) -> IndexResults:
        """The best `limit` articles from place `first` on, each with its best `passages`.

        Raises:
            QueryProblem: if the query cannot be read.
        """

    def marks(
        self, query: str, texts: Sequence[str], asking: Asking = PLAIN
    ) -> list[tuple[Span, ...]]:
        """For each text, where words of the query stand in it (code points, ascending)."""

    def close(self) -> None:
        """Let go of every file."""


Words = Iterable[tuple[str, int]]
"""Words of an index, with the number of articles that hold each."""
