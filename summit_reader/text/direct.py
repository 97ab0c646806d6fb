"""Who says what stands in quotation marks: the attribution after, before, or further up."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summit_reader.domain.spans import Span
from summit_reader.text.attribution import (
    Attribution,
    attribution_after,
    cues_in,
    subject_before,
)
from summit_reader.text.masking import BLOT
from summit_reader.text.mentions import mention_in
from summit_reader.text.quotations import Quotation
from summit_reader.text.vocabulary import NAMING

LONGEST_GAP = 28
"""Words of the report that may stand between a cue and the quotation it introduces."""
LONGEST_LEAD = 400
"""Characters before a quotation in which its cue is looked for."""
LONGEST_SUBJECT = 80
"""Characters of a name right before a fragment."""

_CONJUNCTIONS = frozenset(("that", "but", "and", "while", "because", "as", "or"))
_INTRODUCTION = re.compile(r"(?:\w{1,20}\s){0,3}\w{1,20},$")
_LAST_WORD = re.compile(r"\w{1,20}$")
_OPENING_MARKS = ' \n“"‘„«([-–—'
_SUBJECT = re.compile(r"(?P<subject>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})\s$")


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution of a quotation; `gap` counts the report's words between cue and quotation."""

    attribution: Attribution
    gap: int = 0


def attribution_of(
    text: str, quotation: Quotation, sentence: Span, following: int
) -> Attributed | None:
    """Who says `quotation`, by what stands around it in the masked `text`.

    `following` is where the next quotation of the paragraph opens, or where the paragraph ends.
    """
    after = _after(text, quotation, sentence, following)
    if after is not None:
        return Attributed(after)
    return _before(text, quotation, sentence)


def _after(text: str, quotation: Quotation, sentence: Span, following: int) -> Attribution | None:
    last = text[quotation.inner.end - 1]
    if last == "." and quotation.inner.end > sentence.end - 2:
        return None  # the quotation ends the sentence: what follows speaks of something else
    limit = following if last in "?!" else min(following, sentence.end)
    start = quotation.outer.end
    if start >= limit:
        return None
    return attribution_after(text, Span(start, limit))


def _before(text: str, quotation: Quotation, sentence: Span) -> Attributed | None:
    start = max(sentence.start, quotation.outer.start - LONGEST_LEAD)
    lead = Span(min(start, quotation.outer.start), quotation.outer.start)
    for cue in reversed(list(cues_in(text, lead))):
        gap = text[cue.end() : lead.end].replace(BLOT, "").split()
        if len(gap) > LONGEST_GAP:
            break
        found = subject_before(text, lead.start, cue)
        if found is not None:
            words = sum(any(char.isalpha() for char in word) for word in gap)
            return Attributed(_up_to(text, found, lead.end), words - (gap[-1:] == ["that"]))
    return None


def _up_to(text: str, found: Attribution, end: int) -> Attribution:
    """`found` with "that", or with the whole phrase that leads from "thanked" to the words."""
    rest = text[found.span.end : end].rstrip(' “"‘:,')
    if rest.strip() != "that" and found.cue not in NAMING:
        return found
    return replace(found, span=Span(found.span.start, found.span.end + len(rest)))


def attribution_before(text: str, lead: Span) -> Attribution | None:
    """The last attribution in `lead`, the words that lead to a quotation nested in another."""
    for cue in reversed(list(cues_in(text, lead))):
        found = subject_before(text, lead.start, cue)
        if found is not None:
            return found
    return None


def is_fragment(text: str, quotation: Quotation, sentence: Span) -> bool:
    """Whether the quotation cannot stand alone: it goes on where the report's own clause stops."""
    if not text[quotation.inner.start].islower():
        return False
    begin = max(sentence.start, quotation.outer.start - LONGEST_LEAD)
    lead = text[begin : quotation.outer.start].rstrip(_OPENING_MARKS)
    if not lead or lead.endswith(":") or _INTRODUCTION.fullmatch(lead):
        return False
    last = _LAST_WORD.search(lead[-20:])
    return last is None or last.group().casefold() not in _CONJUNCTIONS


def subject_of(text: str, quotation: Quotation, sentence: Span) -> str:
    """The name right before a fragment, which is whom it speaks of; empty if there is none."""
    begin = max(sentence.start, quotation.outer.start - LONGEST_SUBJECT)
    match = _SUBJECT.search(text[begin : quotation.outer.start])
    if match is None or mention_in(match["subject"]) is None:
        return ""
    return match["subject"]
