"""What was asked of the library and what was found."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """The cut of a passage shown in a result; `marks` are the matched words in `text`."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matched. `source` is the passage's stretch of the source text.

    `outlet` is whose words they are: the outlet of the take the match stands in, else the
    article's; `via` names the article's outlet where the two differ.
    """

    article_id: int
    source: Span
    outlet: OutletRef
    snippet: Snippet
    score: float
    take_id: int | None = None
    speaker: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The hits of one article, best first."""

    article_id: int
    outlet: OutletRef
    headline: str
    score: float
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The best articles for a query, and how the query was read.

    `total` counts every matching article, also those beyond the limit; `words` are the forms that
    were looked for, for the line that explains the query.
    """

    query: str
    total: int
    articles: tuple[ArticleHits, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept in the sidebar; `total` counts the articles it finds now."""

    id: int
    query: str
    total: int
