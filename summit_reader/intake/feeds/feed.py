"""Feeds of every kind as items: RSS, RDF, Atom and CDF through feedparser, JSON Feed by ourselves.

feedparser opens files and addresses when it is given a string; it gets a stream of bytes, always.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from summit_reader.domain.article import Imprint
from summit_reader.domain.feed import FeedContent
from summit_reader.domain.fetch_errors import NoFeed
from summit_reader.intake.feeds import json_feed
from summit_reader.intake.feeds.dates import moment_of
from summit_reader.intake.feeds.fragments import line_of_markup, line_of_text
from summit_reader.intake.feeds.parts import (
    ItemParts,
    item_of,
    language_code,
    web_address,
)
from summit_reader.intake.xml_root import root_of

MOST_ITEMS = 50_000
"""Items that are read of one feed; the others are left out."""

_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_RSS_IN_RDF = (b"purl.org/rss/1.0", b"rdf/simple/0.9", b"purl.org/net/rss1.1")
_ATOM = b"w3.org/2005/Atom"


def is_feed(content: bytes) -> bool:
    """Whether these bytes begin as a feed does; cheap, and never an error."""
    if json_feed.is_json_feed(content):
        return True
    root = root_of(content)
    if root.name == "rdf":
        return any(mark in root.head for mark in _RSS_IN_RDF)
    if root.name == "entry":
        return _ATOM in root.head
    return root.name in _ROOTS


def read_feed(content: bytes, name: str, *, url: str = "", content_type: str = "") -> FeedContent:
    """The feed in `content`, ill-formed or not; `name` only names it in errors.

    Relative links are completed from `url`, where the feed was found, and `content_type` is what
    the server said of it.

    Raises:
        NoFeed: if it is none.
    """
    if json_feed.is_json_feed(content):
        try:
            return json_feed.read(content, url, MOST_ITEMS)
        except json_feed.BrokenFeed as error:
            raise NoFeed(name) from error
    parsed = _parsed(content, url, content_type)
    entries = parsed.get("entries") or []
    if not entries and not (parsed.get("version") or is_feed(content)):
        raise NoFeed(name)
    about = parsed.get("feed") or {}
    language = language_code(_string(about, "language"))
    items = (item_of(_parts(entry, language), number) for number, entry in enumerate(entries))
    return FeedContent(
        title=_line(about, "title"),
        homepage=web_address(_string(about, "link")),
        language=language,
        items=tuple(islice(items, MOST_ITEMS)),
    )


def _parsed(content: bytes, url: str, content_type: str) -> dict[str, Any]:
    import feedparser  # noqa: PLC0415 - a start would wait for it

    headers = {"content-location": url} if url else {}
    if content_type:
        headers["content-type"] = content_type
    try:
        # Its cleaning of mark-up is left out: we keep no mark-up, and it is dear.
        found: dict[str, Any] = feedparser.parse(
            BytesIO(content),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # noqa: BLE001 - whatever hostile bytes make it raise, it is then no feed
        return {}
    return found


def _parts(entry: dict[str, Any], language: str) -> ItemParts:
    contents = [one for one in entry.get("content") or () if one.get("value")]
    content: dict[str, Any] = max(contents, key=lambda one: len(str(one["value"])), default={})
    summary = _string(entry, "summary")
    return ItemParts(
        id=_string(entry, "id"),
        imprint=Imprint(
            headline=_line(entry, "title"),
            authors=tuple(_authors(entry)),
            published=_published(entry),
            url=_link(entry),
            language=language_code(str(content.get("language") or "")) or language,
            section=_section(entry),
        ),
        content=str(content.get("value") or ""),
        content_is_text=content.get("type") == "text/plain",
        summary="" if summary == content.get("value") else summary,
        summary_is_text=_is_text(entry, "summary"),
    )


def _link(entry: dict[str, Any]) -> str:
    """Where the article is; a link through a counting service gives way to the one behind it."""
    links = (
        _string(entry, "feedburner_origlink"),
        _string(entry, "link"),
        *(str(one.get("href") or "") for one in entry.get("links") or ()),
    )
    return next(filter(None, map(web_address, links)), "")


def _published(entry: dict[str, Any]) -> Any:  # noqa: ANN401 - a moment of any kind
    for field in ("published", "created", "updated"):
        # Not `get`: feedparser would answer with another date for one that is missing.
        if printed := dict.get(entry, field):
            moment = moment_of(str(printed), dict.get(entry, f"{field}_parsed"))
            if moment is not None:
                return moment
    return None


def _authors(entry: dict[str, Any]) -> Iterator[str]:
    named = [one.get("name") for one in entry.get("authors") or ()] or [entry.get("author")]
    for name in named:
        line = line_of_text(str(name or ""))
        if line and "@" not in line:
            yield line


def _section(entry: dict[str, Any]) -> str:
    tags = (line_of_text(str(tag.get("term") or "")) for tag in entry.get("tags") or ())
    return next(filter(None, tags), "")


def _line(part: dict[str, Any], field: str) -> str:
    said = _string(part, field)
    return line_of_text(said) if _is_text(part, field) else line_of_markup(said)


def _is_text(part: dict[str, Any], field: str) -> bool:
    return bool((part.get(f"{field}_detail") or {}).get("type") == "text/plain")


def _string(part: dict[str, Any], field: str) -> str:
    found = part.get(field)
    return found if isinstance(found, str) else ""
