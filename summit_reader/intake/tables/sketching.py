"""What a table looks like, for whoever is to say which column holds what."""

from __future__ import annotations

import bz2
import gzip
import lzma
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from summit_reader.domain.errors import FileProblem
from summit_reader.domain.file_errors import NothingInside
from summit_reader.intake.files import opened
from summit_reader.intake.tables.rows import SAMPLE
from summit_reader.intake.tables.table import (
    CsvReader,
    JsonLinesReader,
    JsonReader,
    TableReader,
    TableSketch,
)


def sketch_at(path: Path) -> TableSketch:
    """The columns and first rows of the table in the file at `path`, packed or not.

    Raises:
        FileProblem: if the file cannot be read, or is no table.
    """
    with opened(path) as (file, _):
        try:
            stream = _unpacked(file)
            head = stream.read(SAMPLE)
            stream.seek(0)
            sketch = _reader_of(head).sketch(stream)
        except (OSError, EOFError, ValueError, lzma.LZMAError) as error:
            raise FileProblem(path) from error
    if not sketch.rows or len(sketch.names) < 2:  # noqa: PLR2004 - one column is a list of lines
        raise NothingInside(path)
    return sketch


def _unpacked(file: BinaryIO) -> BinaryIO:
    magic = file.read(6)
    file.seek(0)
    if magic.startswith(b"\xfd7zXZ"):
        return cast("BinaryIO", BufferedReader(lzma.open(file)))
    if magic.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", BufferedReader(gzip.open(file)))
    if magic.startswith(b"BZh"):
        return cast("BinaryIO", BufferedReader(bz2.open(file)))
    return file


def _reader_of(head: bytes) -> TableReader:
    for reader in (JsonLinesReader(), JsonReader()):
        if reader.accepts(head):
            return reader
    return CsvReader()
