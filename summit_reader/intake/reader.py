"""One reader per format behind one protocol, chosen by what a file holds, not by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.intake.files import bytes_of
from summit_reader.intake.plain_text import PlainTextReader

NO_HINTS = Hints()


class Reader(Protocol):
    """What turns the bytes of one format into articles."""

    @property
    def media_type(self) -> str:
        """The IANA name of the format, kept with every article read from it."""

    def accepts(self, content: bytes) -> bool:
        """Whether these bytes are of the format."""

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[RawArticle]:
        """The articles in `content`; `name` is the path or title it came under.

        Raises:
            FileProblem: if `content` cannot be read.
        """


READERS: tuple[Reader, ...] = (PlainTextReader(),)
"""In the order in which they are asked; plain text takes what nobody else does."""


def reader_of(content: bytes) -> Reader:
    """The first reader that accepts `content`."""
    return next(reader for reader in READERS if reader.accepts(content))


def articles_in(content: bytes, name: str, hints: Hints = NO_HINTS) -> Iterator[RawArticle]:
    """The articles in `content`, which came under `name`.

    Raises:
        FileProblem: if `content` cannot be read.
    """
    return reader_of(content).read(name, content, hints)


def articles_at(path: Path, hints: Hints = NO_HINTS) -> Iterator[RawArticle]:
    """The articles in the file at `path`; nothing is read before the first is asked for.

    Raises:
        FileProblem: if the file cannot be read.
    """
    yield from articles_in(bytes_of(path), str(path), hints)
