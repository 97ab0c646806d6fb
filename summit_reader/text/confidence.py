"""How sure a rule is of its speaker: its share of right answers on annotated news, rounded."""

from __future__ import annotations

from summit_reader.text.attribution.attribution import Rule
from summit_reader.text.discourse import ReferenceKind

OF_RULE = {
    Rule.VERB_AFTER: 0.95,
    Rule.SUBJECT_AFTER: 0.95,
    Rule.ACCORDING: 0.85,
    Rule.VERB_BEFORE: 0.9,
    Rule.PARTICIPLE: 0.85,
    Rule.OWNER: 0.7,
    Rule.COLON: 0.85,
    Rule.COLON_ABOVE: 0.8,
    Rule.SIGNED: 0.85,
    Rule.TRANSCRIPT: 0.9,
    Rule.REOPENED: 0.9,
    Rule.SAME_PARAGRAPH: 0.9,
    Rule.NEXT_PARAGRAPH: 0.8,
    Rule.SENTENCE_SUBJECT: 0.5,
    Rule.PARAGRAPH_ABOVE: 0.4,
    Rule.STATEMENT: 0.7,
}
OF_REFERENCE = {
    ReferenceKind.PRONOUN: 0.9,
    ReferenceKind.UNRESOLVED: 0.5,
    ReferenceKind.OUTLET_NOUN: 0.9,
    ReferenceKind.DESCRIPTION: 0.9,
}
"""What is left of it where the speaker is not named in the attribution itself."""
UNMARKED = 0.75
"""What is left of it for words without marks: where they begin and end is a guess too."""


def confidence_in(rule: Rule, reference: ReferenceKind, *, is_quoted: bool) -> float:
    """From 0 to 1, two decimals."""
    share = OF_RULE[rule] * OF_REFERENCE.get(reference, 1.0)
    return round(share if is_quoted or rule is Rule.TRANSCRIPT else share * UNMARKED, 2)
