"""What is wrong with a query, as it is shown: which characters, and the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summit_reader.domain.search import QueryFault
from summit_reader.gui.wording import clause_words, tr

SHOWN = 30
"""Characters of the blamed part that the sentence repeats."""


def finished(faults: Iterable[QueryFault]) -> tuple[QueryFault, ...]:
    """The faults that the next letters will not put right: the others stay quiet."""
    return tuple(fault for fault in faults if not fault.is_unfinished)


def still_standing(faults: Iterable[QueryFault], before: str, now: str) -> tuple[QueryFault, ...]:
    """The faults whose characters are the same in what was typed since.

    >>> from summit_reader.domain.clause import clause
    >>> from summit_reader.domain.spans import Span
    >>> fault = QueryFault(Span(0, 4), clause("there is no such month"))
    >>> [len(still_standing([fault], "2013", now)) for now in ("2013 kim", "201", "k2013")]
    [1, 0, 0]
    """
    return tuple(fault for fault in faults if before[: fault.span.end] == now[: fault.span.end])


def sentence_on(faults: Sequence[QueryFault], query: str) -> str:
    """What is wrong first, with the characters it is about; empty without a fault."""
    if not faults:
        return ""
    fault = faults[0]
    blamed = fault.span.of(query)
    shown = blamed if len(blamed) <= SHOWN else blamed[:SHOWN] + "…"
    return tr("“{part}”: {reason}.").format(part=shown, reason=clause_words(fault.reason))
