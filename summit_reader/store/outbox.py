"""The numbered list of changes that the search index has to follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, insert, select

from summit_reader.store.database import Work
from summit_reader.store.rows import Action, OutboxRow

__all__ = ["Action", "Change", "after", "append", "last", "restart"]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to an article."""

    number: int
    article_id: int
    action: Action


def append(work: Work, article_id: int, action: Action) -> int:
    """The number of the change that was noted."""
    row = OutboxRow(article_id=article_id, action=action)
    work.session.add(row)
    work.session.flush()
    return row.change


def after(work: Work, number: int) -> tuple[Change, ...]:
    """The changes since the one with this number, oldest first."""
    rows = work.session.scalars(
        select(OutboxRow).where(OutboxRow.change > number).order_by(OutboxRow.change)
    )
    return tuple(Change(row.change, row.article_id, row.action) for row in rows)


def restart(work: Work, beyond: int, article_ids: Iterable[int]) -> None:
    """Note that everything may have changed, under numbers greater than `beyond`.

    For a library that was put back to an earlier state: its next changes must not get the numbers
    that an index already knows for others.
    """
    rows = [
        {"change": change, "article_id": article_id, "action": Action.PUT}
        for change, article_id in enumerate(article_ids, max(beyond, last(work)) + 1)
    ]
    if rows:
        work.session.execute(insert(OutboxRow), rows)


def last(work: Work) -> int:
    """The number of the last change; 0 if there was none."""
    return work.session.scalar(select(func.max(OutboxRow.change))) or 0
