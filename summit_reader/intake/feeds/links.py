"""The feeds that a page names, for readers who know the page's address and not the feed's."""

from __future__ import annotations

from urllib.parse import urljoin

from summit_reader.domain.feed import FeedCandidate
from summit_reader.intake.feeds.fragments import line_of_text
from summit_reader.intake.feeds.parts import web_address
from summit_reader.intake.html_tree import html_tree_of

PAGE_LIMIT = 2_000_000
"""Bytes of a page in which its feeds are looked for."""
MOST_CANDIDATES = 50

_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "application/xml",
        "text/xml",
    }
)


def feeds_named_in(page: bytes, url: str) -> tuple[FeedCandidate, ...]:
    """The feeds that the page found at `url` names in its head, each once, in its order."""
    root = html_tree_of(page[:PAGE_LIMIT])
    if root is None:
        return ()
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    found: dict[str, FeedCandidate] = {}
    for link in root.iter("link"):
        if "alternate" not in (link.get("rel") or "").lower().split():
            continue
        if (link.get("type") or "").partition(";")[0].strip().lower() not in _TYPES:
            continue
        address = web_address(_joined(_joined(url, base or ""), link.get("href") or ""))
        if address and address not in found:
            found[address] = FeedCandidate(address, line_of_text(link.get("title") or ""))
        if len(found) == MOST_CANDIDATES:
            break
    return tuple(found.values())


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""
