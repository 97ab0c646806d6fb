"""JSON Feed: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from summit_reader.domain.article import Imprint
from summit_reader.domain.feed import FeedContent
from summit_reader.intake.feeds.dates import moment_of
from summit_reader.intake.feeds.fragments import line_of_text
from summit_reader.intake.feeds.parts import ItemParts, item_of, language_code, web_address

_HEAD = 65_536
_MARK = b"jsonfeed.org/version/"


class BrokenFeed(ValueError):
    """It says that it is a JSON Feed and is none."""


def is_json_feed(content: bytes) -> bool:
    """Whether these bytes begin as a JSON Feed does."""
    head = content[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"{") and _MARK in head.replace(b"\\/", b"/")


def read(content: bytes, url: str, most: int) -> FeedContent:
    """The feed in `content`, which was found at `url`; at most `most` of its items.

    Raises:
        BrokenFeed: if it cannot be read.
    """
    try:
        feed = json.loads(content.lstrip(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise BrokenFeed from error
    if not isinstance(feed, dict):
        raise BrokenFeed
    language = language_code(_string(feed, "language"))
    entries = (one for one in _list(feed, "items") if isinstance(one, dict))
    parts = (_parts(entry, feed, url, language) for entry in islice(entries, most))
    return FeedContent(
        title=line_of_text(_string(feed, "title")),
        homepage=web_address(_joined(url, _string(feed, "home_page_url"))),
        language=language,
        items=tuple(item_of(one, number) for number, one in enumerate(parts)),
    )


def _parts(entry: Mapping[str, Any], feed: Mapping[str, Any], url: str, language: str) -> ItemParts:
    markup, text = _string(entry, "content_html"), _string(entry, "content_text")
    link = _string(entry, "url") or _string(entry, "external_url")
    tags = (line_of_text(tag) for tag in _list(entry, "tags") if isinstance(tag, str))
    return ItemParts(
        id=_identity(entry.get("id")),
        imprint=Imprint(
            headline=line_of_text(_string(entry, "title")),
            authors=tuple(_authors(entry)) or tuple(_authors(feed)),
            published=moment_of(_string(entry, "date_published"))
            or moment_of(_string(entry, "date_modified")),
            url=web_address(_joined(url, link)) if link else "",
            language=language_code(_string(entry, "language")) or language,
            section=next(filter(None, tags), ""),
        ),
        content=markup or text,
        content_is_text=not markup,
        summary=_string(entry, "summary"),
        summary_is_text=True,
    )


def _authors(part: Mapping[str, Any]) -> Iterator[str]:
    for author in (*_list(part, "authors"), part.get("author")):
        if isinstance(author, dict) and (name := line_of_text(_string(author, "name"))):
            yield name


def _identity(found: object) -> str:
    """The id as text; numbers are put up with, as the format asks readers to do."""
    return str(found) if isinstance(found, str | int | float) else ""


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _string(part: Mapping[str, Any], field: str) -> str:
    found = part.get(field)
    return found if isinstance(found, str) else ""


def _list(part: Mapping[str, Any], field: str) -> list[Any]:
    found = part.get(field)
    return found if isinstance(found, list) else []
