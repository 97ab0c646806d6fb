"""How takes stand to their neighbours, as a reader of a hand-out is told."""

from __future__ import annotations

from itertools import pairwise
from string import ascii_uppercase

from summit_reader.domain.comparison import Card, Clipping, Comparison
from summit_reader.domain.relation import Relation

_SIGNS = {
    Relation.AGREES: "= agrees with {other}",
    Relation.CONTRADICTS: "≠ contradicts {other}",
    Relation.ADDS: "+ adds to {other}",
    Relation.DIFFERENT_QUESTION: "– answers a different question than {other}",
}


class Relating:
    """The relations of neighbours in a row, each told of the take that does it to the other.

    The other one is named by the letter of its column, or by its place where columns have none.
    """

    def __init__(self, comparison: Comparison, *, by_letter: bool) -> None:
        self._said: dict[str, list[str]] = {}
        places = {card.id: place for place, card in enumerate(comparison.cards, start=1)}
        for one, other in pairwise(comparison.cards):
            said = comparison.relation(one, other) if one.row == other.row else None
            if said is None or not isinstance(other, Clipping):
                continue
            doer, done_to = (other, one) if said.second_id == other.take.id else (one, other)
            name = ascii_uppercase[done_to.column] if by_letter else str(places[done_to.id])
            words = _SIGNS[said.relation].format(other=name)
            self._said.setdefault(doer.id, []).append(words)

    def of(self, card: Card) -> tuple[str, ...]:
        """What the take of this card does to those beside it."""
        return tuple(self._said.get(card.id, ()))
