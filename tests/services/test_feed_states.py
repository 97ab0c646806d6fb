"""Steps about feeds are taken back, and made again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.feed import Schedule
from summit_reader.domain.feed_state import FeedState
from summit_reader.intake.worker import worker
from tests.services.conftest import Web
from tests.services.test_feeds import FEED, headlines, item, rss


@pytest.fixture(scope="module", autouse=True)
def _ended() -> Iterator[None]:
    yield
    worker().close()


@pytest.fixture
def feed_id(services: Services, web: Web) -> int:
    """A feed of two items, both in the inbox."""
    web.put(FEED, rss(item("b"), item("a")))
    services.following.follow(FEED)
    (feed,) = services.following.feeds()
    return feed.id


def test_a_feed_comes_back_with_all_that_it_brought(services: Services, feed_id: int) -> None:
    feed, waiting = services.following.feeds(), services.sifting.waiting()
    before = services.following.state((feed_id,))
    services.following.remove(feed_id)
    gone = services.following.restore(before)
    assert (services.following.feeds(), services.sifting.waiting()) == (feed, waiting)
    assert gone == FeedState({feed_id: None})
    assert services.following.restore(gone) == before
    assert services.following.feeds() == ()
    assert headlines(services) == []


def test_only_the_wishes_of_a_feed_that_is_followed_are_put_back(
    services: Services, feed_id: int, web: Web
) -> None:
    before = services.following.state((feed_id,))
    services.following.set_schedule(feed_id, Schedule.DAILY)
    services.following.set_outlet(feed_id, "The Evening Tide")
    web.put(FEED, rss(item("c"), item("b"), item("a")))
    services.polling.refresh()
    services.following.restore(before)
    (feed,) = services.following.feeds()
    assert (feed.schedule, feed.outlet, feed.waiting) == (Schedule.OFF, "The Tide", 3)


def test_a_kept_item_whose_text_is_gone_comes_back_without_it(
    services: Services, feed_id: int
) -> None:
    item_id = services.sifting.waiting()[0].id
    services.sifting.keep([item_id])
    before = services.following.state((feed_id,))
    services.following.remove(feed_id)
    (text,) = services.reading.texts()
    services.shelving.delete([text.article_id])
    services.shelving.empty_bin()
    services.following.restore(before)
    assert [feed.id for feed in services.following.feeds()] == [feed_id]


def test_an_address_that_is_followed_anew_keeps_its_feed(services: Services, feed_id: int) -> None:
    before = services.following.state((feed_id,))
    services.following.remove(feed_id)
    other = services.following.follow_list(
        f"<opml><body><outline text='T' xmlUrl='{FEED}'/></body></opml>".encode(), "list"
    )
    services.following.restore(before)
    assert [feed.title for feed in services.following.feeds()] == [one.title for one in other]
