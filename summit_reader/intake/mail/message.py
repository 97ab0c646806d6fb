"""One message: its text as an article or several, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import compat32
from urllib.parse import parse_qs, urlsplit

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.errors import EmptyFile
from summit_reader.domain.file_errors import DamagedFile
from summit_reader.domain.importing import Item
from summit_reader.intake.blocks import Block, blocks_of
from summit_reader.intake.composing import composed
from summit_reader.intake.encodings import text_of
from summit_reader.intake.mail.digest import stories_in
from summit_reader.intake.mail.headers import imprint_of
from summit_reader.intake.mail.mime import (
    Part,
    Parts,
    charset,
    file_name,
    parts_of,
    payload,
    sorted_parts,
)
from summit_reader.intake.parts import read_part
from summit_reader.intake.protocol import Within

_HEAD = 16_384
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_KNOWN = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type"
    rb"|delivered-to|reply-to|sender|list-id|list-unsubscribe|dkim-signature|x-[\w-]{1,40}):",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_KNOWN = 2
_SAVED_PAGE = re.compile(
    rb"^(?:snapshot-content-location:|content-location:)", re.IGNORECASE | re.MULTILINE
)
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s{0,3}=\s{0,3}["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_WRAPPED = 60
_SHARE = 0.6


class MessageReader:
    """The articles of a saved message."""

    format = "eml"
    media_type = "message/rfc822"

    def __init__(self, within: Within) -> None:
        self._within = within

    def accepts(self, content: bytes) -> bool:
        """Whether it begins with headers of which at least two are those of mail."""
        head = content[:_HEAD].replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf\n")
        head = head.partition(b"\n\n")[0]
        if not _FIELD.match(head):
            return False
        if _SAVED_PAGE.search(head) and b"subject" not in head.lower():
            return False
        return len({found.lower() for found in _KNOWN.findall(head)}) >= _FEWEST_KNOWN

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article in the text of the message or its several, then what is attached.

        Raises:
            EmptyFile: if there is no text and nothing attached that can be read.
            DamagedFile: if its parts are nested beyond reading.
        """
        try:
            # The newer policies parse each header of each part, at a cost that is easily abused.
            message = message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"), policy=compat32)
            parts = list(parts_of(message))
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
            # The library's parser recurses, and trips over what it does not expect.
            raise DamagedFile(name) from error
        imprint = imprint_of(message)
        body = sorted_parts(parts)
        found = False
        for article in _articles(name, content, hints, imprint, body):
            found = True
            yield article
        for number, part in enumerate(body.attached, 1):
            label = file_name(part) or f"part {number}"
            for item in read_part(self._within, payload(part), f"{name}/{label}", hints):
                found = True
                yield item
        if not found:
            raise EmptyFile(name)


def _articles(
    name: str, content: bytes, hints: Hints, imprint: Imprint, body: Parts
) -> Iterator[RawArticle]:
    """The body as one article, or as the several that it is a digest of."""
    blocks = tuple(block for part in body.markup for block in _blocks(part))
    stories = stories_in(blocks)
    for number, story in enumerate(stories, 1):
        headline = story.headline or imprint.headline
        yield RawArticle(
            f"{name}#{number}",
            b"\n".join(map(payload, body.markup)),
            "text/html",
            composed(story.paragraphs, headline),
            hints,
            replace(imprint, headline=headline, url=_address(story.url)),
        )
    if stories:
        return
    text = composed((block.printed for block in blocks), imprint.headline)
    if not text:
        texts = (text_of(payload(part), charset(part)) for part in body.plain)
        text = composed((one for each in texts for one in _paragraphs(each)), imprint.headline)
    if text:
        yield RawArticle(name, content, MessageReader.media_type, text, hints, imprint)


def _blocks(part: Part) -> tuple[Block, ...]:
    content = payload(part)
    declared = _DECLARED.search(content[:4_096])
    return blocks_of(
        text_of(content, charset(part) or (declared[1].decode("ascii") if declared else ""))
    )


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of plain text, lines broken by the mail program joined (RFC 3676)."""
    for paragraph in re.split(r"\n[ \t]*\n", text.replace(" \n", " ")):
        lines = [line.lstrip("> ").rstrip() for line in paragraph.split("\n")]
        longest = max((len(line) for line in lines), default=0)
        # Lines that are all about as long were one; a short list stays a list.
        wrapped = (
            len(lines) > 1
            and longest >= _WRAPPED
            and all(len(line) > _SHARE * longest for line in lines[:-1])
        )
        yield (" " if wrapped else "\n").join(lines)


def _address(url: str) -> str:
    """Where a link leads: newsletters wrap addresses into those that count who follows them."""
    try:
        query = parse_qs(urlsplit(url).query)
    except ValueError:
        return ""
    wrapped = (value for values in query.values() for value in values)
    return next((one for one in wrapped if one.startswith(("http://", "https://"))), url)[:2_000]
