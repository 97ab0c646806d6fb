"""Decisions on names, and a person of its own for every spelling.

Until now a hyphen made no difference, so that “Jong-un” and “Jong Un” were one person without
anybody having said so. They are two from here on, and proposed as the same.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_PEOPLE = sa.table("people", *map(sa.column, ("id", "name", "key", "aliases")))
_TAKES = sa.table("takes", *map(sa.column, ("id", "person_id", "chain")))
_SIGNS = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{HYPHEN}": "-", "\u2011": "-"})


def upgrade() -> None:
    """Make the table, then give every spelling its person."""
    op.create_table(
        "person_decisions",
        sa.Column("first_key", sa.Text(), nullable=False),
        sa.Column("second_key", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("first_key", "second_key", name="pk_person_decisions"),
    )
    op.create_index(
        "ix_person_decisions_second_key", "person_decisions", ["second_key"], unique=False
    )
    for person_id, name, aliases in (
        op.get_bind()
        .execute(sa.select(_PEOPLE.c.id, _PEOPLE.c.name, _PEOPLE.c.aliases).order_by(_PEOPLE.c.id))
        .all()
    ):
        forms: dict[str, list[str]] = {}
        for form in (name, *json.loads(aliases)):
            forms.setdefault(_key(form), []).append(form)
        _split(person_id, forms)


def _split(person_id: int, forms: dict[str, list[str]]) -> None:
    (key, (_, *aliases)), *others = forms.items()
    op.get_bind().execute(
        sa.update(_PEOPLE)
        .where(_PEOPLE.c.id == person_id)
        .values(key=key, aliases=json.dumps(aliases))
    )
    for other, (name, *rest) in others:
        added = (
            op.get_bind()
            .execute(
                sa.insert(_PEOPLE)
                .values(name=name, key=other, aliases=json.dumps(rest))
                .returning(_PEOPLE.c.id)
            )
            .scalar_one()
        )
        _hand_over(person_id, added, other)


def _hand_over(person_id: int, added: int, key: str) -> None:
    rows = op.get_bind().execute(
        sa.select(_TAKES.c.id, _TAKES.c.chain).where(_TAKES.c.person_id == person_id)
    )
    for take_id, chain in rows.all():
        if _key(json.loads(chain)[0][0]) == key:
            op.get_bind().execute(
                sa.update(_TAKES).where(_TAKES.c.id == take_id).values(person_id=added)
            )


def _key(name: str) -> str:
    return " ".join(name.translate(_SIGNS).casefold().split())
