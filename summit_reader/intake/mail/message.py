"""One message: its text as an article or several, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
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
from summit_reader.intake.mail.headers import decoded_words, imprint_of
from summit_reader.intake.parts import read_part
from summit_reader.intake.protocol import Within

MOST_PARTS = 500
"""Parts of a message; those that mail programs send have a dozen."""
DEEPEST = 20
"""Parts within parts of a message."""

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
_READABLE = re.compile(
    r"(?:text/(?:html|markdown|csv)|message/rfc822|application/(?:pdf|zip|json|epub\+zip|rss\+xml"
    r"|x-(?:zip-compressed|pdf)|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml"
    r"\.document|vnd\.oasis\.opendocument\.text))$"
)
_WRAPPED = 60
_SHARE = 0.6
_SKIPPED_NAMES = re.compile(
    r"\.(?:ics|vcf|p7s|p7m|asc|sig|png|jpe?g|gif|webp|svg|bmp|tiff?|heic|mp3|mp4|m4a|wav|mov|avi"
    r"|exe|dll|js|css|xlsx?|pptx?|doc)$",
    re.IGNORECASE,
)


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
            parts = list(_parts(message))
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
            # The library's parser recurses, and trips over what it does not expect.
            raise DamagedFile(name) from error
        imprint = imprint_of(message)
        markup, plain, attached = _sorted(parts)
        found = False
        for article in _articles(name, content, hints, imprint, markup, plain):
            found = True
            yield article
        for number, part in enumerate(attached, 1):
            label = _file_name(part) or f"part {number}"
            for item in read_part(self._within, _payload(part), f"{name}/{label}", hints):
                found = True
                yield item
        if not found:
            raise EmptyFile(name)


def _parts(message: Message[str, str]) -> Iterator[Message[str, str]]:
    """The parts that hold something, in order; of alternatives all, of attached messages the whole.

    Raises:
        RecursionError: if they are nested too deep, as the library's own walk would.
    """
    waiting: list[tuple[Message[str, str], int]] = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if depth > DEEPEST or count > MOST_PARTS:
            raise RecursionError
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list) and _kind(part) != "message/rfc822":
            waiting.extend(
                (one, depth + 1)
                for one in reversed(inner)
                if isinstance(one, Message)
                if hasattr(one, "is_multipart")
            )
        else:
            yield part


def _kind(part: Message[str, str]) -> str:
    try:
        return part.get_content_type()
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return "application/octet-stream"


def _file_name(part: Message[str, str]) -> str:
    """What an attachment is called, without any folder; empty if it has no name."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""
    return " ".join(re.split(r"[\\/]", decoded_words(name))[-1].split())[:200]


def _is_attachment(part: Message[str, str]) -> bool:
    stated = str(dict(part.raw_items()).get("Content-Disposition", ""))
    return stated.strip().lower().startswith("attachment") or bool(_file_name(part))


def _sorted(
    parts: list[Message[str, str]],
) -> tuple[list[Message[str, str]], list[Message[str, str]], list[Message[str, str]]]:
    """The parts of mark-up and of plain text that make up the body, and those attached to it."""
    markup: list[Message[str, str]] = []
    plain: list[Message[str, str]] = []
    attached: list[Message[str, str]] = []
    for part in parts:
        kind = _kind(part)
        if kind in {"text/html", "text/plain"} and not _is_attachment(part):
            (markup if kind == "text/html" else plain).append(part)
        elif kind == "message/rfc822" or (
            (_READABLE.match(kind) or (_is_attachment(part) and kind.startswith("text/")))
            and not _SKIPPED_NAMES.search(_file_name(part))
        ):
            attached.append(part)
    return markup, plain, attached


def _payload(part: Message[str, str]) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    if _kind(part) == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            try:
                return bytes(inner[0].as_bytes())
            except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
                return b""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""
    return content if isinstance(content, bytes) else b""


def _charset(part: Message[str, str]) -> str:
    try:
        return part.get_content_charset() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""


def _articles(
    name: str,
    content: bytes,
    hints: Hints,
    imprint: Imprint,
    markup: list[Message[str, str]],
    plain: list[Message[str, str]],
) -> Iterator[RawArticle]:
    """The body as one article, or as the several that it is a digest of."""
    blocks = tuple(block for part in markup for block in _blocks(part))
    stories = stories_in(blocks)
    for number, story in enumerate(stories, 1):
        headline = story.headline or imprint.headline
        yield RawArticle(
            f"{name}#{number}",
            b"\n".join(map(_payload, markup)),
            "text/html",
            composed(story.paragraphs, headline),
            hints,
            replace(imprint, headline=headline, url=_address(story.url)),
        )
    if stories:
        return
    text = composed((block.printed for block in blocks), imprint.headline)
    if not text:
        texts = (text_of(_payload(part), _charset(part)) for part in plain)
        text = composed((one for each in texts for one in _paragraphs(each)), imprint.headline)
    if text:
        yield RawArticle(name, content, MessageReader.media_type, text, hints, imprint)


def _blocks(part: Message[str, str]) -> tuple[Block, ...]:
    content = _payload(part)
    declared = _DECLARED.search(content[:4_096])
    return blocks_of(
        text_of(content, _charset(part) or (declared[1].decode("ascii") if declared else ""))
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
