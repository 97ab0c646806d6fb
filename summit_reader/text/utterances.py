"""Words with their speaker, as found in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from summit_reader.domain.spans import Span
from summit_reader.text.attribution import Attribution
from summit_reader.text.discourse import Referent


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

    @property
    def is_direct(self) -> bool:
        """Whether all of the words stand between marks."""
        return self.segments == self.quoted
