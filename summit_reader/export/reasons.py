"""Why words are credited to a speaker, in sentences: the evidence of the rules, put into words.

A sentence is an English source text with named gaps, like that of an error: the command line fills
them in, the window translates the sentence first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from summit_reader.domain.spans import Span
from summit_reader.domain.take import (
    BY_READER,
    Evidence,
    Origin,
    Standing,
    Take,
    TakeDraft,
    TakeKind,
    speaker_of,
)
from summit_reader.export.characters import one_line

LONGEST = 60
"""Characters of the text that a reason repeats."""

OF_RULE = {
    BY_READER: "You said whose words these are.",
    "press review block": "The press review prints the words under the name of the outlet.",
    "verb after": "“{cue}” follows, {distance} characters after the words.",
    "subject after": "The speaker follows with “{cue}”, {distance} characters after the words.",
    "according to": "The source is named with “{cue}”.",
    "verb before": "“{cue}” comes {distance} characters before the words.",
    "participle": "“{cue}” ties the words to the subject of the sentence.",
    "owner": "The words are called the speaker’s own: “{cue}”.",
    "colon": "A colon leads from the speaker to the words.",
    "colon above": "The paragraph above ends in a colon.",
    "signed": "The name stands under the words like a signature.",
    "transcript": "The name stands before the words, as in a transcript.",
    "reopened": "The quotation goes on from the paragraph above.",
    "same paragraph": "The same paragraph quotes this speaker already.",
    "next paragraph": "The paragraph below names the speaker.",
    "sentence subject": "The speaker is the subject of the sentence.",
    "paragraph above": "The paragraph above is about this speaker.",
    "statement": "“{cue}” introduces a statement without quotation marks.",
}
"""What each rule has seen; “distance” counts from the words to the cue."""
OF_ANOTHER_RULE = "The rule “{rule}” ties the words to the speaker."

OF_REFERENCE = {
    "pronoun": "“{subject}” is taken for {speaker}, last spoken of among those it fits.",
    "part of a name": "“{subject}” is taken for {speaker}.",
    "description": "“{subject}” is how the text describes the speaker.",
    "outlet noun": "“{subject}” is taken for the outlet named before.",
    "unresolved": "Whom “{subject}” means could not be told.",
}
NAMED_AT = "The full name stands at “{antecedent}”."
HEDGED = "The text itself takes a step back: it does not vouch for the statement."
REPORTED = "The words are the text’s own, not the speaker’s."
LISTED = "The catalogue of the sample lists this take."
CONFIRMED = "You have confirmed this take."
SHARE = "Of such cases about {share} in 100 are right."


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence with named gaps, and what fills them."""

    sentence: str
    facts: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence.format(**self.facts)


def reasons_of(take: Take | TakeDraft, source: str) -> tuple[Reason, ...]:
    """Why the take is credited as it is; `source` is the text that its spans are places in."""
    reasons = []
    if take.origin is Origin.CATALOGUE:
        reasons.append(Reason(LISTED))
    if take.evidence is not None:
        voice = speaker_of(take.chain)
        speaker = voice.name if voice is not None else take.outlet.name
        reasons.extend(_seen(take.evidence, source, speaker))
    if take.hedged:
        reasons.append(Reason(HEDGED))
    if take.kind in {TakeKind.INDIRECT, TakeKind.THESIS}:
        reasons.append(Reason(REPORTED))
    return tuple(reasons)


def trust_in(take: Take | TakeDraft) -> Reason | None:
    """How far the take can be relied on; None where the reader or a catalogue vouches for it."""
    if isinstance(take, Take) and take.standing is Standing.CONFIRMED:
        is_named = take.evidence is not None and take.evidence.rule == BY_READER
        return None if is_named else Reason(CONFIRMED)
    if take.origin is not Origin.EXTRACTED:
        return None
    return Reason(SHARE, {"share": round(100 * take.confidence)})


def _seen(evidence: Evidence, source: str, speaker: str) -> list[Reason]:
    cue, subject = _words(evidence.cue, source), _words(evidence.subject, source)
    sentence = OF_RULE.get(evidence.rule, OF_ANOTHER_RULE)
    if "{cue}" in sentence and not cue:
        sentence = OF_ANOTHER_RULE
    facts: dict[str, object] = {
        "rule": evidence.rule,
        "cue": cue,
        "distance": evidence.distance,
        "subject": subject,
        "speaker": one_line(speaker),
        "antecedent": _words(evidence.antecedent, source),
    }
    reasons = [Reason(sentence, facts)]
    if subject and evidence.reference in OF_REFERENCE:
        reasons.append(Reason(OF_REFERENCE[evidence.reference], facts))
        if facts["antecedent"] and facts["antecedent"] != speaker:
            reasons.append(Reason(NAMED_AT, facts))
    return reasons


def _words(span: Span | None, source: str) -> str:
    words = one_line(span.of(source)) if span is not None else ""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
