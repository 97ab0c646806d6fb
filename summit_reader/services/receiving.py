"""Putting what a feed brought into the inbox: each item once, and none that is here already."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from summit_reader.domain.feed import FeedContent, FeedItem
from summit_reader.store import articles, inbox
from summit_reader.store.database import Work
from summit_reader.store.inbox import Arrival
from summit_reader.text.fingerprint import canonical_url

REMEMBERED = timedelta(days=60)
"""How long a settled item is remembered after it came, if its feed holds it no more."""


@dataclass(frozen=True, slots=True)
class Received:
    """How many items are new, and how many are in the library already."""

    new: int
    known: int


def receive(work: Work, feed_id: int, content: FeedContent, now: datetime) -> Received:
    """Put the items of a feed that it has not brought before into the inbox.

    An item is known by its key, and by its link where that leads to it alone: some feeds give
    every item the address of their front page.
    """
    links = {item.key: canonical_url(item.imprint.url) for item in content.items}
    shared = Counter(links.values())
    telling = {
        key: link
        for key, link in links.items()
        if shared[link] == 1 and link != canonical_url(content.homepage)
    }
    held = inbox.keys(work, feed_id)
    fresh = [item for item in _once(content.items) if item.key not in held and item.text]
    elsewhere = inbox.addresses(work, [telling.get(item.key, "") for item in fresh])
    arriving = [item for item in fresh if telling.get(item.key, "") not in elsewhere]
    here = _articles_by_address(work) if arriving else {}
    # The last of a feed is its oldest, and what came last is shown first.
    arrivals = [
        Arrival(item, address, here.get(address))
        for item in reversed(arriving)
        for address in (telling.get(item.key, ""),)
    ]
    inbox.add(work, feed_id, arrivals, now)
    inbox.renew(work, feed_id, content.items)
    inbox.forget(work, feed_id, links.keys(), now - REMEMBERED)
    known = sum(arrival.article_id is not None for arrival in arrivals)
    return Received(len(arrivals) - known, known)


def article_at(work: Work, link: str) -> int | None:
    """The article in the library that lies at this address; None if there is none."""
    address = canonical_url(link)
    return _articles_by_address(work).get(address) if address else None


def _once(items: tuple[FeedItem, ...]) -> list[FeedItem]:
    return list({item.key: item for item in reversed(items)}.values())[::-1]


def _articles_by_address(work: Work) -> dict[str, int]:
    found = {canonical_url(url): article_id for article_id, url in articles.urls(work)}
    found.pop("", None)
    return found
