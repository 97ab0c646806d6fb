"""Pages that browsers save whole, as the mail message MHTML: the page is one part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

from summit_reader.domain.article import Hints
from summit_reader.domain.file_errors import BreaksReader, NoArticleFound
from summit_reader.domain.importing import Item
from summit_reader.intake.pages.extraction import extracted
from summit_reader.intake.pages.html import page_article
from summit_reader.intake.worker import UNNAMED, worker

_LOOKED_AT = 4_096
"""Bytes in which the header of a saved page shows what it is."""
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*<?\s*saved by)", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(rb"^(?:received|to|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)


class MhtmlReader:
    """Finds the one article of a page that was saved with all that belongs to it."""

    format = "mhtml"
    media_type = "multipart/related"

    def accepts(self, content: bytes) -> bool:
        """Whether its header is that of a saved page, and not of a message somebody sent."""
        header, _, _ = content[:_LOOKED_AT].replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")
        if _RELATED.search(header) is None:
            return False
        return _SAVED.search(header) is not None or _SENT.search(header) is None

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article of the page.

        Raises:
            FileProblem: if there is none, or the page cannot be read safely.
        """
        found = worker().run(extracted_from_message, content, name, url=hints.url)
        yield page_article(name, content, self.media_type, hints, found)


def extracted_from_message(content: bytes, url: str = "") -> dict[str, Any]:
    """What `extracted` tells of the page in a message.

    Raises:
        NoArticleFound: if no part of it is a page, or the page holds no article.
        PageTooLarge: if there is more of it than can be read.
        BreaksReader: if its parts lie too deep in each other.
    """
    try:
        message = message_from_bytes(content)
        page = next((part for part in message.walk() if _is_page(part)), None)
    except RecursionError as error:
        raise BreaksReader(UNNAMED) from error
    body = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(body, bytes):
        raise NoArticleFound(UNNAMED)
    place = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    charset = page.get_content_charset() or ""
    return extracted(body, charset, url or (place if place.startswith("http") else ""))


def _is_page(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
