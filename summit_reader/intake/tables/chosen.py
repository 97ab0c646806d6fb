"""How columns that the reader has chosen are written down: by their names, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields

from summit_reader.domain.file_errors import UnknownColumn
from summit_reader.intake.tables.columns import TableColumns


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
