"""An index that holds all that counting the takes of outlets looks at."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Put it in the place of the one on outlets alone."""
    op.drop_index("ix_takes_outlet_id", "takes")
    op.create_index(
        "ix_takes_outlet_id_standing_replaced_by_article_id",
        "takes",
        ["outlet_id", "standing", "replaced_by", "article_id"],
    )
