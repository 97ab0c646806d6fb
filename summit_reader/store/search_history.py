"""Named queries on what the reader has searched for."""

from __future__ import annotations

import json

from sqlalchemy import select

from summit_reader.store.database import Work
from summit_reader.store.rows import PropertyRow

LENGTH = 50
"""Queries that are remembered."""

_KEY = "search history"


def all_queries(work: Work) -> tuple[str, ...]:
    """The queries that are remembered, the latest first."""
    value = work.session.scalar(select(PropertyRow.value).where(PropertyRow.key == _KEY))
    return tuple(json.loads(value)) if value else ()


def remember(work: Work, query: str) -> None:
    """Put the query first; it stands there only once, and the oldest is forgotten."""
    others = [one for one in all_queries(work) if one != query]
    _put(work, [query, *others][:LENGTH])


def clear(work: Work) -> None:
    """Forget every query."""
    _put(work, [])


def _put(work: Work, queries: list[str]) -> None:
    work.session.merge(PropertyRow(key=_KEY, value=json.dumps(queries)))
    work.session.flush()
