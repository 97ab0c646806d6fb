"""Feeds: what they bring, how the reader follows them, and what waits in the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from summit_reader.domain.article import Imprint
from summit_reader.domain.errors import SummitError


class Schedule(StrEnum):
    """How often the window asks a feed by itself; never, unless the reader says so."""

    OFF = "off"
    HOURLY = "hourly"
    SIX_HOURLY = "six-hourly"
    DAILY = "daily"

    @property
    def interval(self) -> timedelta | None:
        """The time from one request to the next; None if there are none."""
        return _INTERVALS.get(self)


_INTERVALS = {
    Schedule.HOURLY: timedelta(hours=1),
    Schedule.SIX_HOURLY: timedelta(hours=6),
    Schedule.DAILY: timedelta(days=1),
}


class ItemState(StrEnum):
    """What the reader has made of an item."""

    NEW = "new"
    KEPT = "kept"
    DISMISSED = "dismissed"


class Trouble(StrEnum):
    """Why a feed brought nothing when it was last asked."""

    UNREACHABLE = "unreachable"
    NOT_ALLOWED = "not allowed"
    REFUSED = "refused"
    MISSING = "missing"
    GONE = "gone"
    ASKED_TO_WAIT = "asked to wait"
    SERVER = "server"
    NO_FEED = "no feed"
    UNEXPECTED = "unexpected"

    @property
    def sentence(self) -> str:
        """What happened and what becomes of it, in English."""
        return _SENTENCES[self]


_SENTENCES = {
    Trouble.UNREACHABLE: "The address could not be reached. It is asked less often for now.",
    Trouble.NOT_ALLOWED: "The address is not a public one, so it was not asked.",
    Trouble.REFUSED: "The server refuses to hand out this feed.",
    Trouble.MISSING: "There is no feed at this address any more. Check the address.",
    Trouble.GONE: "The publisher has ended this feed. It is not asked again.",
    Trouble.ASKED_TO_WAIT: "The server asks to wait before it is asked again.",
    Trouble.SERVER: "The server had a fault. It is asked less often for now.",
    Trouble.NO_FEED: "What came from this address is not a feed.",
    Trouble.UNEXPECTED: "The server gave an answer that a feed does not give.",
}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """What a feed says of one article, as it was read.

    `key` tells it from the feed's other items and stays the same from one reading to the next.
    `text` is what there is to read, the headline first; it may be empty. `raw` is the item as a
    JSON Feed of its own, the mark-up in it as it came.
    """

    key: str
    imprint: Imprint
    text: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed as it was read; `homepage` is the address of the site it belongs to."""

    title: str
    homepage: str
    language: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class FeedCandidate:
    """A feed that a page names."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed as a list of feeds has it; `folders` leads from the outermost folder inwards."""

    url: str
    title: str
    folders: tuple[str, ...] = ()
    homepage: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is remembered of asking a feed, so that the next request is no more than it needs.

    `failures` counts those in a row. `due` is when the schedule has the feed asked next; before
    `not_before` it is not asked at all, for its server said so.
    """

    etag: str = ""
    last_modified: str = ""
    status: int | None = None
    trouble: Trouble | None = None
    failures: int = 0
    at: datetime | None = None
    due: datetime | None = None
    not_before: datetime | None = None

    @property
    def gone(self) -> bool:
        """Whether the publisher has ended the feed, for good."""
        return self.trouble is Trouble.GONE


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed the reader follows. `outlet` is whose articles it brings, where they do not say so.

    `waiting` counts its new items. With `full_text` the page an item leads to is fetched when the
    item is kept.
    """

    id: int
    url: str
    title: str
    outlet: str
    homepage: str = ""
    folders: tuple[str, ...] = ()
    schedule: Schedule = Schedule.OFF
    full_text: bool = False
    visit: Visit = Visit()
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class InboxItem:
    """An item of the inbox as a list shows it.

    `opening` is the beginning of what there is to read, the headline first. `article_id` is what it
    became when it was kept; None if it was not, or if that is no longer there.
    """

    id: int
    feed_id: int
    feed: str
    headline: str
    byline: str
    published: date | datetime | None
    link: str
    opening: str
    state: ItemState
    received: datetime
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What came of asking one feed.

    `new` items wait in the inbox, `known` ones were in the library already. `asked` is False where
    no request was made; `moved_from` is the address the feed had before.
    """

    feed: Feed
    new: int = 0
    known: int = 0
    asked: bool = True
    moved_from: str = ""

    @property
    def trouble(self) -> Trouble | None:
        """Why the feed brought nothing; None if it answered as it should."""
        return self.feed.visit.trouble


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What came of asking feeds, in the order in which they are listed."""

    outcomes: tuple[FeedOutcome, ...]

    @property
    def new(self) -> int:
        """How many items came into the inbox."""
        return sum(outcome.new for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Keeping:
    """What was done to take one item into the library; enough to take it back.

    `added` says that the article was not there before. `full_text` is why the item's own text was
    taken in the place of the page it leads to; None if that was not so.
    """

    item_id: int
    before: ItemState
    article_id: int
    added: bool
    takes: int = 0
    full_text: SummitError | None = None


@dataclass(frozen=True, slots=True)
class KeepReport:
    """What became of items that were to be kept, in their order."""

    kept: tuple[Keeping, ...]
