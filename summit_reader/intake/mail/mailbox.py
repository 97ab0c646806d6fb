"""Mailboxes in the MBOX form: messages one after the other, each read on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem, FileTooLarge
from summit_reader.domain.file_errors import NothingInside
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.mail.message import MessageReader
from summit_reader.intake.protocol import Within

MESSAGE_LIMIT = 32 * MEBIBYTE
"""Bytes of one message: mail servers take no more."""
MOST_MESSAGES = 200_000

_CHUNK = 4 * MEBIBYTE
_LONGEST_ENVELOPE = 400
# With a year at its end: a sentence that begins with “From” has none there.
_ENVELOPE = re.compile(rb"\nFrom \S[^\n]{0,300}\d{4}[ \t\r]*\n")
_OPENS = re.compile(rb"From [^\r\n]{3,300}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:")
_QUOTED = re.compile(rb"^>From ", re.MULTILINE)


class MailboxReader:
    """The articles of all messages in a mailbox."""

    format = "mbox"
    media_type = "application/mbox"
    limit = 8192 * MEBIBYTE

    def __init__(self, within: Within) -> None:
        self._messages = MessageReader(within)

    def accepts(self, content: bytes) -> bool:
        """Whether it begins as a mailbox does, with a line for the envelope and headers."""
        return _OPENS.match(content) is not None

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles of each message; one that cannot be read is a failure.

        Raises:
            NothingInside: if there is no message.
        """
        yield from self.read_stream(name, BytesIO(content), hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles of a large mailbox, of which one message at a time is held."""
        found = False
        for number, message in enumerate(_messages(stream), 1):
            found = True
            part = f"{name}#{number}"
            if message is None or number > MOST_MESSAGES:
                limit = MESSAGE_LIMIT // MEBIBYTE
                yield Failure(Path(part), FileTooLarge(part, size=limit + 1, limit=limit))
                if number > MOST_MESSAGES:
                    return
                continue
            try:
                yield from self._messages.read(part, message, hints)
            except FileProblem as problem:
                yield Failure(Path(part), problem)
        if not found:
            raise NothingInside(name)


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of each message; None for one that is too large to be one."""
    held = b"\n"  # as if a line stood before the first envelope
    is_open = is_lost = False
    sought = 0
    while True:
        chunk = stream.read(_CHUNK)
        held += chunk
        start = 0
        while envelope := _envelope(held, sought):
            if is_open:
                yield None if is_lost else _unquoted(held[start : envelope.start()])
            is_open, is_lost = True, False
            start = envelope.end()
            # The line end of an envelope may be the one before the next.
            sought = start - 1
        held = held[start:]
        if not chunk:
            break
        if len(held) > MESSAGE_LIMIT:
            is_lost, held = True, held[-_LONGEST_ENVELOPE:]
        sought = max(0, len(held) - _LONGEST_ENVELOPE)
    if is_open and (held.strip() or is_lost):
        yield None if is_lost else _unquoted(held)


def _envelope(held: bytes, start: int) -> re.Match[bytes] | None:
    """The first envelope from `start` on; what is sought is plain bytes, which is much faster."""
    while (at := held.find(b"\nFrom ", start)) >= 0:
        found = _ENVELOPE.match(held, at)
        if found and (at == 0 or held[at - 1 : at] == b"\n" or held[at - 2 : at] == b"\n\r"):
            return found
        start = at + 1
    return None


def _unquoted(message: bytes) -> bytes:
    """A message as it was before its lines that look like envelopes were marked."""
    return _QUOTED.sub(b"From ", message)
