"""Following feeds and asking them, with answers that were made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import Cancelled
from summit_reader.domain.feed import Feed, FeedOutcome, Schedule, Trouble
from summit_reader.domain.fetch_errors import NamesNoFeed, PrivateAddress, RefusedByServer
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.intake.feeds.opml import feeds_listed_in
from summit_reader.intake.worker import worker
from summit_reader.services.following import Wishes
from tests.services.conftest import Clock, Web

FEED = "https://tide.example/feed"
PAGE = "https://tide.example/"
NOON = datetime(2021, 3, 4, 12, tzinfo=UTC)


def rss(*items: str, title: str = "The Tide") -> str:
    return (
        f"<rss version='2.0'><channel><title>{title}</title><link>{PAGE}</link>"
        f"{''.join(items)}</channel></rss>"
    )


def item(name: str, text: str = "Said so.", link: str = "") -> str:
    address = link or f"{PAGE}{name}"
    return (
        f"<item><guid isPermaLink='false'>{name}</guid><title>Headline {name}</title>"
        f"<link>{address}</link><description>{text}</description></item>"
    )


@pytest.fixture(scope="module", autouse=True)
def _ended() -> Iterator[None]:
    yield
    worker().close()


@pytest.fixture
def followed(services: Services, web: Web) -> Feed:
    """A feed of two items, followed, with both in the inbox."""
    web.put(FEED, rss(item("b"), item("a")), etag='"1"', last_modified="Thu, 04 Mar 2021")
    outcome = services.following.follow(FEED)
    assert isinstance(outcome, FeedOutcome)
    web.asked.clear()
    return outcome.feed


def headlines(services: Services) -> list[str]:
    return [one.headline for one in services.sifting.waiting()]


def test_following_an_address_brings_its_items_to_the_inbox(
    services: Services, followed: Feed
) -> None:
    assert (followed.title, followed.outlet, followed.homepage) == ("The Tide", "The Tide", PAGE)
    assert (followed.schedule, followed.full_text, followed.waiting) == (Schedule.OFF, False, 2)
    assert headlines(services) == ["Headline b", "Headline a"]


def test_an_address_is_completed_and_followed_once(
    services: Services, followed: Feed, web: Web
) -> None:
    again = services.following.follow("tide.example/feed")
    assert isinstance(again, FeedOutcome)
    assert (again.feed.id, again.asked, web.asked) == (followed.id, False, [])


def test_a_page_that_names_one_feed_stands_for_it(services: Services, web: Web) -> None:
    web.put(PAGE, "<link rel=alternate type=application/rss+xml href=/feed>")
    web.put(FEED, rss(item("a")))
    outcome = services.following.follow(PAGE, Wishes(full_text=True, outlet="Tide Weekly"))
    assert isinstance(outcome, FeedOutcome)
    feed = outcome.feed
    assert (feed.url, feed.full_text, feed.outlet) == (FEED, True, "Tide Weekly")


def test_a_page_that_names_several_lets_the_reader_choose(services: Services, web: Web) -> None:
    link = "<link rel=alternate type=application/atom+xml title={0} href=/{0}>"
    web.put(PAGE, link.format("news") + link.format("sport"))
    found = services.following.follow(PAGE)
    assert not isinstance(found, FeedOutcome)
    assert [one.title for one in found] == ["news", "sport"]
    assert services.following.feeds() == ()


def test_what_is_no_feed_is_not_followed(services: Services, web: Web) -> None:
    web.put(PAGE, "<p>Nothing here</p>")
    with pytest.raises(NamesNoFeed):
        services.following.follow(PAGE)
    web.put(FEED, status=404)
    with pytest.raises(RefusedByServer):
        services.following.follow(FEED)
    assert services.following.feeds() == ()


def test_a_list_is_followed_without_asking_anybody(services: Services, web: Web) -> None:
    opml = (
        b"<opml><body><outline text='Korea'><outline text='T' xmlUrl='https://t.example/f'/>"
        b"</outline><outline text='H' xmlUrl='https://h.example/f'/></body></opml>"
    )
    added = services.following.follow_list(opml, "mine.opml")
    assert [(feed.title, feed.folders) for feed in added] == [("T", ("Korea",)), ("H", ())]
    assert services.following.follow_list(opml, "mine.opml") == ()
    assert web.asked == []
    again = feeds_listed_in(services.following.opml("Mine & yours"), "out.opml")
    assert {(feed.url, feed.folders) for feed in again} == {
        ("https://t.example/f", ("Korea",)), ("https://h.example/f", ()),
    }  # fmt: skip


def test_the_next_request_is_conditional_and_304_changes_nothing(
    services: Services, followed: Feed, web: Web
) -> None:
    web.put(FEED, status=304)
    (outcome,) = services.polling.refresh().outcomes
    assert web.asked == [(FEED, '"1"', "Thu, 04 Mar 2021")]
    assert (outcome.new, outcome.trouble) == (0, None)
    services.polling.refresh()
    assert web.asked[1] == web.asked[0]
    assert len(headlines(services)) == 2


def test_only_what_is_new_comes_in(services: Services, followed: Feed, web: Web) -> None:
    web.put(FEED, rss(item("c"), item("b"), item("a", "Said otherwise.")))
    (outcome,) = services.polling.refresh().outcomes
    assert outcome.new == 1
    assert headlines(services) == ["Headline c", "Headline b", "Headline a"]
    changed = services.sifting.waiting()[-1]
    assert "Said otherwise." in changed.opening


def test_an_item_keeps_its_place_by_id_and_by_link(
    services: Services, followed: Feed, web: Web
) -> None:
    """A new id with a link that is known is the same article; a shared link says nothing."""
    front = f"{PAGE}live"
    web.put(
        FEED, rss(item("new-id", link=f"{PAGE}a?utm_source=rss"), item("x", link=front),
                  item("y", link=front))
    )  # fmt: skip
    assert services.polling.refresh().new == 2
    assert headlines(services)[:2] == ["Headline x", "Headline y"]


def test_another_feed_does_not_bring_the_same_article_again(
    services: Services, followed: Feed, web: Web
) -> None:
    web.put("https://tide.example/top", rss(item("top-a", link=f"{PAGE}a"), item("z"), title="Top"))
    outcome = services.following.follow("https://tide.example/top")
    assert isinstance(outcome, FeedOutcome)
    assert outcome.new == 1


def test_what_is_in_the_library_already_does_not_wait(services: Services, web: Web) -> None:
    hints = Hints(url=f"{PAGE}a?utm_source=newsletter")
    services.importing.import_text("A headline\n\nSome words of it.", "a.txt", hints)
    web.put(FEED, rss(item("a"), item("b")))
    outcome = services.following.follow(FEED)
    assert isinstance(outcome, FeedOutcome)
    assert (outcome.new, outcome.known, headlines(services)) == (1, 1, ["Headline b"])


def test_a_lasting_redirect_is_remembered_if_a_feed_lies_there(
    services: Services, followed: Feed, web: Web
) -> None:
    moved = "https://tide.example/new-feed"
    web.put(FEED, "<html>Sign in to the hotel</html>", moved="https://hotel.example/")
    (outcome,) = services.polling.refresh().outcomes
    assert (outcome.trouble, outcome.feed.url) == (Trouble.NO_FEED, FEED)
    web.put(FEED, rss(item("a")), moved=moved)
    (outcome,) = services.polling.refresh().outcomes
    assert (outcome.feed.url, outcome.moved_from) == (moved, FEED)
    web.put(moved, status=304)
    services.polling.refresh()
    assert web.asked[-1][0] == moved


def test_a_feed_that_is_gone_is_not_asked_again(
    services: Services, followed: Feed, web: Web
) -> None:
    web.put(FEED, status=410)
    (outcome,) = services.polling.refresh().outcomes
    assert outcome.trouble is Trouble.GONE
    web.put(FEED, rss(item("c")))
    (outcome,) = services.polling.refresh().outcomes
    assert (outcome.asked, len(web.asked)) == (False, 1)
    assert len(headlines(services)) == 2


def test_a_server_that_asks_to_wait_is_left_alone(
    services: Services, clock: Clock, followed: Feed, web: Web
) -> None:
    web.put(FEED, status=429, retry_after="3600")
    (outcome,) = services.polling.refresh().outcomes
    assert outcome.trouble is Trouble.ASKED_TO_WAIT
    clock.pass_(minutes=59)
    assert not services.polling.refresh().outcomes[0].asked
    clock.pass_(minutes=1)
    web.put(FEED, rss(item("c")))
    (outcome,) = services.polling.refresh().outcomes
    assert (outcome.asked, outcome.new, outcome.trouble) == (True, 1, None)


@pytest.mark.parametrize(
    ("status", "retry_after", "waits"),
    [
        (503, "Thu, 04 Mar 2021 13:00:00 GMT", timedelta(hours=1)),
        (429, "", timedelta(minutes=15)),
        (429, "soon", timedelta(minutes=15)),
        (429, "99999999999999", timedelta(days=30)),
        (503, "Thu, 04 Mar 2020 13:00:00 GMT", None),
        (503, "", None),
    ],
)
def test_how_long_a_feed_is_left_alone(
    services: Services,
    followed: Feed,
    web: Web,
    status: int,
    retry_after: str,
    waits: timedelta | None,
) -> None:
    web.put(FEED, status=status, retry_after=retry_after)
    (outcome,) = services.polling.refresh().outcomes
    assert outcome.feed.visit.not_before == (None if waits is None else NOON + waits)


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (500, Trouble.SERVER),
        (404, Trouble.MISSING),
        (403, Trouble.REFUSED),
        (204, Trouble.UNEXPECTED),
    ],
)
def test_trouble_is_named_and_what_waits_stays(
    services: Services, followed: Feed, web: Web, status: int, trouble: Trouble
) -> None:
    web.put(FEED, status=status)
    (outcome,) = services.polling.refresh().outcomes
    assert outcome.trouble is trouble
    assert trouble.sentence.endswith(".")
    assert len(headlines(services)) == 2


def test_an_address_that_is_not_public_is_not_asked(
    services: Services, followed: Feed, web: Web
) -> None:
    web.answers[FEED] = PrivateAddress(FEED, address="127.0.0.1")
    (outcome,) = services.polling.refresh().outcomes
    assert outcome.trouble is Trouble.NOT_ALLOWED


def test_failures_double_the_time_to_the_next_request(
    services: Services, clock: Clock, followed: Feed, web: Web
) -> None:
    services.following.set_schedule(followed.id, Schedule.HOURLY)
    del web.answers[FEED]
    waits = []
    for _ in range(9):
        (outcome,) = services.polling.refresh().outcomes
        assert outcome.feed.visit.due is not None
        waits.append((outcome.feed.visit.due - clock.now) / timedelta(minutes=15))
    assert waits == [4, 4, 4, 8, 16, 32, 64, 96, 96]
    web.put(FEED, status=304)
    (outcome,) = services.polling.refresh().outcomes
    assert (outcome.feed.visit.failures, outcome.feed.visit.due) == (
        0,
        clock.now + timedelta(hours=1),
    )


def test_no_schedule_asks_nothing_unless_the_reader_sets_it(
    services: Services, clock: Clock, followed: Feed, web: Web
) -> None:
    clock.pass_(days=365)
    assert not services.polling.is_any_due()
    assert services.polling.refresh_due().outcomes == ()
    assert web.asked == []
    services.following.set_schedule(followed.id, Schedule.DAILY)
    assert services.polling.is_any_due()
    assert len(services.polling.refresh_due().outcomes) == 1
    assert len(web.asked) == 1
    clock.pass_(hours=23)
    assert services.polling.refresh_due().outcomes == ()
    clock.pass_(hours=1)
    assert len(services.polling.refresh_due().outcomes) == 1
    services.following.set_schedule(followed.id, Schedule.OFF)
    clock.pass_(days=365)
    assert services.polling.refresh_due().outcomes == ()


def test_looking_at_feeds_and_inbox_asks_nothing(
    services: Services, followed: Feed, web: Web
) -> None:
    services.following.feeds()
    for one in services.sifting.waiting():
        services.sifting.preview(one.id)
    services.sifting.keep([one.id for one in services.sifting.waiting()])
    assert web.asked == []


def test_several_feeds_are_asked_in_order_and_one_in_trouble_stops_none(
    services: Services, web: Web
) -> None:
    for name in ("c", "a", "b"):
        web.put(
            f"https://{name}.example/f",
            rss(item(name, link=f"https://{name}.example/1"), title=name),
        )
        services.following.follow(f"https://{name}.example/f")
    del web.answers["https://b.example/f"]
    said: list[Progress] = []
    report = services.polling.refresh(report=said.append)
    assert [outcome.feed.title for outcome in report.outcomes] == ["a", "b", "c"]
    assert [outcome.trouble for outcome in report.outcomes] == [None, Trouble.UNREACHABLE, None]
    assert [(one.done, one.total) for one in said] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_one_feed_can_be_asked_alone(services: Services, followed: Feed, web: Web) -> None:
    web.put("https://b.example/f", rss(title="b"))
    services.following.follow("https://b.example/f")
    web.asked.clear()
    services.polling.refresh([followed.id])
    assert [url for url, *_ in web.asked] == [FEED]


def test_cancelling_keeps_what_has_come(services: Services, followed: Feed, web: Web) -> None:
    web.put("https://z.example/f", rss(item("z", link="https://z.example/z"), title="Z"))
    services.following.follow("https://z.example/f")
    web.put(FEED, rss(item("c"), item("b"), item("a")))
    token = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            token.cancel()

    with pytest.raises(Cancelled):
        services.polling.refresh(report=stop, token=token)
    assert "Headline c" in headlines(services)


def test_a_feed_removed_takes_its_items_and_leaves_what_was_kept(
    services: Services, followed: Feed
) -> None:
    first, _ = services.sifting.waiting()
    (kept,) = services.sifting.keep([first.id]).kept
    services.following.remove(followed.id)
    assert services.following.feeds() == ()
    assert services.sifting.waiting() == ()
    assert services.reading.article(kept.article_id).title == "Headline b"


def test_settled_items_are_forgotten_once_the_feed_has_dropped_them(
    services: Services, clock: Clock, followed: Feed, web: Web
) -> None:
    services.sifting.dismiss([one.id for one in services.sifting.waiting()])
    web.put(FEED, rss(item("b")))
    clock.pass_(days=90)
    services.polling.refresh()
    web.put(FEED, rss(item("b"), item("a")))
    assert services.polling.refresh().new == 1
    assert headlines(services) == ["Headline a"]


def test_the_library_folder_holds_no_trace_of_another_place(followed: Feed, tmp_path: Path) -> None:
    assert {one.name for one in tmp_path.iterdir()} == {"library"}
