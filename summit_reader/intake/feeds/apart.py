"""Feeds read in a process of their own, a portion at a time, where none can hold up or break ours.

What others put into a feed may keep a parser busy for ever; and a long feed that is merely long
must not be taken for one that does.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from summit_reader.domain.article import Imprint
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.feed import FeedContent, FeedItem
from summit_reader.intake.feeds.dates import moment_of
from summit_reader.intake.feeds.feed import MOST_ITEMS, read_feed
from summit_reader.intake.worker import worker

PORTION = 1_000
"""Items that are read at a time."""

_LOG = logging.getLogger(__name__)
_ITEM_ENDS = (b"</item>", b"</entry>")
_ITEM_STARTS = {b"</item>": b"<item", b"</entry>": b"<entry"}


def read_apart(content: bytes, name: str, *, url: str = "", content_type: str = "") -> FeedContent:
    """As `read_feed`, in another process.

    Raises:
        FileProblem: if it is no feed, or cannot be read safely.
    """
    feed: FeedContent | None = None
    for portion in portions_of(content):
        try:
            said = worker().run(feed_task, portion, name, url=url, content_type=content_type)
        except FileProblem:
            if feed is None:
                raise
            _LOG.warning("a portion of a feed could not be read: %s", name)
            continue
        part = _decoded(said)
        feed = part if feed is None else replace(feed, items=feed.items + part.items)
    if feed is None:
        raise FileProblem(name)
    return replace(feed, items=feed.items[:MOST_ITEMS])


def feed_task(content: bytes, url: str, content_type: str) -> dict[str, Any]:
    """What the other process says of a feed, or of a portion of one."""
    feed = read_feed(content, "", url=url, content_type=content_type)
    return {
        "title": feed.title,
        "homepage": feed.homepage,
        "language": feed.language,
        "items": [_encoded(item) for item in feed.items],
    }


def portions_of(content: bytes) -> Iterator[bytes]:
    """The feed, cut into feeds of so many items; none has more than `MOST_ITEMS` in all.

    A feed in an encoding of two or four bytes a letter is left whole.
    """
    end = max(_ITEM_ENDS, key=content.count)
    items = content.count(end)
    first = content.find(_ITEM_STARTS[end])
    if items <= PORTION or first < 0:
        yield content
        return
    head, tail = content[:first], content[content.rfind(end) + len(end) :]
    parts = content[first:].split(end, min(items, MOST_ITEMS))[: min(items, MOST_ITEMS)]
    for start in range(0, len(parts), PORTION):
        yield head + end.join([*parts[start : start + PORTION], tail])


def _encoded(item: FeedItem) -> dict[str, Any]:
    said = item.imprint
    return {
        "key": item.key,
        "text": item.text,
        "raw": item.raw.decode("utf-8"),
        "headline": said.headline,
        "standfirst": said.standfirst,
        "authors": list(said.authors),
        "published": said.published.isoformat() if said.published else "",
        "url": said.url,
        "language": said.language,
        "section": said.section,
    }


def _decoded(said: dict[str, Any]) -> FeedContent:
    return FeedContent(
        title=said["title"],
        homepage=said["homepage"],
        language=said["language"],
        items=tuple(_item(item) for item in said["items"]),
    )


def _item(said: dict[str, Any]) -> FeedItem:
    imprint = Imprint(
        headline=said["headline"],
        standfirst=said["standfirst"],
        authors=tuple(said["authors"]),
        published=moment_of(said["published"]),
        url=said["url"],
        language=said["language"],
        section=said["section"],
    )
    return FeedItem(said["key"], imprint, said["text"], said["raw"].encode())
