"""How two takes stand to each other. The program cannot tell; only the reader says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What a take does to another one."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    ADDS = "adds"
    DIFFERENT_QUESTION = "different question"


@dataclass(frozen=True, slots=True)
class TakeRelation:
    """That the second take agrees with the first, contradicts it, adds to it, or answers another.

    Two takes have one relation at most, whichever of them comes first.
    """

    first_id: int
    second_id: int
    relation: Relation

    def is_between(self, one_id: int, other_id: int) -> bool:
        """Whether it is about these two takes."""
        return {self.first_id, self.second_id} == {one_id, other_id}
