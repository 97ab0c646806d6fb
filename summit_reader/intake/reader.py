"""Files read by the reader of their format, chosen by what they hold, not by their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.file_errors import TextTooLong, UnknownFormat
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.files import SIZE_LIMIT, held, insist_on_size, opened
from summit_reader.intake.protocol import Reader, StreamReader
from summit_reader.intake.registry import readers_within

NO_HINTS = Hints()

READERS: tuple[Reader, ...] = readers_within()
"""In the order in which they are asked; plain text takes what nobody else does."""

TEXT_LIMIT = 2_000_000
"""Characters an article may have: a report of a thousand pages; small files may hold far more."""

_MILLION = 1_000_000
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
    return map(_insist_on_length, (reader or reader_of(content)).read(name, content, hints))


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
    yield from map(_insist_on_length, reader.read_stream(str(path), file, hints))


def _insist_on_length(item: Item) -> Item:
    """`item`; a failure in the place of an article that is longer than any."""
    if isinstance(item, Failure) or len(item.source_text) <= TEXT_LIMIT:
        return item
    length = -(-len(item.source_text) // _MILLION)
    problem = TextTooLong(item.name, length=length, limit=TEXT_LIMIT // _MILLION)
    return Failure(Path(item.name), problem)


def all_of(items: Iterator[Item]) -> Iterator[RawArticle]:
    """The articles among `items`, for whoever can do nothing with less than all of them.

    Raises:
        SummitError: why the first that is missing could not be read.
    """
    for item in items:
        if isinstance(item, Failure):
            raise item.error
        yield item
