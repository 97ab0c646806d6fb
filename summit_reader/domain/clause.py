"""Words about something that are put together here and said in the reader's language elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Month:
    """A month, named by its first day."""

    first: date


Fact: TypeAlias = "str | int | date | Month | Clause"
"""What can stand in a gap of a clause: a name or a word as it was typed, a number, a time."""


@dataclass(frozen=True, slots=True)
class Clause:
    """English words with gaps in braces, and the facts that fill them; a fact may be a clause.

    Whoever shows it translates the words and writes numbers and dates as its reader does.
    """

    words: str
    facts: tuple[tuple[str, Fact], ...] = ()

    def said(
        self, translated: Callable[[str], str], written: Callable[[str | int | date | Month], str]
    ) -> str:
        """The clause with its words `translated` and its facts `written`."""
        filled = {
            name: fact.said(translated, written) if isinstance(fact, Clause) else written(fact)
            for name, fact in self.facts
        }
        return translated(self.words).format(**filled)

    def __str__(self) -> str:
        return self.said(str, _in_english)


def clause(words: str, /, **facts: Fact) -> Clause:
    """The clause made of these words and facts.

    >>> str(clause("{what}, published on {day}", what="kim", day=date(2019, 4, 25)))
    'kim, published on 25 April 2019'
    """
    return Clause(words, tuple(facts.items()))


def _in_english(fact: str | int | date | Month) -> str:
    if isinstance(fact, Month):
        return f"{fact.first:%B} {fact.first.year}"
    if isinstance(fact, date):
        return f"{fact.day} {fact:%B} {fact.year}"
    return f"{fact:,}" if isinstance(fact, int) else fact
