"""What the headers of a message state: sender, subject, date, whether it went to many."""

from __future__ import annotations

import re
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from summit_reader.domain.article import Imprint
from summit_reader.intake.composing import headline_of, line_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.encodings import text_of
from summit_reader.intake.language_tags import language_of

_LONGEST = 4_000
_LONGEST_SENDER = 500
_OF_MANY = ("list-unsubscribe", "list-id", "list-post", "list-unsubscribe-post", "feedback-id")
_OF_HOUSES = frozenset((
    "news", "newsletter", "newsletters", "noreply", "no-reply", "info", "hello", "editor",
    "editors", "briefing", "daily", "morning", "updates", "redaktion", "redaction", "contact",
    "digest", "alerts", "nl", "email", "mail", "reply",
))  # fmt: skip
"""What stands before the @ where a house and no person writes."""
_FORWARDED = re.compile(
    r"(?:(?:re|fwd?|fw|aw|wg|tr|i|rv|odp|antw)(?:\[\d{1,3}\])?\s?:\s*){1,9}", re.IGNORECASE
)


def header(message: Message[str, str], name: str) -> str:
    """The words of a header on one line, encoded words read; empty if there is none."""
    raw = (str(value) for key, value in message.raw_items() if key.lower() == name)
    return decoded_words(next(raw, ""))


def decoded_words(raw: str) -> str:
    """A header as it is spelled, on one line, its encoded words and unencoded bytes read."""
    raw = raw[:_LONGEST]
    if not raw:
        return ""
    try:
        parts = decode_header(raw.encode("ascii", "surrogateescape").decode("latin-1"))
    except (HeaderParseError, MessageError, ValueError, LookupError):
        parts = [(raw, None)]
    words = [
        text_of(part, charset or "")
        if isinstance(part, bytes)
        else text_of(part.encode("latin-1", "replace"))
        for part, charset in parts
    ]
    return line_of("".join(words))


def _sender(stated: str) -> tuple[str, str]:
    try:
        return parseaddr(stated[:_LONGEST_SENDER])
    except (RecursionError, ValueError, IndexError):
        return "", ""  # brackets in brackets


def imprint_of(message: Message[str, str]) -> Imprint:
    """What the headers state of the message as an article.

    The sender of a newsletter is its outlet; the sender of a letter is its author.
    """
    named, address = _sender(header(message, "from"))
    sender = line_of(named).strip("\"'") or address
    went_to_many = any(header(message, name) for name in _OF_MANY)
    precedence = header(message, "precedence").casefold()
    is_newsletter = (
        went_to_many
        or precedence in {"bulk", "list"}
        or address.partition("@")[0].casefold() in _OF_HOUSES
    )
    return Imprint(
        outlet=sender if is_newsletter else "",
        headline=headline_of(_FORWARDED.sub("", header(message, "subject"), count=1)),
        authors=() if is_newsletter or not sender else (sender,),
        published=moment_in(re.sub(r"\s*\([^()]{0,40}\)\s*$", "", header(message, "date"))),
        language=language_of(header(message, "content-language").partition(",")[0]),
    )
