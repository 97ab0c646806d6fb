"""What the reader decides about takes, why they are credited, and which rules read a text."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; no number of a take is used twice from now on."""
    _takes()
    _articles()


def _takes() -> None:
    # What they hold in rows that are older than they are.
    filled: tuple[sa.Column[Any], ...] = (
        sa.Column("quoted", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("hedged", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("standing", sa.String(), nullable=False, server_default="proposed"),
        sa.Column("lost", sa.Boolean(), nullable=False, server_default="0"),
        sa.Column("found", sa.JSON(), nullable=False, server_default="[]"),
    )
    names = [column.name for column in filled]
    empty = (
        sa.Column("clause", sa.JSON(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
    )
    for column in (*filled, *empty):
        op.add_column("takes", column)
    with op.batch_alter_table(
        "takes", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as takes:
        for name in names:
            takes.alter_column(name, server_default=None)
        takes.create_foreign_key(
            "fk_takes_replaced_by_takes", "takes", ["replaced_by"], ["id"], ondelete="CASCADE"
        )


def _articles() -> None:
    op.add_column(
        "articles", sa.Column("extraction", sa.Integer(), nullable=False, server_default="0")
    )
    # In front of the long columns, which a list does not read.
    with op.batch_alter_table(
        "articles", recreate="always", partial_reordering=[("cut", "extraction", "removed")]
    ) as articles:
        articles.alter_column("extraction", server_default=None)
