"""Tables whose columns the reader has chosen, wherever they lie: in files, packed or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import BinaryIO

from summit_reader.domain.article import Hints
from summit_reader.domain.importing import Item
from summit_reader.intake.encodings import text_of
from summit_reader.intake.files import MEBIBYTE, SIZE_LIMIT, insist_on_size
from summit_reader.intake.protocol import Reader, StreamReader
from summit_reader.intake.reader import HEAD
from summit_reader.intake.registry import readers_within
from summit_reader.intake.tables.columns import TableColumns
from summit_reader.intake.tables.rows import SAMPLE, delimiter_of
from summit_reader.intake.tables.table import CsvReader


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
        reader = self._reader_of(stream.read(HEAD))
        if not isinstance(reader, StreamReader):
            insist_on_size(name, stream.seek(0, 2), SIZE_LIMIT)
            return
        stream.seek(0)
        yield from reader.read_stream(name, stream, hints)

    def _reader_of(self, content: bytes) -> Reader:
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
