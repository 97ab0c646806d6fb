"""Who says what, carried by whom, at which sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.spans import Span


class TakeKind(StrEnum):
    """How the words stand in the text."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    PRESS_REVIEW = "press review"
    ROUNDUP = "roundup citation"
    THESIS = "thesis"
    NARRATIVE = "narrative"


class Role(StrEnum):
    """Whose voice it is."""

    REPORTING = "reporting"
    EDITORIAL = "editorial"
    COLUMNIST = "columnist"
    EXPERT = "expert"
    OFFICIAL = "official"
    UNNAMED = "unnamed"
    COMMENT = "comment"


class Origin(StrEnum):
    """Where a take comes from: found by rules, marked by the reader, or listed in a catalogue."""

    EXTRACTED = "extracted"
    MARKED = "marked"
    CATALOGUE = "catalogue"


class Standing(StrEnum):
    """What the reader has made of a take; a rejected one is kept, so that it does not come back."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class VoiceKind(StrEnum):
    """What a link of an attribution chain is."""

    PERSON = "person"
    BODY = "body"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    CARRIER = "carrier"


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of an attribution chain; `description` is the affiliation as this text prints it."""

    name: str
    kind: VoiceKind
    description: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why words are credited to a speaker, as data; whoever shows it finds the wording.

    `rule` names the rule that tied them ("verb after": the cue follows the words). `distance`
    counts the characters between words and cue. `reference` says how the printed `subject` was read
    as the speaker ("pronoun": as the one meant by "he"), and `antecedent` is where that speaker is
    named. All spans are places in the source text.
    """

    rule: str
    cue: Span | None = None
    subject: Span | None = None
    distance: int = 0
    reference: str = ""
    antecedent: Span | None = None


BY_READER = "reader"
"""The rule of a take whose speaker the reader has named."""


def speaker_of(chain: tuple[Voice, ...]) -> Voice | None:
    """The person, body or unnamed group at the head of a chain; None where an outlet speaks."""
    if not chain or chain[0].kind in {VoiceKind.OUTLET, VoiceKind.CARRIER}:
        return None
    return chain[0]


@dataclass(frozen=True, slots=True)
class TakeDraft:
    """A take before it is stored.

    `chain` runs from the voice outwards (analysts, The Independent, The Week); `outlet` is the one
    whose take it is. `sentence` is the source stretch without which a fragment is not understood.
    `headline` and `thesis` belong to a press review; the thesis is the reviewer's paraphrase.
    `clause` is the reported clause that a fragment is the quoted part of, where it could be told.
    `quoted` lists what of the words stands between quotation marks: all of them in a direct take.
    `hedged` means that the article itself takes a step back ("reportedly", "allegedly").
    """

    kind: TakeKind
    role: Role
    origin: Origin
    anchor: Anchor
    outlet: OutletProfile
    chain: tuple[Voice, ...]
    attribution: Span | None = None
    cue: str = ""
    headline: str = ""
    thesis: str = ""
    subject: str = ""
    sentence: Span | None = None
    fragment: bool = False
    confidence: float = 1.0
    clause: Span | None = None
    quoted: tuple[Span, ...] = ()
    hedged: bool = False
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """A stored take. `segments` holds its words as the reader sees them, one string a segment.

    `lost` means that its words are no longer in the text: the anchor leads nowhere until the reader
    links the take to other words.
    """

    id: int
    article_id: int
    kind: TakeKind
    role: Role
    origin: Origin
    anchor: Anchor
    outlet: OutletRef
    chain: tuple[Voice, ...]
    segments: tuple[str, ...]
    attribution: Span | None = None
    cue: str = ""
    headline: str = ""
    thesis: str = ""
    subject: str = ""
    sentence: Span | None = None
    fragment: bool = False
    confidence: float = 1.0
    clause: Span | None = None
    quoted: tuple[Span, ...] = ()
    hedged: bool = False
    evidence: Evidence | None = None
    standing: Standing = Standing.PROPOSED
    lost: bool = False

    @property
    def text(self) -> str:
        """The words of the take; an ellipsis stands where an attribution splits them."""
        return " … ".join(self.segments)

    @property
    def speaker(self) -> Voice | None:
        """The person, body or unnamed group the words belong to; None where an outlet speaks."""
        return speaker_of(self.chain)

    @property
    def via(self) -> str:
        """Who stands between the outlet and the file we have, nearest first; empty if nobody."""
        outer = [voice.name for voice in self.chain if voice.name != self.outlet.name]
        speaker = self.speaker
        if speaker is not None:
            outer = outer[1:]
        return ", ".join(outer)
