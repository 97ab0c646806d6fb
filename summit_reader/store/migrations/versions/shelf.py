"""The reader's facts of outlets and articles, marks on articles, and the bin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the columns and tables; no number of an outlet is used twice from now on."""
    _outlets()
    _marks_and_corrections()
    _bin()


def _outlets() -> None:
    # What they hold in rows that are older than they are.
    columns: tuple[sa.Column[str] | sa.Column[bool], ...] = (
        sa.Column("owner", sa.Text(), nullable=False, server_default=""),
        sa.Column("notes", sa.Text(), nullable=False, server_default=""),
        sa.Column("is_decided", sa.Boolean(), nullable=False, server_default="0"),
    )
    names = [column.name for column in columns]
    for column in columns:
        op.add_column("outlets", column)
    with op.batch_alter_table(
        "outlets", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as outlets:
        for name in names:
            outlets.alter_column(name, server_default=None)
    op.add_column(
        "outlet_aliases",
        sa.Column("brought", sa.JSON(), nullable=False, server_default="[[],[],[]]"),
    )
    with op.batch_alter_table("outlet_aliases", recreate="always") as aliases:
        aliases.alter_column("brought", server_default=None)


def _marks_and_corrections() -> None:
    op.create_table(
        "article_marks",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("is_read", sa.Boolean(), nullable=False),
        sa.Column("is_flagged", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_article_marks"),
        _reference("article_marks", "article_id", "articles"),
    )
    op.create_table(
        "article_corrections",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_article_corrections"),
        _reference("article_corrections", "article_id", "articles"),
    )


def _bin() -> None:
    op.create_table(
        "binned_articles",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("binned_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_binned_articles"),
        _reference("binned_articles", "article_id", "articles"),
        _reference("binned_articles", "outlet_id", "outlets"),
    )
    op.create_table(
        "binned_takes",
        sa.Column("take_id", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("binned_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("take_id", name="pk_binned_takes"),
        _reference("binned_takes", "take_id", "takes"),
        _reference("binned_takes", "outlet_id", "outlets"),
    )
    for table in ("binned_articles", "binned_takes"):
        op.create_index(f"ix_{table}_outlet_id", table, ["outlet_id"], unique=False)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=f"fk_{table}_{column}_{to}", ondelete="CASCADE"
    )
