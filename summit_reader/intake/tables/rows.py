"""The rows of tables, each with the bytes it stands in, as they are read."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import zip_longest
from typing import Any, BinaryIO

from summit_reader.intake.encodings import by_mark, by_zeros, text_of
from summit_reader.intake.files import MEBIBYTE

LINE_LIMIT = 16 * MEBIBYTE
"""Bytes of a row; a longer one is no row."""
MOST_COLUMNS = 1_000
SAMPLE = 65_536
"""Bytes by which a table is known."""

_DELIMITERS = ",;\t|"
_CHUNK = 65_536
_BLANKS = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number from 1, its fields by column, its bytes; no fields if it is broken."""

    number: int
    fields: Mapping[str, Any] | None
    raw: bytes


def lines_in(stream: BinaryIO) -> Iterator[str | None]:
    """The lines of a text of any size, line ends kept; None for one that is too long.

    Each is decoded by itself, so that a file put together from several is read all the same.
    """
    head = stream.read(SAMPLE)
    mark = by_mark(head)
    wide = mark[0] if mark and mark[0] != "utf-8" else by_zeros(head[: len(head) // 2 * 2])
    stream.seek(mark[1] if mark else 0)
    if wide:
        yield from _wide_lines(stream, wide)
        return
    is_cut = False
    while line := stream.readline(LINE_LIMIT):
        whole = line.endswith(b"\n") or len(line) < LINE_LIMIT
        if is_cut or not whole:
            if whole:
                yield None
            is_cut = not whole
            continue
        # Most lines are plain, and many: they are spared what the others need.
        yield line.decode("ascii") if line.isascii() else text_of(line)


def _wide_lines(stream: BinaryIO, codec: str) -> Iterator[str | None]:
    text = TextIOWrapper(stream, codec, errors="replace", newline="")
    try:
        while line := text.readline(LINE_LIMIT):
            yield line if len(line) < LINE_LIMIT else None
    finally:
        text.detach()


def rows_of_csv(stream: BinaryIO) -> Iterator[Row]:
    """The rows of a CSV file whose first row names the columns."""
    lines = lines_in(stream)
    first = next(lines, None) or ""
    delimiter = delimiter_of(first)
    # A limit of the whole process: its default is shorter than a long article.
    csv.field_size_limit(LINE_LIMIT)
    names = next(csv.reader([first], delimiter=delimiter), [])[:MOST_COLUMNS]
    reader = csv.reader((line or "" for line in lines), delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(number, None, b"")
            continue
        if not any(cells):
            number -= 1
            continue
        # More cells than columns: a mark was forgotten, and nobody knows where.
        fits = len(cells) <= len(names) or not any(cells[len(names) :])
        fields = dict(zip_longest(names, cells[: len(names)], fillvalue="")) if fits else None
        raw = json.dumps(cells, ensure_ascii=False).encode("utf-8", "replace")
        yield Row(number, fields, raw)


def delimiter_of(line: str) -> str:
    """What divides the columns that `line` names."""
    return max(_DELIMITERS, key=line.count)


def rows_of_json_lines(stream: BinaryIO) -> Iterator[Row]:
    """The rows of a file that has a JSON object on each line."""
    number = 0
    for line in lines_in(stream):
        if line is not None and not line.strip():
            continue
        number += 1
        found = None if line is None else _parsed(line)
        fields = found if isinstance(found, dict) else None
        yield Row(number, fields, (line or "").encode("utf-8", "replace"))


def rows_of_json(stream: BinaryIO) -> Iterator[Row]:
    """The objects of a JSON array, read one at a time; it may be the only array of an object."""
    decoder = json.JSONDecoder(strict=False)
    text = _JsonText(stream)
    text.skip_to_array()
    number = 0
    while text.starts_object():
        number += 1
        found = text.next_value(decoder)
        if found is None:
            yield Row(number, None, b"")
            return
        value, raw = found
        yield Row(number, value if isinstance(value, dict) else None, raw)


class _JsonText:
    """JSON that is read as far as it is needed."""

    def __init__(self, stream: BinaryIO) -> None:
        head = stream.read(SAMPLE)
        mark = by_mark(head)
        codec = mark[0] if mark else by_zeros(head[: len(head) // 2 * 2]) or "utf-8"
        stream.seek(mark[1] if mark else 0)
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._text = ""
        self._at_end = False

    def skip_to_array(self) -> None:
        """Go behind the first square bracket."""
        while (at := self._text.find("[")) < 0 and len(self._text) < SAMPLE:
            if not self._read():
                break
        self._text = self._text[at + 1 :] if at >= 0 else ""

    def starts_object(self) -> bool:
        """Whether another value begins here."""
        while True:
            self._text = self._text.lstrip(_BLANKS + ",")
            if self._text:
                return not self._text.startswith(("]", "}"))
            if not self._read():
                return False

    def next_value(self, decoder: json.JSONDecoder) -> tuple[Any, bytes] | None:
        """The value that begins here, and its bytes; None if it is broken or too large."""
        wanted = 0
        while True:
            if len(self._text) >= wanted or self._at_end:
                try:
                    value, end = decoder.raw_decode(self._text)
                except RecursionError:
                    return None
                except ValueError:
                    if self._at_end or len(self._text) > LINE_LIMIT:
                        return None
                    # Twice as much each time, so that a long value is not read again and again.
                    wanted = 2 * len(self._text)
                else:
                    raw = self._text[:end].encode("utf-8", "replace")
                    self._text = self._text[end:]
                    return value, raw
            self._read()

    def _read(self) -> bool:
        chunk = self._stream.read(_CHUNK)
        self._at_end = not chunk
        self._text += self._decoder.decode(chunk, final=self._at_end)
        return not self._at_end


def _parsed(line: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return None
