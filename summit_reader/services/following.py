"""Which feeds the reader follows, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summit_reader.domain.feed import Feed, FeedCandidate, FeedOutcome, ListedFeed, Schedule
from summit_reader.domain.feed_state import FeedState
from summit_reader.domain.fetch_errors import NamesNoFeed, NoFeed, RefusedByServer, UnknownFeed
from summit_reader.domain.outlet import OutletRegister
from summit_reader.intake.feeds.apart import read_apart
from summit_reader.intake.feeds.links import feeds_named_in
from summit_reader.intake.feeds.opml import feeds_listed_in, opml_of
from summit_reader.services.receiving import receive
from summit_reader.services.visits import first_visit
from summit_reader.store import feed_states, feeds
from summit_reader.store.database import Database
from summit_reader.store.feeds import NewFeed

if TYPE_CHECKING:  # loading what fetches takes a quarter of a second
    from summit_reader.intake.fetching import Fetches, Response


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a feed is to be followed; the reader may change all of it later."""

    schedule: Schedule = Schedule.OFF
    full_text: bool = False
    outlet: str = ""
    folders: tuple[str, ...] = ()


NO_WISHES = Wishes()


class Following:
    """Follows feeds and lets go of them; an address is asked only when it is to be followed."""

    def __init__(
        self,
        database: Database,
        fetches: Callable[[], Fetches],
        register: Callable[[], OutletRegister],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._fetches = fetches
        self._register = register
        self._now = now

    def feeds(self) -> tuple[Feed, ...]:
        """Every feed that is followed, by title."""
        with self._database.read() as work:
            return feeds.all_feeds(work)

    def named(self, name: str) -> Feed:
        """The feed of that number, address or title.

        Raises:
            UnknownFeed: if there is none, or several have that title.
        """
        wanted = name.strip().casefold()
        everything = self.feeds()
        for feed in everything:
            if wanted in {str(feed.id), feed.url.casefold()}:
                return feed
        titled = [feed for feed in everything if feed.title.casefold() == wanted]
        if len(titled) != 1:
            raise UnknownFeed(name=name)
        return titled[0]

    def follow(
        self, address: str, wishes: Wishes = NO_WISHES
    ) -> FeedOutcome | tuple[FeedCandidate, ...]:
        """The feed at an address, followed from now on, its items in the inbox.

        A page that names one feed stands for that feed. Where it names several, these are the
        answer, and nothing is followed yet.

        Raises:
            FetchProblem: if the address cannot be fetched.
            NamesNoFeed: if there is neither a feed nor a page that names one.
            LibraryProblem: if the library cannot be written.
        """
        url = completed(address)
        known = self._followed(url)
        if known is not None:
            return FeedOutcome(known, asked=False)
        response = self._fetched(url)
        try:
            return self._followed_from(response, url, wishes)
        except NoFeed:
            candidates = feeds_named_in(response.content, response.url)
        if not candidates:
            raise NamesNoFeed(address)
        if len(candidates) > 1:
            return candidates
        (candidate,) = candidates
        known = self._followed(candidate.url)
        if known is not None:
            return FeedOutcome(known, asked=False)
        return self._followed_from(self._fetched(candidate.url), candidate.url, wishes)

    def follow_list(self, content: bytes, name: str) -> tuple[Feed, ...]:
        """The feeds of an OPML file that were not followed yet; nothing is asked of any.

        Raises:
            NoFeedList: if it is none.
            LibraryProblem: if the library cannot be written.
        """
        return self.follow_listed(feeds_listed_in(content, name))

    def follow_listed(self, listed: Iterable[ListedFeed]) -> tuple[Feed, ...]:
        """Those of these feeds that were not followed yet, followed; nothing is asked of any."""
        added = []
        with self._database.write() as work:
            for one in listed:
                if feeds.at(work, one.url) is None:
                    outlet = self._outlet(one.homepage or one.url, one.title)
                    new = NewFeed(one.url, one.title, outlet, one.homepage, one.folders)
                    added.append(feeds.add(work, new))
            found = tuple(feeds.by_id(work, feed_id) for feed_id in added)
            work.commit()
        return found

    def opml(self, title: str) -> bytes:
        """Every feed that is followed, as an OPML file with that title."""
        return opml_of(
            (
                ListedFeed(feed.url, feed.title, feed.folders, feed.homepage)
                for feed in self.feeds()
            ),
            title,
        )

    def set_schedule(self, feed_id: int, schedule: Schedule) -> Feed:
        """The feed, asked by itself so often from now on.

        Raises:
            NoSuchFeed: if there is none.
        """
        with self._database.write() as work:
            feeds.set_schedule(work, feed_id, schedule)
            feed = feeds.by_id(work, feed_id)
            work.commit()
        return feed

    def set_full_text(self, feed_id: int, *, full_text: bool) -> Feed:
        """The feed; whether the page is fetched when one of its items is kept was set.

        Raises:
            NoSuchFeed: if there is none.
        """
        with self._database.write() as work:
            feeds.set_full_text(work, feed_id, full_text=full_text)
            feed = feeds.by_id(work, feed_id)
            work.commit()
        return feed

    def set_outlet(self, feed_id: int, outlet: str) -> Feed:
        """The feed, its articles those of this outlet where they do not say otherwise.

        Raises:
            NoSuchFeed: if there is none.
        """
        with self._database.write() as work:
            feeds.set_outlet(work, feed_id, " ".join(outlet.split()))
            feed = feeds.by_id(work, feed_id)
            work.commit()
        return feed

    def remove(self, feed_id: int) -> None:
        """Follow the feed no longer; what was kept of it stays in the library.

        Raises:
            NoSuchFeed: if there is none.
        """
        with self._database.write() as work:
            feeds.remove(work, feed_id)
            work.commit()

    def state(self, feed_ids: Iterable[int]) -> FeedState:
        """How these feeds stand; `restore` has them so again."""
        with self._database.read() as work:
            return feed_states.state_of(work, feed_ids)

    def restore(self, state: FeedState) -> FeedState:
        """How these feeds stood just now; from here on they stand as `state` says."""
        with self._database.write() as work:
            before = feed_states.restore(work, state)
            work.commit()
        return before

    def _followed(self, url: str) -> Feed | None:
        with self._database.read() as work:
            feed_id = feeds.at(work, url)
            return None if feed_id is None else feeds.by_id(work, feed_id)

    def _fetched(self, url: str) -> Response:
        response = self._fetches().get(url)
        if response.status != HTTPStatus.OK:
            raise RefusedByServer(url, status=response.status)
        return response

    def _followed_from(self, response: Response, url: str, wishes: Wishes) -> FeedOutcome:
        content = read_apart(
            response.content,
            url,
            url=response.url,
            content_type=response.headers.get("content-type", ""),
        )
        now = self._now()
        new = NewFeed(
            url=response.moved or url,
            title=content.title or urlsplit(url).hostname or url,
            outlet=wishes.outlet or self._outlet(content.homepage or response.url, content.title),
            homepage=content.homepage,
            folders=wishes.folders,
            schedule=wishes.schedule,
            full_text=wishes.full_text,
            visit=first_visit(response, wishes.schedule, now),
        )
        with self._database.write() as work:
            feed_id = feeds.add(work, new)
            received = receive(work, feed_id, content, now)
            feed = feeds.by_id(work, feed_id)
            work.commit()
        return FeedOutcome(feed, new=received.new, known=received.known)

    def _outlet(self, address: str, title: str) -> str:
        """Whose feed it is: the outlet that is known at its address, else what it calls itself."""
        known = self._register().at(urlsplit(address).hostname or "")
        return known.name if known else title


def completed(address: str) -> str:
    """`address` as it is asked, with the scheme that people leave out.

    >>> completed("tide.example/feed"), completed("feed://tide.example/feed")
    ('https://tide.example/feed', 'http://tide.example/feed')
    """
    address = address.strip()
    scheme, separator, rest = address.partition(":")
    if scheme.lower() == "feed" and separator:
        return f"http:{rest}" if rest.startswith("//") else rest
    return address if "://" in address else f"https://{address}"
