"""A search looks up what it shows: no table is read through for a page of results."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from summit_reader.bootstrap import Services
from summit_reader.store.database import Database

Statement = tuple[str, Any]


@contextmanager
def noted() -> Iterator[list[Statement]]:
    """The statements that are executed, with their parameters."""
    statements: list[Statement] = []

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        if statement.startswith("SELECT"):
            statements.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "query", ["harbour", "speaker:reed", "title:saved", "country:US", "harbour in:removed"]
)
def test_no_table_is_read_through(stocked: Services, database: Database, query: str) -> None:
    with noted() as statements:
        stocked.searching.search(query, 1)
    assert statements
    with database.read() as work:
        connection = work.session.connection()
        plans = [
            step[-1]
            for statement, parameters in statements
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    large = ("passages", "articles", "takes")
    assert [plan for plan in plans if plan.startswith(tuple(f"SCAN {one}" for one in large))] == []
