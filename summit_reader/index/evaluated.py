"""What an evaluator of Whoosh queries answers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document of a segment, both by number, with its score."""

    segment: int
    document: int
    score: float


@dataclass(frozen=True, slots=True)
class Evaluated:
    """How many documents match, the best of them, and how many hold each term of some fields.

    With `is_exact` false, `total` and the counts are lower bounds.
    """

    total: int
    documents: list[Ranked]
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    is_exact: bool = True
