"""Mailboxes in the MBOX form: messages one after the other, each read on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem, FileTooLarge, NothingInside
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.mail.message import MessageReader
from summit_reader.intake.parts import Within

MESSAGE_LIMIT = 32 * MEBIBYTE
"""Bytes of one message: mail servers take no more."""
MOST_MESSAGES = 200_000

_LINE_LIMIT = MEBIBYTE
_ENVELOPE = re.compile(rb"From \S.{0,300}\d{4}\s*$")
_OPENS = re.compile(rb"From [^\r\n]{3,300}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:")
_QUOTED = re.compile(rb">+From ")


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
    lines: list[bytes] = []
    size = 0
    is_open = after_blank = False
    while line := stream.readline(_LINE_LIMIT):
        if (after_blank or not is_open) and _ENVELOPE.match(line):
            if is_open:
                yield b"".join(lines) if size <= MESSAGE_LIMIT else None
            lines, size, is_open = [], 0, True
        elif is_open:
            size += len(line)
            if size > MESSAGE_LIMIT:
                lines = []
            else:
                lines.append(line[1:] if _QUOTED.match(line) else line)
        after_blank = not line.strip()
    if is_open and (lines or size > MESSAGE_LIMIT):
        yield b"".join(lines) if size <= MESSAGE_LIMIT else None
