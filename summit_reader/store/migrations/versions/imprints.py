"""What a file states of its article, kept so that the text can be read anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; of older texts nothing is known to have been stated."""
    op.add_column("articles", sa.Column("imprint", sa.JSON(), nullable=True))
