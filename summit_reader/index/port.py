"""What a search index is to the rest of the program; any engine that keeps the contract will do."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from summit_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class PassageDocument:
    """A passage as it is indexed. `number` is its place in the article, counted from 0."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """An article as it is indexed; `passages` leave out what is not searched by default."""

    article_id: int
    headline: str
    language: str
    passages: tuple[PassageDocument, ...]


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that holds words of the query."""

    article_id: int
    number: int
    score: float


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that matches the query, with its best passages, best first.

    `passages` is empty where only the headline matched.
    """

    article_id: int
    score: float
    passages: tuple[PassageHit, ...]


@dataclass(frozen=True, slots=True)
class IndexResults:
    """The best articles; `total` counts all that match, `words` are the forms looked for."""

    total: int
    articles: tuple[ArticleHit, ...]
    words: tuple[str, ...]


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

    def clear(self) -> None:
        """Forget everything, and set the change number to 0."""

    def search(self, query: str, limit: int = 20, passages: int = 5) -> IndexResults:
        """The best `limit` articles, each with its best `passages`.

        Raises:
            QueryProblem: if the query cannot be read.
        """

    def marks(self, query: str, texts: Sequence[str]) -> list[tuple[Span, ...]]:
        """For each text, where words of the query stand in it (code points, ascending)."""

    def close(self) -> None:
        """Let go of every file."""
