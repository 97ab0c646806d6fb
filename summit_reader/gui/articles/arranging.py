"""Which articles are listed, and in which order: a pure function, for a thread that reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any

from summit_reader.domain.shelf import ShelfRow


class Column(IntEnum):
    """What stands in each column."""

    FLAG = 0
    READ = 1
    TITLE = 2
    OUTLET = 3
    DAY = 4
    TAKES = 5


class Scope(StrEnum):
    """Which of all articles are listed."""

    ALL = "all"
    UNREAD = "unread"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was asked of the list. `texts` are those that count, None for all; no `story` is 0."""

    words: str = ""
    scope: Scope = Scope.ALL
    texts: frozenset[int] | None = None
    story: int = 0
    column: Column | None = None
    descending: bool = False


def arranged(rows: Sequence[ShelfRow], asked: Arrangement) -> list[ShelfRow]:
    """The rows that were asked for; without a column, in the order they came in, the last first."""
    wanted = [row for row in rows if _is_in(row, asked)]
    if words := [folded(word) for word in asked.words.split()]:
        wanted = [row for row in wanted if _holds(row, words)]
    if asked.column is not None:
        wanted.sort(key=_KEYS[asked.column], reverse=asked.descending)
    return wanted


def folded(text: str) -> str:
    """The letters without case and accents, so that "Lidove" finds "Lidové"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _is_in(row: ShelfRow, asked: Arrangement) -> bool:
    return (
        (asked.scope is not Scope.UNREAD or not row.is_read)
        and (asked.scope is not Scope.FLAGGED or row.is_flagged)
        and (asked.texts is None or row.article_id in asked.texts)
        and (not asked.story or row.story_id == asked.story)
    )


def _holds(row: ShelfRow, words: Collection[str]) -> bool:
    text = folded(f"{row.title}\n{row.outlet.name}\n{row.outlet.country}\n{row.day or ''}")
    return all(word in text for word in words)


_KEYS: dict[Column, Callable[[ShelfRow], Any]] = {
    Column.FLAG: lambda row: not row.is_flagged,
    Column.READ: lambda row: row.is_read,
    Column.TITLE: lambda row: folded(row.title),
    Column.OUTLET: lambda row: folded(row.outlet.name),
    Column.DAY: lambda row: row.day or date.min,
    Column.TAKES: lambda row: row.takes,
}
