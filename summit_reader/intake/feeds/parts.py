"""One item of a feed, put together from its parts whatever form they came in."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from summit_reader.domain.article import Imprint
from summit_reader.domain.feed import FeedItem
from summit_reader.intake.feeds.fragments import (
    line_of_text,
    paragraphs_of_markup,
    paragraphs_of_text,
)
from summit_reader.text.fingerprint import canonical_url

RAW_MEDIA_TYPE = "application/feed+json"
"""The form in which every item is kept, whatever it came in."""
STANDFIRST_LENGTH = 600
"""Characters of a summary that stands above a whole text."""
JSON_FEED = "https://jsonfeed.org/version/1.1"
_ADDRESS_LENGTH = 2_000
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?![A-Za-z])")
_CUT = re.compile(r"[\s.…\[\]()]+$")


@dataclass(frozen=True, slots=True)
class ItemParts:
    """What a feed says of one article, its content and summary as they came.

    They are mark-up unless `content_is_text` or `summary_is_text` say that they are not.
    """

    id: str
    imprint: Imprint
    content: str = ""
    content_is_text: bool = False
    summary: str = ""
    summary_is_text: bool = False


def item_of(parts: ItemParts, number: int) -> FeedItem:
    """The item; `number` is its place in the feed, by which it is known if nothing else tells."""
    body = _paragraphs(parts.content, is_text=parts.content_is_text)
    summary = _paragraphs(parts.summary, is_text=parts.summary_is_text)
    headline = parts.imprint.headline
    standfirst = _standfirst(summary, body)
    paragraphs = [one for one in body or summary if one != headline]
    imprint = replace(parts.imprint, standfirst=standfirst)
    text = "\n\n".join(filter(None, (headline, standfirst, *paragraphs)))
    return FeedItem(
        key=_key(parts, text, number),
        imprint=imprint,
        text=text or imprint.url,  # all it says is where to look
        raw=_raw(parts, standfirst),
    )


def web_address(address: str) -> str:
    """`address` if a browser may be sent there, else nothing.

    >>> web_address(" https://example.org/a "), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    address = line_of_text(address)
    try:
        parts = urlsplit(address)
        found = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return address if found and len(address) <= _ADDRESS_LENGTH else ""


def language_code(tag: str) -> str:
    """The language of a tag like “en-GB”, as two or three small letters; empty if it is none.

    >>> language_code("en-GB"), language_code("English")
    ('en', '')
    """
    match = _LANGUAGE.match(tag.strip())
    return match[1].lower() if match else ""


def _paragraphs(words: str, *, is_text: bool) -> list[str]:
    return paragraphs_of_text(words) if is_text else paragraphs_of_markup(words)


def _standfirst(summary: list[str], body: list[str]) -> str:
    """A summary above a text of its own; one that is the text's beginning, cut, says nothing."""
    said = " ".join(summary)
    if not body or not said or len(said) > STANDFIRST_LENGTH:
        return ""
    beginning = " ".join(" ".join(body).split())[: 2 * STANDFIRST_LENGTH]
    return "" if _CUT.sub("", said) in beginning else said


def _key(parts: ItemParts, text: str, number: int) -> str:
    """What stays the same when the item is read again; long ones are kept by their hash."""
    if parts.id:
        found = f"id {parts.id}"
    elif address := canonical_url(parts.imprint.url):
        found = f"link {address}"
    elif text:
        found = f"text {text}"
    else:
        found = f"number {number}"
    return hashlib.sha256(found.encode("utf-8", "replace")).hexdigest()


def _raw(parts: ItemParts, standfirst: str) -> bytes:
    """The item as a JSON Feed of its own."""
    said = parts.imprint
    is_text = parts.content_is_text if parts.content else parts.summary_is_text
    item = {
        "id": parts.id or said.url,
        "url": said.url,
        "title": said.headline,
        "content_text" if is_text else "content_html": parts.content or parts.summary,
        "summary": standfirst,
        "date_published": said.published.isoformat() if said.published else "",
        "authors": [{"name": name} for name in said.authors],
        "language": said.language,
        "tags": [said.section] if said.section else [],
    }
    filled = {name: value for name, value in item.items() if value}
    feed = {"version": JSON_FEED, "title": said.headline, "items": [filled]}
    return json.dumps(feed, ensure_ascii=False).encode("utf-8", "replace")
