"""Which row of the list stays chosen when a point is listed anew."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.domain.proposal import Proposal
from summit_reader.domain.take import Take
from summit_reader.gui.takes.model import ProposalRow, Row, TakeRow


def row_again(rows: Sequence[Row], before: Row, number: int) -> int | None:
    """Where what was chosen stands now; `number` is where it was among the proposals.

    A proposal that was accepted is a take now. For one that was refused, the next stands in.
    """
    if isinstance(before, TakeRow):
        same = (at for at, row in enumerate(rows) if _take_of(row) == before.take.id)
        return next(same, None)
    if not isinstance(before, ProposalRow):
        return None
    proposal = before.proposal
    for at, row in enumerate(rows):
        if isinstance(row, ProposalRow) and row.proposal.part == proposal.part:
            return at
        if isinstance(row, TakeRow) and _is_of(row.take, proposal):
            return at
    others = [at for at, row in enumerate(rows) if isinstance(row, ProposalRow)]
    return others[min(number, len(others) - 1)] if others else None


def number_among_proposals(rows: Sequence[Row], at: int) -> int:
    """How many proposals stand above a row."""
    return sum(isinstance(row, ProposalRow) for row in rows[:at])


def _take_of(row: Row) -> int | None:
    return row.take.id if isinstance(row, TakeRow) else None


def _is_of(take: Take, proposal: Proposal) -> bool:
    """Whether a take is what was proposed: that take, or the words of that passage."""
    if proposal.take is not None:
        return take.id == proposal.take.id
    part = proposal.part
    inside = all(part.source.contains(segment) for segment in take.anchor.segments)
    return take.article_id == part.article_id and inside
