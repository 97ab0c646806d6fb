"""Many articles at once: their rows are made in any process, and put in with few statements.

What is dear about storing an article is to bring a thousand values into the form of columns. That
needs no database: `load_of` does it where the text is read, in as many processes as there are, and
what comes from there are strings and numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Table, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import DeclarativeBase

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.take import Standing
from summit_reader.store import articles, outlets, people, takes, views
from summit_reader.store.chunks import chunks
from summit_reader.store.database import Work
from summit_reader.store.hiding import WITH_BINNED
from summit_reader.store.rows import (
    Action,
    ArticleRow,
    OutboxRow,
    OutletRow,
    PassageRow,
    TakeRow,
    is_listed,
)

_DIALECT = sqlite.dialect()

Values = tuple[Any, ...]


class TakeLoad(NamedTuple):
    """A take ready to be stored; `person` is empty where the words are no person's."""

    outlet: OutletProfile
    person: str
    values: Values


@dataclass(frozen=True, slots=True)
class ArticleLoad:
    """An article ready to be stored, but for the numbers that a library gives it."""

    fingerprint: str
    title: str
    outlet: OutletProfile
    removed: int
    values: Values
    passages: tuple[Values, ...]
    takes: tuple[TakeLoad, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that is there: the version of the rules that read it, and its source text."""

    article_id: int
    title: str
    outlet: str
    takes: int
    removed: int
    extraction: int
    source: str


def load_of(draft: ArticleDraft) -> ArticleLoad:
    """The draft as rows of plain values."""
    columns = articles.columns_of(draft)
    told = {"standing": Standing.PROPOSED, "lost": False, "found": ()}
    return ArticleLoad(
        fingerprint=draft.fingerprint,
        title=str(columns["title"]),
        outlet=draft.metadata.outlet,
        removed=len(draft.removed),
        values=_ARTICLES.bound(columns),
        passages=tuple(
            _PASSAGES.bound(columns)
            for columns in views.passage_columns(draft.cleaned, draft.passages)
        ),
        takes=tuple(
            TakeLoad(
                take.outlet,
                takes.person_of(take),
                _TAKES.bound(takes.columns_of(take, draft.cleaned) | told),
            )
            for take in draft.takes
        ),
    )


class Loader:
    """Puts articles into one library, and remembers the outlets that it has met there."""

    def __init__(self) -> None:
        self._outlets: dict[OutletProfile, int] = {}

    def put(self, work: Work, loads: Sequence[ArticleLoad]) -> list[int]:
        """The ids of the articles, none of which may be known, noted for the index."""
        if not loads:
            return []
        self._forget_removed(work)
        for load in loads:
            for profile in (load.outlet, *(take.outlet for take in load.takes)):
                if profile not in self._outlets:
                    self._outlets[profile] = outlets.ensure(work, profile).id
        persons = people.ensure_all(
            work, {take.person for load in loads for take in load.takes if take.person}
        )
        last = work.session.scalar(select(func.max(ArticleRow.id))) or 0
        ids = list(range(last + 1, last + 1 + len(loads)))
        now = _ARTICLES.bound_one("imported_at", datetime.now(UTC))
        numbered = list(zip(ids, loads, strict=True))
        _ARTICLES.insert(
            work,
            [
                (article_id, self._outlets[load.outlet], load.fingerprint, now, *load.values)
                for article_id, load in numbered
            ],
        )
        _PASSAGES.insert(
            work, [(article_id, *row) for article_id, load in numbered for row in load.passages]
        )
        _TAKES.insert(
            work,
            [
                (article_id, self._outlets[take.outlet], persons.get(take.person), *take.values)
                for article_id, load in numbered
                for take in load.takes
            ],
        )
        _OUTBOX.insert(work, [(article_id, Action.PUT.value) for article_id in ids])
        return ids

    def _forget_removed(self, work: Work) -> None:
        """Outlets may have been merged or deleted since the last time."""
        if self._outlets:
            there = set(work.session.scalars(select(OutletRow.id)))
            self._outlets = {
                profile: outlet_id
                for profile, outlet_id in self._outlets.items()
                if outlet_id in there
            }


def known_among(
    work: Work, fingerprints: Collection[str], *, with_binned: bool = False
) -> dict[str, int]:
    """The ids of the articles with these fingerprints, as far as they are known."""
    found: dict[str, int] = {}
    for chunk in chunks(list(fingerprints)):
        rows = work.session.execute(
            select(ArticleRow.fingerprint, ArticleRow.id).where(ArticleRow.fingerprint.in_(chunk)),
            execution_options=WITH_BINNED if with_binned else {},
        )
        found.update((fingerprint, article_id) for fingerprint, article_id in rows)
    return found


def stored(work: Work, article_ids: Collection[int]) -> dict[int, Stored]:
    """These articles by their ids, as far as an import has to know them."""
    counted = work.session.execute(
        select(TakeRow.article_id, func.count())
        .where(TakeRow.article_id.in_(article_ids), is_listed())
        .group_by(TakeRow.article_id)
    )
    counts = {article_id: count for article_id, count in counted}  # noqa: C416 - rows are no pairs
    rows = work.session.execute(
        select(
            ArticleRow.id,
            ArticleRow.title,
            OutletRow.name,
            ArticleRow.removed,
            ArticleRow.extraction,
            ArticleRow.source_text,
        )
        .join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.id.in_(article_ids))
    )
    return {
        article_id: Stored(
            article_id, title, outlet, counts.get(article_id, 0), len(removed), extraction, source
        )
        for article_id, title, outlet, removed, extraction, source in rows
    }


class _Insert:
    """An insertion of many rows: what the library gives goes before what `bound` makes."""

    def __init__(self, row: type[DeclarativeBase], given: Sequence[str]) -> None:
        table = row.__table__
        assert isinstance(table, Table)  # noqa: S101 - for the type checker
        self._table = table
        numbered = table.autoincrement_column  # by the database, unless it is given
        self._names = tuple(
            column.name
            for column in table.columns
            if column.name not in given and column is not numbered
        )
        self._given = given

    def bound(self, columns: dict[str, object]) -> Values:
        """The values of the columns as the database keeps them; one not named is empty."""
        return tuple(
            columns.get(name) if process is None else process(columns.get(name))
            for name, process in self._processes()
        )

    def bound_one(self, name: str, value: object) -> Any:  # noqa: ANN401 - what the driver takes
        """A single value as the database keeps it."""
        process = _process(self._table, name)
        return value if process is None else process(value)

    def insert(self, work: Work, rows: list[Values]) -> None:
        """Put the rows in."""
        if rows:
            work.session.connection().exec_driver_sql(self._statement(), rows)

    def _processes(self) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
        return _processes(self._table, self._names)

    def _statement(self) -> str:
        quote = _DIALECT.identifier_preparer.quote
        names = [*self._given, *self._names]
        places = ", ".join("?" * len(names))
        return f"INSERT INTO {self._table.name} ({', '.join(map(quote, names))}) VALUES ({places})"  # noqa: S608 - our own names


@cache
def _processes(
    table: Table, names: tuple[str, ...]
) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    return tuple((name, _process(table, name)) for name in names)


def _process(table: Table, name: str) -> Callable[[Any], Any] | None:
    return table.columns[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT)


_ARTICLES = _Insert(ArticleRow, ("id", "outlet_id", "fingerprint", "imported_at"))
_PASSAGES = _Insert(PassageRow, ("article_id",))
_TAKES = _Insert(TakeRow, ("article_id", "outlet_id", "person_id"))
_OUTBOX = _Insert(OutboxRow, ("article_id", "action"))
