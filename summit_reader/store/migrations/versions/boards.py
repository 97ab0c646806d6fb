"""Rows and titled columns of comparisons, a bin for them, tags and colours of clippings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_PLACE = """
UPDATE clippings SET "row" = (
    SELECT count(*) FROM clippings AS above
    WHERE above.comparison_id = clippings.comparison_id
    AND above."column" = clippings."column" AND above.position < clippings.position
)
"""
"""What stood first stood on top: a column was filled in the order of its clippings."""


def upgrade() -> None:
    """Make the columns; each clipping gets the place where hand-outs have printed it."""
    with op.batch_alter_table("comparisons") as comparisons:
        comparisons.add_column(sa.Column("titles", sa.JSON(), nullable=False, server_default="[]"))
        comparisons.add_column(
            sa.Column("is_binned", sa.Boolean(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("clippings") as clippings:
        clippings.add_column(sa.Column("row", sa.Integer(), nullable=False, server_default="0"))
        clippings.add_column(sa.Column("tags", sa.JSON(), nullable=False, server_default="[]"))
        clippings.add_column(sa.Column("colour", sa.String(), nullable=True))
    op.execute(_PLACE)
    op.drop_index("ix_clippings_comparison_id_position", "clippings")
    with op.batch_alter_table("comparisons") as comparisons:
        comparisons.alter_column("titles", server_default=None)
        comparisons.alter_column("is_binned", server_default=None)
    with op.batch_alter_table("clippings") as clippings:
        clippings.drop_column("position")
        for name in ("row", "tags"):
            clippings.alter_column(name, server_default=None)
    op.create_index("ix_clippings_comparison_id_row", "clippings", ["comparison_id", "row"])
