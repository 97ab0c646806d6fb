"""Web pages as browsers and SingleFile save them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.importing import Item
from summit_reader.intake.dates import moment_in
from summit_reader.intake.pages.extraction import extracted
from summit_reader.intake.worker import worker

_LOOKED_AT = 4_096
"""Bytes in which a page shows that it is one."""
_OPENS = re.compile(
    rb"<(?:!doctype\s+html|html|head|title|meta|link|base|script|style|body|div|main|article|section"
    rb"|header|h[1-6]|table|p|a|font|b|i|br|ul|ol|span|center|iframe)\b",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(rb"<!doctype\s+html", re.IGNORECASE)
_FEED_OR_BOOK = re.compile(rb"<(?:rss|feed|opml|rdf:rdf|package)[\s>]", re.IGNORECASE)
_STANDFIRST_REACH = 2
_ALIKE = 60


class HtmlReader:
    """Finds the one article of a page, in the worker."""

    format = "html"
    media_type = "text/html"

    def accepts(self, content: bytes) -> bool:
        """Whether it begins as pages do, comments and declarations aside."""
        # Without NULs, UTF-16 mark-up reads as ASCII.
        head = content[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
        while head.startswith((b"<!--", b"<?")):
            _, _, head = head.partition(b"-->" if head.startswith(b"<!--") else b">")
            head = head.lstrip()
        if _FEED_OR_BOOK.match(head):
            return False
        return bool(_OPENS.match(head) or _DOCTYPE.search(head))

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article of the page.

        Raises:
            FileProblem: if there is none, or the page cannot be read safely.
        """
        found = worker().run(
            extracted, content, name, charset=hints.charset, url=hints.url or _address(name)
        )
        yield page_article(name, content, self.media_type, hints, found)


def _address(name: str) -> str:
    """The address that a fetched page came under; none for a file."""
    return name if name.startswith(("http://", "https://")) else ""


def page_article(
    name: str, content: bytes, media_type: str, hints: Hints, found: dict[str, Any]
) -> RawArticle:
    """The article of which `found` is what `extracted` told, its headline first."""
    headline, body = found["headline"], _without(found["headline"], found["paragraphs"])
    described = _key(found["description"])
    standfirst = next(
        (one for one in body[:1] if described and _key(one)[:_ALIKE] == described[:_ALIKE]), ""
    )
    imprint = Imprint(
        outlet=found["outlet"],
        headline=headline,
        standfirst=standfirst,
        authors=tuple(found["authors"]),
        house=found["house"],
        published=moment_in(found["published"]),
        url=found["url"],
        language=found["language"],
        section=found["section"],
        paywalled=found["paywalled"],
    )
    source = "\n\n".join([headline, *body] if headline else body)
    return RawArticle(name, content, media_type, source, hints, imprint)


def _without(headline: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs, a copy of the headline at their beginning left out."""
    first = next(iter(paragraphs), "")
    return paragraphs[1:] if headline and _key(first) == _key(headline) else paragraphs


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
