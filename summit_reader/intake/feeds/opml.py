"""Lists of feeds (OPML), read from others and written for them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from summit_reader.domain.feed import ListedFeed
from summit_reader.domain.fetch_errors import NoFeedList
from summit_reader.intake.feeds.fragments import line_of_text
from summit_reader.intake.feeds.parts import web_address
from summit_reader.intake.xml_root import root_of

MOST_FEEDS = 10_000
"""Feeds that are read of one list."""
_DEEPEST = 12

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([A-Za-z0-9._-]{2,40})""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def is_opml(content: bytes) -> bool:
    """Whether these bytes begin as an OPML file does."""
    return root_of(content).name == "opml"


def feeds_listed_in(content: bytes, name: str) -> tuple[ListedFeed, ...]:
    """The feeds of a list, each once, in its order; `name` only names it in errors.

    Raises:
        NoFeedList: if it is none, or names no feed.
    """
    import listparser  # noqa: PLC0415 - a start would wait for it

    if not is_opml(content):
        raise NoFeedList(name)
    # As references to characters: what reads it next has no encoding to guess. Given a string, it
    # would take one that begins like an address for one, and ask there.
    text = _decoded(content).encode("ascii", "xmlcharrefreplace")
    try:
        harvest = listparser.parse(text)
    except Exception as error:
        raise NoFeedList(name) from error
    found = {}
    for feed in harvest["feeds"][:MOST_FEEDS]:
        url = web_address(_web(str(feed.get("url") or "")))
        if url and url not in found:
            title = line_of_text(str(feed.get("title") or ""))
            found[url] = ListedFeed(url, title, _folders(feed.get("categories")))
    if not found:
        raise NoFeedList(name)
    return tuple(found.values())


def opml_of(feeds: Iterable[ListedFeed], title: str) -> bytes:
    """The feeds as an OPML 2.0 file, in the folders they lie in."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{_element(title)}</title>",
        "  </head>",
        "  <body>",
        *_outlines(list(feeds), ()),
        "  </body>",
        "</opml>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _outlines(feeds: list[ListedFeed], folder: tuple[str, ...]) -> Iterator[str]:
    """What lies in `folder`: its folders and feeds in the order in which they come."""
    depth, done = len(folder), set()
    indent = "  " * (depth + 2)
    for feed in feeds:
        if feed.folders[:depth] != folder:
            continue
        if len(feed.folders) == depth:
            yield f"{indent}<outline {_attributes(feed)}/>"
        elif (name := feed.folders[depth]) not in done:
            done.add(name)
            yield f"{indent}<outline text={_attribute(name)}>"
            yield from _outlines(feeds, (*folder, name))
            yield f"{indent}</outline>"


def _attributes(feed: ListedFeed) -> str:
    title = feed.title or feed.url
    said = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url}
    if feed.homepage:
        said["htmlUrl"] = feed.homepage
    return " ".join(f"{name}={_attribute(value)}" for name, value in said.items())


def _attribute(value: str) -> str:
    return quoteattr(line_of_text(value))


def _element(value: str) -> str:
    return line_of_text(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    declared = _DECLARED.match(content.lstrip())
    for encoding in (declared[1].decode("ascii") if declared else "", "utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except (LookupError, ValueError):
            continue
    return content.decode("latin-1")


def _web(address: str) -> str:
    """Browsers once handed feeds on under a scheme of their own."""
    scheme, colon, rest = address.partition(":")
    if scheme.lower() != "feed" or not colon:
        return address
    return f"http:{rest}" if rest.startswith("//") else rest


def _folders(categories: object) -> tuple[str, ...]:
    """The folders a feed lies in; what stands in the list's own tree comes last."""
    if not isinstance(categories, list) or not categories:
        return ()
    names = (line_of_text(str(name)) for name in categories[-1][:_DEEPEST])
    return tuple(filter(None, names))
