"""Words with their speaker, as found in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from summit_reader.domain.spans import Span
from summit_reader.text.attribution.attribution import Attribution
from summit_reader.text.discourse import Referent

MOSTLY = 0.8
"""Share of a clause from which on it is a quotation with a few words before it."""


@dataclass(slots=True)
class Utterance:
    """Words with their speaker; `segments` and `quoted`, places in the text, may still grow."""

    segments: list[Span]
    quoted: list[Span]
    attribution: Attribution
    referent: Referent
    sentence: Span
    fragment: bool = False
    subject: str = ""
    clause: Span | None = None
    hedged: bool = False
    nested: list[Utterance] = field(default_factory=list)

    def belong_to(self, clause: Span) -> None:
        """Remember the clause of the report that the words are part of, unless they are all of it.

        "He called it “a farce”" is a clause; of "“… a long sentence …,” he added" little is not
        quoted.
        """
        quoted = sum(len(span) for span in self.quoted if clause.contains(span))
        if quoted <= MOSTLY * len(clause):
            self.clause = clause

    @property
    def is_direct(self) -> bool:
        """Whether all of the words stand between marks."""
        return self.segments == self.quoted
