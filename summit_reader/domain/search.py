"""What was asked of the library and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.clause import Clause
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span


class Scope(StrEnum):
    """Where the words of a query are looked for, unless they say so themselves."""

    ALL = "all"
    QUOTES = "quotes"
    HEADLINES = "headlines"
    SPEAKERS = "speakers"
    COMMENTS = "comments"


class Order(StrEnum):
    """Which article comes first; what has no date comes last in either direction."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    OUTLET = "outlet"


class FacetField(StrEnum):
    """What hits are counted by. A month is written “2019-04”, countries and languages as codes."""

    OUTLET = "outlet"
    COUNTRY = "country"
    LANGUAGE = "language"
    ROLE = "role"
    SPEAKER = "speaker"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of all articles found have this value, and the words that narrow a query to it."""

    value: str
    count: int
    clause: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among all articles found, the most frequent first.

    `counts` may leave out the rarest; `distinct` is how many values there are in all.
    """

    field: FacetField
    counts: tuple[FacetCount, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class QueryFault:
    """What is wrong with a stretch of a query; `reason` is a clause that says so.

    `is_unfinished` marks what the next letters may well put right.
    """

    span: Span
    reason: Clause
    is_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A part of a query without which `total` articles would be found; with it there are none."""

    span: Span
    text: str
    total: int


@dataclass(frozen=True, slots=True)
class Completion:
    """A text to put in place of a stretch of the query, and how many articles it concerns."""

    span: Span
    text: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """The cut of a passage shown in a result; `marks` are the matched words in `text`."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matched. `source` is the passage's stretch of the source text.

    `outlet` is whose words they are: the outlet of the take the match stands in, else the
    article's; `via` names the article's outlet where the two differ. `removed` says that the
    stretch is not shown in the article, `comment` that a reader wrote it there: `speaker` is then
    that reader, if the page names anybody.
    """

    article_id: int
    source: Span
    outlet: OutletRef
    snippet: Snippet
    score: float
    take_id: int | None = None
    speaker: str = ""
    via: str = ""
    removed: bool = False
    comment: bool = False


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

    `total` counts every matching article, also those beyond the limit, and is a lower bound if
    `is_at_least`; `words` are the forms that were looked for and `understood` the whole query, for
    the line that explains it, None where nothing is asked yet. `first` is the place of the first of
    `articles` among all of them, `following` that of the first article that comes after them.

    Where nothing is found, `obstacles` name the parts that exclude everything. The articles may
    then be ones with similar words: `is_fuzzy` says so, `suggestion` is the query as it was
    probably meant.
    """

    query: str
    total: int
    articles: tuple[ArticleHits, ...]
    words: tuple[str, ...] = ()
    understood: Clause | None = None
    is_at_least: bool = False
    is_fuzzy: bool = False
    suggestion: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    faults: tuple[QueryFault, ...] = ()
    facets: tuple[Facet, ...] = ()
    first: int = 0
    following: int = 0


@dataclass(frozen=True, slots=True)
class SearchState:
    """A place in the sidebar and the query kept there before a step; None if there was none."""

    id: int
    query: str | None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept in the sidebar; `total` counts the articles it finds now."""

    id: int
    query: str
    total: int
