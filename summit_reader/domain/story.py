"""Happenings that articles cover: what the program proposes, and what the reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.comparison import Source
from summit_reader.domain.point import DecidedBy


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article in its story, and who put it there."""

    source: Source
    decided_by: DecidedBy


@dataclass(frozen=True, slots=True)
class Story:
    """A happening with its articles, in the order they came in; `name` is empty until it is named.

    A reader's story may have a single article: one that is to stand alone.
    """

    id: int
    name: str
    articles: tuple[StoryArticle, ...]

    @property
    def title(self) -> str:
        """The reader's name for it, else the headline of the first article."""
        return self.name or self.articles[0].source.title

    @property
    def is_proposal(self) -> bool:
        """Whether nobody but the program had a hand in it."""
        return not self.name and all(
            article.decided_by is not DecidedBy.READER for article in self.articles
        )

    @property
    def outlets(self) -> int:
        """How many outlets cover it."""
        return len({article.source.metadata.outlet.name for article in self.articles})


@dataclass(frozen=True, slots=True)
class Membership:
    """That an article is in a story, and who says so."""

    story_id: int
    article_id: int
    decided_by: DecidedBy


@dataclass(frozen=True, slots=True)
class StoryTie:
    """What ties an article to the others of its story: the reason of the proposal.

    `words` are those of its headline and opening that most of the others have, too, as it prints
    them; `days` counts from the nearest of the others by date, and is None where one has no date.
    """

    article_id: int
    words: tuple[str, ...]
    days: int | None = None


@dataclass(frozen=True, slots=True)
class StoryState:
    """Names and members of some stories as they were, for taking a decision back.

    `alone` are articles that were in no story.
    """

    names: tuple[tuple[int, str], ...]
    members: tuple[Membership, ...]
    alone: tuple[int, ...] = ()
