"""The parts of a message: which make up its body, which are attached, and the bytes of each.

The library trips over what it does not expect, so whatever is asked of a part is asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.message import Message
from typing import TypeAlias

from summit_reader.intake.mail.headers import decoded_words

DEEPEST = 20
"""Parts within parts of a message."""
MOST_PARTS = 500
"""Parts of a message; those that mail programs send have a dozen."""
_READABLE = re.compile(
    r"(?:text/(?:html|markdown|csv)|message/rfc822|application/(?:pdf|zip|json|epub\+zip|rss\+xml"
    r"|x-(?:zip-compressed|pdf)|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml"
    r"\.document|vnd\.oasis\.opendocument\.text))$"
)
_SKIPPED_NAMES = re.compile(
    r"\.(?:ics|vcf|p7s|p7m|asc|sig|png|jpe?g|gif|webp|svg|bmp|tiff?|heic|mp3|mp4|m4a|wav|mov|avi"
    r"|exe|dll|js|css|xlsx?|pptx?|doc)$",
    re.IGNORECASE,
)

Part: TypeAlias = "Message[str, str]"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a message, each sort in its order: two of the body, and what is attached."""

    markup: list[Part] = field(default_factory=list)
    plain: list[Part] = field(default_factory=list)
    attached: list[Part] = field(default_factory=list)


def parts_of(message: Part) -> Iterator[Part]:
    """The parts that hold something, in order; of alternatives all, of attached messages the whole.

    Raises:
        RecursionError: if they are nested too deep, as the library's own walk would.
    """
    waiting: list[tuple[Part, int]] = [(message, 0)]
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


def _kind(part: Part) -> str:
    try:
        return part.get_content_type()
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return "application/octet-stream"


def file_name(part: Part) -> str:
    """What an attachment is called, without any folder; empty if it has no name."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""
    return " ".join(re.split(r"[\\/]", decoded_words(name))[-1].split())[:200]


def _is_attachment(part: Part) -> bool:
    stated = str(dict(part.raw_items()).get("Content-Disposition", ""))
    return stated.strip().lower().startswith("attachment") or bool(file_name(part))


def sorted_parts(parts: Sequence[Part]) -> Parts:
    """The parts of mark-up and of plain text that make up the body, and those attached to it."""
    found = Parts()
    for part in parts:
        kind = _kind(part)
        if kind in {"text/html", "text/plain"} and not _is_attachment(part):
            (found.markup if kind == "text/html" else found.plain).append(part)
        elif kind == "message/rfc822" or (
            (_READABLE.match(kind) or (_is_attachment(part) and kind.startswith("text/")))
            and not _SKIPPED_NAMES.search(file_name(part))
        ):
            found.attached.append(part)
    return found


def payload(part: Part) -> bytes:
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


def charset(part: Part) -> str:
    """The encoding that a part declares; empty if it declares none that can be read."""
    try:
        return part.get_content_charset() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""
