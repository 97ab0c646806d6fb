"""The articles of a library as one long list, what the reader says of them, and the bin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.take import Voice


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """An article in the list of all. `day` is when it was published, or hints that it was.

    `is_dated` says that it is stated and not hinted at; `story_id` is 0 where it is in no story.
    """

    article_id: int
    title: str
    outlet: OutletRef
    language: str
    day: date | None
    is_dated: bool
    imported: date
    takes: int
    is_cut: bool
    story_id: int = 0
    is_read: bool = False
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What an article says of itself, as the reader may put it right; empty where unknown."""

    outlet: str
    headline: str = ""
    byline: str = ""
    published: date | None = None
    language: str = ""
    url: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader has noted on an article."""

    is_read: bool = False
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin: an article, or an outlet with its articles and takes.

    One of `article_id` and `outlet_id` is 0; `takes` counts what is hidden with it.
    """

    name: str
    binned: datetime
    texts: int
    takes: int
    article_id: int = 0
    outlet_id: int = 0


@dataclass(frozen=True, slots=True)
class Deletion:
    """What deleting would move to the bin, so that a question can name it.

    `pinned` counts the clippings that keep their copies, `on_points` the takes that leave points.
    """

    name: str
    texts: int
    takes: int
    pinned: int
    on_points: int
    is_outlet: bool = False


@dataclass(frozen=True, slots=True)
class ArticleState:
    """The facts of an article before a step; `corrected` names those the reader has put right.

    `takes` say whose its takes are, and under which names; those left out follow the article.
    """

    article_id: int
    outlet_id: int
    title: str
    facts: ArticleFacts
    corrected: frozenset[str]
    takes: tuple[tuple[int, int, tuple[Voice, ...]], ...]


MarksState = tuple[tuple[int, Marks], ...]
"""Articles with what was noted on them before a step."""


@dataclass(frozen=True, slots=True)
class BinPlace:
    """When something came into the bin, and with which outlet; 0 if by itself."""

    binned: datetime
    outlet_id: int = 0


@dataclass(frozen=True, slots=True)
class BinState:
    """Articles and takes with their place in the bin before a step; None if they were not in it."""

    articles: tuple[tuple[int, BinPlace | None], ...] = ()
    takes: tuple[tuple[int, BinPlace | None], ...] = ()
