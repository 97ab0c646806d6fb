"""What lies in the bin is seen by no query: its rows stay, and every SELECT passes over them.

So nothing has to be written back when something is taken out of the bin again: points, stories,
relations and clippings find their takes and texts as they were.
"""

from __future__ import annotations

from sqlalchemy import event, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from summit_reader.store.rows import (
    ArticleRow,
    BinnedArticleRow,
    BinnedTakeRow,
    PassageRow,
    PointTakeRow,
    StoryArticleRow,
    TakeRelationRow,
    TakeRow,
)

WITH_BINNED = {"summit_with_binned": True}
"""Execution options of a query that is to see what lies in the bin, too."""

# Tables, not rows: what is hidden must not be hidden from what says that it is.
_ARTICLES = BinnedArticleRow.__table__
_TAKES = TakeRow.__table__
_BY_THEMSELVES = BinnedTakeRow.__table__


_IN_BIN = select(_ARTICLES.c.article_id)
_ALONE_IN_BIN = select(_BY_THEMSELVES.c.take_id)
_TAKES_IN_BIN = _ALONE_IN_BIN.union_all(
    select(_TAKES.c.id).join(_ARTICLES, _ARTICLES.c.article_id == _TAKES.c.article_id)
)

_CRITERIA = (
    with_loader_criteria(ArticleRow, lambda row: row.id.not_in(_IN_BIN), include_aliases=True),
    with_loader_criteria(
        PassageRow, lambda row: row.article_id.not_in(_IN_BIN), include_aliases=True
    ),
    with_loader_criteria(
        StoryArticleRow, lambda row: row.article_id.not_in(_IN_BIN), include_aliases=True
    ),
    with_loader_criteria(
        TakeRow,
        lambda row: row.article_id.not_in(_IN_BIN) & row.id.not_in(_ALONE_IN_BIN),
        include_aliases=True,
    ),
    with_loader_criteria(
        PointTakeRow, lambda row: row.take_id.not_in(_TAKES_IN_BIN), include_aliases=True
    ),
    with_loader_criteria(
        TakeRelationRow,
        lambda row: row.smaller_id.not_in(_TAKES_IN_BIN) & row.greater_id.not_in(_TAKES_IN_BIN),
        include_aliases=True,
    ),
)


class LibraryDatabaseSession(Session):
    """A session that does not see what lies in the bin."""


@event.listens_for(LibraryDatabaseSession, "do_orm_execute")
def _hide(state: ORMExecuteState) -> None:
    wants_all = state.execution_options.get("summit_with_binned", False)
    if state.is_select and not state.is_column_load and not wants_all:
        state.statement = state.statement.options(*_CRITERIA)
