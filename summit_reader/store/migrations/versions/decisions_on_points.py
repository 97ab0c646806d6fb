"""Second phrases and orders of points, passages the reader refused, and relations of takes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the columns and tables; no number of a point is used twice from now on."""
    # What they hold in rows that are older than they are.
    op.add_column(
        "points", sa.Column("second_phrase", sa.Text(), nullable=False, server_default="")
    )
    op.add_column(
        "points", sa.Column("is_ordered", sa.Boolean(), nullable=False, server_default="0")
    )
    with op.batch_alter_table(
        "points", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as points:
        points.alter_column("second_phrase", server_default=None)
        points.alter_column("is_ordered", server_default=None)
    _refused_passages()
    _take_relations()


def _refused_passages() -> None:
    op.create_table(
        "refused_passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_refused_passages"),
        sa.ForeignKeyConstraint(
            ["point_id"],
            ["points.id"],
            name="fk_refused_passages_point_id_points",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_refused_passages_article_id_articles",
            ondelete="CASCADE",
        ),
    )
    for column in ("point_id", "article_id"):
        op.create_index(f"ix_refused_passages_{column}", "refused_passages", [column], unique=False)


def _take_relations() -> None:
    op.create_table(
        "take_relations",
        sa.Column("smaller_id", sa.Integer(), nullable=False),
        sa.Column("greater_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("is_swapped", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("smaller_id", "greater_id", name="pk_take_relations"),
        sa.ForeignKeyConstraint(
            ["smaller_id"],
            ["takes.id"],
            name="fk_take_relations_smaller_id_takes",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["greater_id"],
            ["takes.id"],
            name="fk_take_relations_greater_id_takes",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_take_relations_greater_id", "take_relations", ["greater_id"], unique=False)
