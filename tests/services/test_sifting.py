"""What is kept of the inbox, with which provenance, and how that is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import Hints
from summit_reader.domain.feed import Feed, FeedOutcome, InboxItem
from summit_reader.domain.fetch_errors import NoPage, PageSaysLess, RefusedByServer
from summit_reader.domain.file_errors import NoArticleFound
from summit_reader.index.memory import MemoryIndex
from summit_reader.intake.worker import worker
from tests.services.conftest import Web

FEED = "https://news.example/feed"
ARTICLE = "https://news.example/harbour"
QUOTED = "“We will close the harbour for good,” said Ada Byrne, the mayor of the town."
RSS = f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Evening News</title><link>https://news.example/</link>
<item><guid>1</guid><title>Harbour to close</title><link>{ARTICLE}</link>
<dc:creator>Jo Roe</dc:creator><pubDate>Thu, 04 Mar 2021 23:30:00 -0500</pubDate>
<description>&lt;p&gt;{QUOTED}&lt;/p&gt;&lt;p&gt;Nobody will pay.&lt;/p&gt;</description></item>
<item><guid isPermaLink="false">2</guid><title>Quay sold</title>
<description>The quay was sold on Monday to a firm from the capital.</description></item>
</channel></rss>"""
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour to close</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Harbour to close</h1>
{
    "".join(
        f"<p>{sentence}</p>"
        for sentence in (
            "The council met in a crowded hall on Monday evening to talk about the old harbour.",
            QUOTED,
            "Fishermen left the hall before the vote was taken, and many said nothing at all.",
            "The council will meet again in June, when the money for the quay has to be found.",
        )
    )
}</article></body></html>"""


@pytest.fixture(scope="module", autouse=True)
def _ended() -> Iterator[None]:
    yield
    worker().close()


@pytest.fixture
def feed(services: Services, web: Web) -> Feed:
    web.put(FEED, RSS)
    outcome = services.following.follow(FEED)
    assert isinstance(outcome, FeedOutcome)
    web.asked.clear()
    return outcome.feed


@pytest.fixture
def harbour(services: Services, feed: Feed) -> InboxItem:
    return services.sifting.waiting()[0]


@pytest.fixture
def quay(services: Services, feed: Feed) -> InboxItem:
    return services.sifting.waiting()[1]


def test_a_preview_shows_the_takes_and_stores_nothing(
    services: Services, harbour: InboxItem
) -> None:
    draft = services.sifting.preview(harbour.id)
    assert draft.metadata.outlet.name == "Evening News"
    assert [take.chain[0].name for take in draft.takes] == ["Ada Byrne"]
    assert services.reading.summary().texts == 0


def test_an_article_says_whose_it_is_when_and_where_it_came_from(
    services: Services, harbour: InboxItem
) -> None:
    (kept,) = services.sifting.keep([harbour.id]).kept
    article = services.reading.article(kept.article_id)
    said = article.metadata
    assert (said.outlet.name, said.headline, said.byline) == (
        "Evening News", "Harbour to close", "Jo Roe",
    )  # fmt: skip
    # The day where it was published, though it was the fifth in Greenwich by then.
    assert (said.published, said.url) == (date(2021, 3, 4), ARTICLE)
    assert (kept.takes, kept.added) == (1, True)


def test_the_outlet_at_an_address_outranks_the_feed(
    services: Services, web: Web, feed: Feed
) -> None:
    services.following.set_outlet(feed.id, "  Tide   Online ")
    (first, *_) = services.sifting.waiting()
    assert services.sifting.preview(first.id).metadata.outlet.name == "The Tide"


def test_kept_and_dismissed_items_wait_no_longer_and_do_not_come_again(
    services: Services, harbour: InboxItem, quay: InboxItem
) -> None:
    services.sifting.keep([harbour.id])
    services.sifting.dismiss([quay.id])
    assert services.sifting.waiting() == ()
    assert services.polling.refresh().new == 0


def test_keeping_is_taken_back_whole(
    services: Services, index: MemoryIndex, harbour: InboxItem, quay: InboxItem
) -> None:
    report = services.sifting.keep([harbour.id, quay.id])
    assert services.reading.summary().texts == 2
    services.sifting.take_back(report)
    assert services.reading.summary().texts == 0
    assert [one.id for one in services.sifting.waiting()] == [harbour.id, quay.id]
    assert services.upkeep.is_up_to_date()


def test_taking_back_leaves_alone_what_was_there_before(
    services: Services, harbour: InboxItem, quay: InboxItem
) -> None:
    first = services.sifting.keep([harbour.id])
    again = services.sifting.keep([harbour.id])
    assert [one.added for one in again.kept] == [False]
    services.sifting.take_back(again)
    assert services.reading.summary().texts == 1
    services.sifting.take_back(first)
    services.sifting.take_back(first)
    assert services.reading.summary().texts == 0


def test_dismissing_is_taken_back(services: Services, harbour: InboxItem, quay: InboxItem) -> None:
    before = services.sifting.dismiss([harbour.id, quay.id])
    services.sifting.bring_back([one.id for one in before])
    assert services.sifting.waiting() == before


def test_the_page_is_fetched_only_when_asked_for(
    services: Services, web: Web, harbour: InboxItem
) -> None:
    web.put(ARTICLE, PAGE, content_type="text/html; charset=utf-8")
    services.sifting.preview(harbour.id)
    assert web.asked == []
    draft = services.sifting.full_text(harbour.id)
    assert "crowded hall" in draft.raw.source_text
    assert draft.metadata.byline == "Jo Roe"
    (kept,) = services.sifting.keep([harbour.id], full_text=True).kept
    assert len(web.asked) == 1
    assert "crowded hall" in services.reading.article(kept.article_id).cleaned.text


def test_a_feed_can_be_set_to_fetch_the_pages_of_what_is_kept(
    services: Services, web: Web, feed: Feed, harbour: InboxItem, quay: InboxItem
) -> None:
    web.put(ARTICLE, PAGE, content_type="text/html")
    services.following.set_full_text(feed.id, full_text=True)
    services.polling.refresh()
    assert ARTICLE not in [url for url, *_ in web.asked]
    first, second = services.sifting.keep([harbour.id, quay.id]).kept
    assert "crowded hall" in services.reading.article(first.article_id).cleaned.text
    assert (first.full_text, isinstance(second.full_text, NoPage)) == (None, True)


@pytest.mark.parametrize(
    ("page", "status", "problems"),
    [
        ("", 403, (RefusedByServer,)),
        ("<html><p>Subscribe now.</p>", 200, (NoArticleFound, PageSaysLess)),
    ],
)
def test_where_the_page_brings_nothing_the_feeds_own_text_is_kept(
    services: Services,
    web: Web,
    harbour: InboxItem,
    page: str,
    status: int,
    problems: tuple[type[Exception], ...],
) -> None:
    web.put(ARTICLE, page, status=status)
    (kept,) = services.sifting.keep([harbour.id], full_text=True).kept
    assert isinstance(kept.full_text, problems)
    assert "Nobody will pay" in services.reading.article(kept.article_id).cleaned.text


def test_an_article_that_came_otherwise_meanwhile_is_not_doubled(
    services: Services, harbour: InboxItem
) -> None:
    text, hints = "Harbour to close\n\nThe harbour will close.", Hints(url=ARTICLE)
    (imported,) = services.importing.import_text(text, "harbour.txt", hints).imported
    (kept,) = services.sifting.keep([harbour.id]).kept
    assert (kept.added, kept.article_id) == (False, imported.article_id)
    assert services.reading.summary().texts == 1


def test_items_that_are_gone_are_passed_over(services: Services, feed: Feed) -> None:
    services.following.remove(feed.id)
    assert services.sifting.keep([1, 2]).kept == ()
