from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.fetch_errors import NoFeed
from summit_reader.intake.feeds.apart import PORTION, portions_of, read_apart
from summit_reader.intake.feeds.feed import MOST_ITEMS, read_feed
from summit_reader.intake.worker import worker

ITEM = "<item><guid>{0}</guid><title>One &amp; {0}</title><pubDate>{1}</pubDate></item>"


def feed_of(count: int) -> bytes:
    dated = "Thu, 04 Mar 2021 18:30:00 +0900"
    items = "".join(ITEM.format(number, dated) for number in range(count))
    return f"<rss version='2.0'><channel><title>Long</title>{items}</channel></rss>".encode()


@pytest.fixture(scope="module", autouse=True)
def _ended() -> Iterator[None]:
    yield
    worker().close()


def test_the_other_process_reads_what_this_one_would() -> None:
    content = feed_of(3)
    assert read_apart(content, "long.xml") == read_feed(content, "long.xml")


def test_a_long_feed_is_read_in_portions_and_loses_nothing() -> None:
    found = read_apart(feed_of(2 * PORTION + 5), "long.xml")
    assert found.title == "Long"
    assert [item.imprint.headline for item in found.items] == [
        f"One & {number}" for number in range(2 * PORTION + 5)
    ]


def test_what_is_no_feed_is_said_by_name() -> None:
    with pytest.raises(NoFeed, match=r"page\.html"):
        read_apart(b"<html></html>", "page.html")


def test_items_beyond_the_limit_are_left_out() -> None:
    content = b"<rss><channel>" + b"<item></item>" * (MOST_ITEMS + 1_500) + b"</channel></rss>"
    kept = list(portions_of(content))
    assert sum(portion.count(b"</item>") for portion in kept) == MOST_ITEMS
    assert all(portion.endswith(b"</item></channel></rss>") for portion in kept)


@given(st.integers(0, 20), st.sampled_from([b"</item>", b"</entry>", b"<item", b""]))
def test_a_feed_of_few_items_stays_whole(count: int, junk: bytes) -> None:
    content = junk + feed_of(count) + junk
    assert list(portions_of(content)) == [content]
