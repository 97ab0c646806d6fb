"""Asking feeds what is new: no more than they allow, and only those the reader wants asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.feed import (
    Feed,
    FeedContent,
    FeedOutcome,
    RefreshReport,
    Trouble,
    Visit,
)
from summit_reader.domain.fetch_errors import FetchProblem, NotAWebAddress, PrivateAddress
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.intake.feeds.apart import read_apart
from summit_reader.services.receiving import Received, receive
from summit_reader.services.visits import answered, failed, is_due, may_be_asked
from summit_reader.store import feeds
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchFeed

if TYPE_CHECKING:  # loading what fetches takes a quarter of a second
    from summit_reader.intake.fetching import Fetches

AT_ONCE = 4
"""Feeds that are asked at the same time."""

_NOTHING = Received(0, 0)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of one request; `moved` is where the feed lies from now on."""

    visit: Visit
    content: FeedContent | None = None
    moved: str = ""


class Polling:
    """Asks feeds when the reader says so, or has set a schedule; never on its own account.

    `fetches` makes the requests and `now` tells the time, so that both can be others in a test.
    """

    def __init__(
        self,
        database: Database,
        fetches: Callable[[], Fetches],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._fetches = fetches
        self._now = now

    def refresh(
        self,
        feed_ids: Sequence[int] | None = None,
        report: Report = silent,
        token: CancelToken | None = None,
    ) -> RefreshReport:
        """Ask these feeds, or all; one that gives trouble stops no other.

        A feed that has ended, or whose server asked to wait, is on the report and not asked.

        Raises:
            Cancelled: if the token says so; what came until then stays.
            LibraryProblem: if the library cannot be written; likewise.
        """
        wanted = self._feeds()
        if feed_ids is not None:
            asked = set(feed_ids)
            wanted = [feed for feed in wanted if feed.id in asked]
        return self._poll(wanted, report, token or CancelToken())

    def refresh_due(
        self, report: Report = silent, token: CancelToken | None = None
    ) -> RefreshReport:
        """Ask the feeds whose schedule says so now; with every schedule off, none.

        Raises:
            Cancelled: if the token says so; what came until then stays.
            LibraryProblem: if the library cannot be written; likewise.
        """
        now = self._now()
        due = [feed for feed in self._feeds() if is_due(feed, now)]
        return self._poll(due, report, token or CancelToken())

    def is_any_due(self) -> bool:
        """Whether `refresh_due` would ask a feed."""
        now = self._now()
        return any(is_due(feed, now) for feed in self._feeds())

    def _feeds(self) -> list[Feed]:
        with self._database.read() as work:
            return list(feeds.all_feeds(work))

    def _poll(self, wanted: Sequence[Feed], report: Report, token: CancelToken) -> RefreshReport:
        now = self._now()
        outcomes = []
        with _asking(AT_ONCE) as pool:
            answers = [
                pool.submit(self._ask, feed, token) if may_be_asked(feed, now) else None
                for feed in wanted
            ]
            for done, (feed, answer) in enumerate(zip(wanted, answers, strict=True)):
                report(Progress(done, len(wanted), feed.title or feed.url))
                token.checkpoint()
                outcome = self._outcome(feed, answer)
                if outcome is not None:
                    outcomes.append(outcome)
        report(Progress(len(wanted), len(wanted)))
        return RefreshReport(tuple(outcomes))

    def _outcome(self, feed: Feed, asked: Future[_Answer] | None) -> FeedOutcome | None:
        if asked is None:
            return FeedOutcome(feed, asked=False)
        try:
            return self._keep(feed, asked.result())
        except NoSuchFeed:
            return None  # removed while it was asked

    def _ask(self, feed: Feed, token: CancelToken) -> _Answer:
        token.checkpoint()
        now, visit = self._now(), feed.visit
        try:
            response = self._fetches().get(
                feed.url, etag=visit.etag, last_modified=visit.last_modified
            )
        except (PrivateAddress, NotAWebAddress):
            return _Answer(failed(feed, Trouble.NOT_ALLOWED, now))
        except FetchProblem:
            return _Answer(failed(feed, Trouble.UNREACHABLE, now))
        after = answered(feed, response, now)
        if response.status == HTTPStatus.NOT_MODIFIED:
            return _Answer(after, moved=response.moved)
        if response.status != HTTPStatus.OK:
            return _Answer(after)
        try:
            content = read_apart(
                response.content,
                feed.url,
                url=response.url,
                content_type=response.headers.get("content-type", ""),
            )
        except FileProblem:
            # Nor is the address believed that it moved to: hotels answer so, too.
            return _Answer(failed(feed, Trouble.NO_FEED, now))
        return _Answer(after, content, response.moved)

    def _keep(self, feed: Feed, answer: _Answer) -> FeedOutcome:
        received = _NOTHING
        with self._database.write() as work:
            feeds.remember(work, feed.id, answer.visit, answer.moved)
            if answer.content is not None:
                content = answer.content
                feeds.describe(work, feed.id, title=content.title, homepage=content.homepage)
                received = receive(work, feed.id, content, self._now())
            after = feeds.by_id(work, feed.id)
            work.commit()
        return FeedOutcome(
            after,
            new=received.new,
            known=received.known,
            moved_from=feed.url if after.url != feed.url else "",
        )


@contextmanager
def _asking(at_once: int) -> Iterator[ThreadPoolExecutor]:
    """Threads for requests; those not yet made are dropped when the block is left early."""
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="feeds")
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
