"""One reader per format behind one protocol, chosen by what a file holds, not by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.file_errors import UnknownFormat
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.files import SIZE_LIMIT, held, insist_on_size, opened
from summit_reader.intake.parts import StreamReader
from summit_reader.intake.registry import readers_within

NO_HINTS = Hints()


class Reader(Protocol):
    """What turns the bytes of one format into articles."""

    @property
    def format(self) -> str:
        """The short name by which the format is asked for: "html", "text"."""

    @property
    def media_type(self) -> str:
        """The IANA name of the format, kept with every article read from it."""

    def accepts(self, content: bytes) -> bool:
        """Whether these bytes are of the format; cheap, and never an error."""

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles in `content`; `name` is the path or title it came under.

        Each carries `hints` as they are, and as its `Imprint` what the file itself states. Of a
        file with several articles each has a name and bytes of its own, and a part that cannot be
        read is a `Failure` among them.

        Raises:
            FileProblem: if nothing of `content` can be read.
        """


READERS: tuple[Reader, ...] = readers_within()
"""In the order in which they are asked; plain text takes what nobody else does."""

HEAD = 2**18
"""Bytes by which the format of a file is known that is too large to be held."""


def reader_of(content: bytes) -> Reader:
    """The first reader that accepts `content`."""
    return next(reader for reader in READERS if reader.accepts(content))


def reader_for(format_: str) -> Reader:
    """The reader of the format with that short name.

    Raises:
        UnknownFormat: if no format is called that.
    """
    for reader in READERS:
        if reader.format == format_:
            return reader
    raise UnknownFormat(name=format_, known=", ".join(reader.format for reader in READERS))


def articles_in(
    content: bytes, name: str, hints: Hints = NO_HINTS, reader: Reader | None = None
) -> Iterator[Item]:
    """The articles in `content`, which came under `name`; what it holds chooses the reader.

    Raises:
        FileProblem: if nothing of `content` can be read.
    """
    return (reader or reader_of(content)).read(name, content, hints)


def articles_at(
    path: Path, hints: Hints = NO_HINTS, reader: Reader | None = None
) -> Iterator[Item]:
    """The articles in the file at `path`; nothing is read before the first is asked for.

    Raises:
        FileProblem: if the file cannot be read.
    """
    with opened(path) as (file, size):
        if size <= SIZE_LIMIT:
            content = held(path, file, size)
        else:
            yield from _articles_of(path, file, size, hints, reader)
            return
    yield from articles_in(content, str(path), hints, reader)


def _articles_of(
    path: Path, file: BinaryIO, size: int, hints: Hints, reader: Reader | None
) -> Iterator[Item]:
    """The articles in a file that is too large to be held, if its format can be read in pieces."""
    reader = reader or reader_of(file.read(HEAD))
    if not isinstance(reader, StreamReader):
        insist_on_size(path, size, SIZE_LIMIT)
        return
    insist_on_size(path, size, reader.limit)
    file.seek(0)
    yield from reader.read_stream(str(path), file, hints)


def all_of(items: Iterator[Item]) -> Iterator[RawArticle]:
    """The articles among `items`, for whoever can do nothing with less than all of them.

    Raises:
        SummitError: why the first that is missing could not be read.
    """
    for item in items:
        if isinstance(item, Failure):
            raise item.error
        yield item
