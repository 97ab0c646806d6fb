"""Attributions: the cue before, after or inside a sentence, and the phrase that names the speaker.

All functions read a *masked* text, in which what stands between quotation marks is blotted out, so
that nothing a speaker says is taken for the report around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.domain.spans import Span
from summit_reader.text.masking import BLOT
from summit_reader.text.mentions import Mention, mention_in
from summit_reader.text.vocabulary import NAMING, STATING

REACH = 300
"""Characters from a quotation within which its attribution stands."""
NAME_REACH = 120
"""Characters that a name with its titles has at most."""

_CUES = STATING | NAMING
# A word, then a look into the set: an alternation of all verbs would be tried one by one.
_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,14}(?![\w’'-])")
_BOUNDARY = re.compile(
    rf"[,;:–—“”\"(){BLOT}]|\s--?\s|\b(?:but|and|while|as|because|that|which|when|where|with|if"
    r"|although|though|so|or|for|than|after|since)\s",
    re.IGNORECASE,
)
_BEFORE_CUE = re.compile(
    r"(?:\s(?:had|has|have|also|later|then|then-|previously|earlier|once|often|again|even|recently"
    r"|would|will|did|[a-z]{3,20}ly))*\s*$"
)
_RELATIVE = re.compile(r"(?:,|\s--?|\s[–—])\swho$")
_OPENING = re.compile(r"[\s,–—-]*")
_PHRASE_END = re.compile(rf"[;:“”\"{BLOT}]|[.!?](?:\s|$)|\s--?\s|\s[–—]\s")
_ACCORDING = re.compile(r"\baccording to\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the speaker beside it; `subject` is None where the sentence leaves it out."""

    cue: str
    span: Span
    cue_span: Span
    mention: Mention | None


def cues_in(text: str, place: Span) -> Iterator[re.Match[str]]:
    """The verbs of saying in the stretch `place`, in order."""
    words = _WORD.finditer(text, place.start, place.end)
    return (word for word in words if word.group() in _CUES)


def subject_before(text: str, start: int, cue: re.Match[str]) -> Attribution | None:
    """The attribution whose subject stands right before `cue`, not further back than `start`."""
    begin = max(start, cue.start() - REACH)
    window = text[begin : cue.start()]
    trailing = _BEFORE_CUE.search(window)
    end = trailing.start() if trailing else len(window)
    phrase = window[:end]
    relative = _RELATIVE.search(phrase)
    if relative is not None:
        return _ending_with_name(begin, phrase[: relative.start()], cue)
    if phrase.endswith(","):
        return _with_apposition(begin, phrase, cue)
    boundary = 0
    for match in _BOUNDARY.finditer(phrase):
        boundary = match.end()
    return _attribution(begin, phrase, boundary, cue)


def attribution_after(text: str, place: Span) -> Attribution | None:
    """The attribution that opens the stretch `place`: "said X, a Y" or "X said"."""
    opening = _OPENING.match(text, place.start, place.end)
    at = opening.end() if opening else place.start
    end = _phrase_end(text, Span(at, place.end))
    cue = _WORD.match(text, at, end)
    if cue is not None and cue.group() in _CUES:
        return _inverted(text, Span(at, end), cue)
    according = _ACCORDING.match(text, at, end)
    if according is not None:
        return _inverted(text, Span(at, end), according)
    for cue in cues_in(text, Span(at, end)):
        mention = mention_in(text[at : cue.start()])
        if mention is None:
            without = _BEFORE_CUE.search(text[at : cue.start()])
            mention = mention_in(text[at : at + without.start()]) if without else None
        if mention is not None:
            return Attribution(cue.group(), Span(at, cue.end()), Span(*cue.span()), mention)
    return None


def _inverted(text: str, place: Span, cue: re.Match[str]) -> Attribution | None:
    """The longest phrase after `cue` that reads as one speaker."""
    ends = [match.start() for match in re.finditer(",", text[cue.end() : place.end])]
    for end in (place.end, *(cue.end() + comma for comma in reversed(ends))):
        phrase = text[cue.end() : end]
        mention = mention_in(phrase)
        if mention is not None:
            stop = cue.end() + len(phrase.rstrip(" ,.-–—\n"))
            return Attribution(
                cue.group().strip(), Span(place.start, stop), Span(*cue.span()), mention
            )
    return None


def _phrase_end(text: str, place: Span) -> int:
    """Where the sentence, or the part of it up to a dash or a quotation, ends."""
    for match in _PHRASE_END.finditer(text, place.start, place.end):
        word = text[max(place.start, match.start() - 2) : match.start()]
        if match.group()[0] == "." and word[-1:].isupper() and not word[:1].isalpha():
            continue  # an initial: "Joel M. Wit"
        return match.start()
    return place.end


def _attribution(begin: int, phrase: str, boundary: int, cue: re.Match[str]) -> Attribution | None:
    words = phrase[boundary:]
    mention = mention_in(words)
    if mention is None:
        return None
    start = begin + boundary + len(words) - len(words.lstrip())
    return Attribution(cue.group(), Span(start, cue.end()), Span(*cue.span()), mention)


def _with_apposition(begin: int, phrase: str, cue: re.Match[str]) -> Attribution | None:
    """Reads "Andrei Lankov, an expert on the North, " before "said"."""
    commas = [match.start() for match in re.finditer(",", phrase[:-1])]
    for comma in reversed(commas[-3:]):
        boundary = 0
        for match in _BOUNDARY.finditer(phrase, 0, comma):
            boundary = match.end()
        found = _attribution(begin, phrase.rstrip(", "), boundary, cue)
        if found is not None and found.mention is not None and found.mention.name:
            return found
    return None


def _ending_with_name(begin: int, phrase: str, cue: re.Match[str]) -> Attribution | None:
    """The name before a relative "who": the longest phrase at the end of `phrase` that is one."""
    offset = max(len(phrase) - NAME_REACH, 0)
    blanks = (offset + match.end() for match in re.finditer(r"\s", phrase[offset:]))
    for start in (offset, *blanks):
        found = _attribution(begin, phrase, start, cue)
        if found is not None and found.mention is not None and found.mention.name:
            return found
    return None
