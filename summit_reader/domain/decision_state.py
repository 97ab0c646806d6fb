"""What the reader had decided before a step, so that the step can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.correction import Correction
from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.domain.relation import TakeRelation


@dataclass(frozen=True, slots=True)
class PointRecord:
    """All that is kept of a point besides its takes.

    `pair` are the takes to open first; `is_ordered` tells that the reader has ordered its takes.
    """

    question: str
    second_phrase: str
    position: int
    is_ordered: bool
    pair: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True, slots=True)
class TakeDecision:
    """What was decided about a take on a point, by whom, and its place among the others."""

    decision: Decision
    decided_by: DecidedBy
    position: int


@dataclass(frozen=True, slots=True)
class RefusedPassage:
    """A passage that the reader does not want proposed for a point, by its words."""

    point_id: int
    article_id: int
    text: str


OnPoint = tuple[int, int]
"""A point and a take, by their numbers."""

Pair = tuple[int, int]
"""Two takes by their numbers, the smaller one first."""


@dataclass(frozen=True, slots=True)
class DecisionState:
    """What a step is about, each with what there was; None where there was nothing.

    `correction` is the step about takes that belongs to it: accepting a passage makes one.
    """

    points: tuple[tuple[int, PointRecord | None], ...] = ()
    takes: tuple[tuple[OnPoint, TakeDecision | None], ...] = ()
    refused: tuple[tuple[RefusedPassage, bool], ...] = ()
    relations: tuple[tuple[Pair, TakeRelation | None], ...] = ()
    correction: Correction | None = None
