"""Tables as articles: one a row, whatever became of the others."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, ClassVar

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.file_errors import (
    MostRowsUnreadable,
    NoTextColumn,
    NoTextInRow,
    NothingInside,
    UnreadableRow,
)
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.blocks import blocks_of
from summit_reader.intake.composing import composed, headline_of, line_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.encodings import text_of
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.language_tags import language_of
from summit_reader.intake.tables.columns import TableColumns
from summit_reader.intake.tables.rows import (
    SAMPLE,
    Row,
    delimiter_of,
    rows_of_csv,
    rows_of_json,
    rows_of_json_lines,
)
from summit_reader.text.dates import day_in

FEWEST_COLUMNS = 2
MOST_FAILED = 1_000
"""Rows without text after which, if most were so, the rest is not tried."""
SAMPLE_ROWS = 20
"""Rows by which the columns are known where the first row does not name them."""

_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|li|span|a|article|table)\b[^<>]{0,500}>", re.IGNORECASE
)
_PRINTED_DAY = re.compile(
    r"(?P<day>\d{1,2})(?P<mark>[./])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})\b"
)
_NAME_LENGTH = 60
_TWELVE = 12
_VALUE_LIMIT = 2_000
_MOST_AUTHORS = 40


@dataclass(frozen=True, slots=True)
class TableSketch:
    """What a chooser of columns shows: their names, which were recognised, and some rows."""

    names: tuple[str, ...]
    columns: TableColumns
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class TableReader(ABC):
    """The articles of a table's rows; `columns` are the reader's choice, before their names."""

    columns: TableColumns = TableColumns()  # noqa: RUF009 - frozen
    limit: int = 8192 * MEBIBYTE

    format: ClassVar[str] = ""
    media_type: ClassVar[str] = ""

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article of each row; a row without text, or that is none, is a failure.

        Raises:
            NoTextColumn: if no column is known to hold texts.
            NothingInside: if there are no rows.
        """
        yield from self.read_stream(name, BytesIO(content), hints)

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles of a large table, of which one row at a time is held."""
        columns = None
        rows = failed = 0
        for rows, row in enumerate(self.rows_of(stream), 1):
            part = f"{name}#{row.number}"
            if failed > MOST_FAILED and 2 * failed > rows:
                yield Failure(Path(name), MostRowsUnreadable(name))
                return
            if row.fields is None:
                failed += 1
                yield Failure(Path(part), UnreadableRow(part))
                continue
            if columns is None or not columns.body or columns.body not in row.fields:
                columns = self.columns.over(TableColumns.recognised(row.fields))
                if not columns.body and row.number == 1:
                    raise NoTextColumn(name)
            item = _article(part, row, columns, self.media_type, hints)
            failed += isinstance(item, Failure)
            yield item
        if not rows:
            raise NothingInside(name)

    @abstractmethod
    def rows_of(self, stream: BinaryIO) -> Iterator[Row]:
        """The rows of the table in `stream`."""

    def sketch(self, stream: BinaryIO) -> TableSketch:
        """What the table looks like by its first rows; `stream` is left where they end."""
        rows = [row.fields for row in islice(self.rows_of(stream), SAMPLE_ROWS) if row.fields]
        names = tuple(dict.fromkeys(name for row in rows for name in row))
        return TableSketch(
            names,
            self.columns.over(TableColumns.recognised(names)),
            tuple(tuple(_value(row, name)[:_VALUE_LIMIT] for name in names) for row in rows),
        )


class CsvReader(TableReader):
    """Tables whose columns are divided by commas, semicolons, tabs or strokes."""

    format = "csv"
    media_type = "text/csv"

    def accepts(self, content: bytes) -> bool:
        """Whether its first line names columns, one of which holds texts."""
        first = text_of(content[:SAMPLE]).lstrip("\ufeff").partition("\n")[0]
        if first.count(delimiter_of(first)) < FEWEST_COLUMNS - 1:
            return False
        names = [name.strip(" \"'") for name in first.split(delimiter_of(first))]
        known = TableColumns.recognised(names)
        others = (known.headline, known.outlet, known.published, known.url, known.id)
        # A sentence with commas is no row of names, even if it has the word “text” in it.
        return bool(known.body and any(others)) and max(map(len, names)) <= _NAME_LENGTH

    def rows_of(self, stream: BinaryIO) -> Iterator[Row]:
        """The rows below the one that names the columns."""
        return rows_of_csv(stream)


class JsonLinesReader(TableReader):
    """Files with a JSON object on each line."""

    format = "jsonl"
    media_type = "application/jsonl"

    def accepts(self, content: bytes) -> bool:
        """Whether its first line is an object, or the beginning of one that is long."""
        head = text_of(content[:SAMPLE]).lstrip("\ufeff \t\n")
        first, ended, rest = head.partition("\n")
        if not first.startswith("{"):
            return False
        try:
            found = json.loads(first, strict=False)
        except (ValueError, RecursionError):
            return not ended and len(content) >= SAMPLE and first.startswith('{"')
        if not isinstance(found, dict) or rest.strip():
            return isinstance(found, dict) and rest.lstrip().startswith("{")
        # An only object is a row, unless it merely holds the rows.
        return self.columns.body in found or bool(TableColumns.recognised(found).body)

    def rows_of(self, stream: BinaryIO) -> Iterator[Row]:
        """A row for each line."""
        return rows_of_json_lines(stream)


class JsonReader(TableReader):
    """JSON arrays of objects."""

    format = "json"
    media_type = "application/json"

    def accepts(self, content: bytes) -> bool:
        """Whether it begins as an array of objects, or as an object with such an array."""
        head = text_of(content[:SAMPLE]).lstrip("\ufeff \t\n")
        array = head.find("[")
        if not head.startswith(("[", "{")) or array < 0:
            return False
        return head[array + 1 :].lstrip().startswith("{") and (array == 0 or '"' in head[:array])

    def rows_of(self, stream: BinaryIO) -> Iterator[Row]:
        """A row for each object of the array."""
        return rows_of_json(stream)


TABLES: tuple[type[CsvReader | JsonLinesReader | JsonReader], ...] = (
    CsvReader,
    JsonLinesReader,
    JsonReader,
)


def _article(part: str, row: Row, columns: TableColumns, media_type: str, hints: Hints) -> Item:
    fields = row.fields or {}
    paragraphs = _paragraphs(_value(fields, columns.body))
    headline = headline_of(_words(_value(fields, columns.headline)))
    standfirst = line_of(_words(_value(fields, columns.standfirst)[: 4 * _VALUE_LIMIT]))
    text = composed(paragraphs, headline)
    if not text:
        return Failure(Path(part), NoTextInRow(part))
    url = line_of(_value(fields, columns.url)[:_VALUE_LIMIT])
    imprint = Imprint(
        outlet=line_of(_value(fields, columns.outlet)[:_VALUE_LIMIT])[:200],
        headline=headline,
        standfirst=standfirst if standfirst in text else "",
        authors=_authors(fields.get(columns.authors)),
        published=_moment(_value(fields, columns.published)),
        url=url if url.startswith(("http://", "https://")) else "",
        language=language_of(_value(fields, columns.language)[:40]),
        section=line_of(_value(fields, columns.section)[:_VALUE_LIMIT])[:200],
    )
    return RawArticle(part, row.raw, media_type, text, hints, imprint)


def _value(fields: Mapping[str, Any], name: str) -> str:
    """A field as text; of one that holds several, all, and of an object its name."""
    return _text(fields.get(name)) if name else ""


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_plain, value)))
    return _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "title", "text", "value", "$date", "uri"))
        value = next((one for one in named if isinstance(one, str | int | float)), "")
    return str(value) if isinstance(value, str | int | float) else ""


def _paragraphs(text: str) -> list[str]:
    if _MARKUP.search(text):
        return [block.printed for block in blocks_of(text)]
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _words(text: str) -> str:
    return " ".join(_paragraphs(text)) if _MARKUP.search(text) else text


def _authors(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    names = value if isinstance(value, list) else re.split(r"\s*[;|]\s*", _text(value))
    return tuple(
        name for one in names[:_MOST_AUTHORS] if (name := line_of(_plain(one)[:_VALUE_LIMIT])[:200])
    )


def _moment(text: str) -> date | datetime | None:
    """What a cell says of the moment, in the spellings of programs or of print."""
    text = text.strip()[:100]
    stated = moment_in(text)
    if stated is not None or not text:
        return stated
    if printed := _PRINTED_DAY.match(text):
        day, month = int(printed["day"]), int(printed["month"])
        if month > _TWELVE or (printed["mark"] == "/" and day <= _TWELVE and day != month):
            return None  # the second of March or the third of February: nobody knows
        try:
            return date(int(printed["year"]), month, day)
        except ValueError:
            return None
    return day_in(text)
