"""Tables whose columns the reader has chosen, wherever they lie: in files, packed or not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, BinaryIO

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileTooLarge
from summit_reader.domain.file_errors import UnknownColumn
from summit_reader.domain.importing import Item
from summit_reader.intake.encodings import text_of
from summit_reader.intake.files import MEBIBYTE, SIZE_LIMIT
from summit_reader.intake.parts import StreamReader
from summit_reader.intake.tables.columns import TableColumns
from summit_reader.intake.tables.rows import SAMPLE, delimiter_of
from summit_reader.intake.tables.table import CsvReader

if TYPE_CHECKING:
    from summit_reader.intake.reader import Reader

_HEAD = 2**18


@dataclass(frozen=True, slots=True)
class ChosenColumns:
    """Reads what a file holds, whatever that is; of tables, the columns that were chosen."""

    columns: TableColumns
    limit: int = 8192 * MEBIBYTE
    format: str = "table"
    media_type: str = "text/csv"

    def accepts(self, content: bytes) -> bool:  # noqa: ARG002 - part of the protocol
        """Whatever it is offered."""
        return True

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles in `content`."""
        return self._reader_of(content).read(name, content, hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles in a file that is too large to be held.

        Raises:
            FileTooLarge: if its format cannot be read in pieces.
        """
        reader = self._reader_of(stream.read(_HEAD))
        if not isinstance(reader, StreamReader):
            size = -(-stream.seek(0, 2) // MEBIBYTE)
            raise FileTooLarge(name, size=size, limit=SIZE_LIMIT // MEBIBYTE)
        stream.seek(0)
        yield from reader.read_stream(name, stream, hints)

    def _reader_of(self, content: bytes) -> Reader:
        # Not at the top: the registry of readers knows this room.
        from summit_reader.intake.registry import readers_within  # noqa: PLC0415

        if self._names_columns(content):
            return CsvReader(self.columns)
        readers = readers_within(columns=self.columns)
        return next(reader for reader in readers if reader.accepts(content))

    def _names_columns(self, content: bytes) -> bool:
        """Whether the first line has the chosen columns: by other names no table is known."""
        first = text_of(content[:SAMPLE]).lstrip("\ufeff").partition("\n")[0]
        names = {name.strip(" \"'\r") for name in first.split(delimiter_of(first))}
        chosen = {
            name for each in fields(self.columns) if (name := getattr(self.columns, each.name))
        }
        return bool(chosen) and chosen <= names


def columns_named(text: str) -> TableColumns:
    """The columns that “headline=Title,body=Text” names; or JSON, for names that have commas.

    Raises:
        UnknownColumn: if a part of it names no part of an article.

    >>> columns_named("body=Text, headline=Title").headline
    'Title'
    """
    parts = {each.name for each in fields(TableColumns)}
    chosen = {}
    for part, name in _pairs(text):
        if part not in parts or not name:
            raise UnknownColumn(part=f"{part}={name}", known=", ".join(sorted(parts)))
        chosen[part] = name
    return TableColumns(**chosen)


def columns_line(columns: TableColumns) -> str:
    """What `columns_named` reads the same columns from."""
    return json.dumps({part: name for part, name in asdict(columns).items() if name})


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    if text.startswith("{"):
        yield from json.loads(text).items()
        return
    for pair in filter(None, map(str.strip, text.split(","))):
        part, _, name = pair.partition("=")
        yield part.strip(), name.strip()
