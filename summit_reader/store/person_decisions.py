"""Named queries on what the reader decided about names."""

from __future__ import annotations

from sqlalchemy import select

from summit_reader.domain.person import NameDecision
from summit_reader.domain.point import Decision
from summit_reader.store.database import Work
from summit_reader.store.rows import PersonDecisionRow


def all_decisions(work: Work) -> tuple[NameDecision, ...]:
    """Every decision, in the order of the names."""
    rows = work.session.scalars(
        select(PersonDecisionRow).order_by(
            PersonDecisionRow.first_key, PersonDecisionRow.second_key
        )
    )
    return tuple(NameDecision(row.first_key, row.second_key, row.decision) for row in rows)


def put(work: Work, decided: NameDecision) -> NameDecision:
    """Note a decision, or that there is none any more; what was decided before."""
    row = work.session.get(PersonDecisionRow, (decided.first, decided.second))
    before = Decision.PROPOSED if row is None else row.decision
    if decided.decision is Decision.PROPOSED:
        if row is not None:
            work.session.delete(row)
    elif row is None:
        work.session.add(
            PersonDecisionRow(
                first_key=decided.first, second_key=decided.second, decision=decided.decision
            )
        )
    else:
        row.decision = decided.decision
    work.session.flush()
    return NameDecision(decided.first, decided.second, before)
