"""Statements without quotation marks: "X said that …", "according to X, …", "…, X said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.domain.spans import Span
from summit_reader.text.attribution import (
    Attribution,
    attribution_after,
    cues_in,
    subject_before,
)
from summit_reader.text.lines import trimmed
from summit_reader.text.mentions import mention_in
from summit_reader.text.people import NAME
from summit_reader.text.vocabulary import BARE, STATING

LONGEST_SENTENCE = 1_500
"""Characters beyond which a sentence is no sentence, and reading it cue by cue too slow."""
FEWEST_WORDS = 3
LONGEST_SOURCE = 240
"""Characters that may stand between "according to" and the comma after the source."""
TAIL = 260
"""Characters at the end of a sentence within which "…, X said" stands."""

_ACCORDING = re.compile(r"according to\s", re.IGNORECASE)
_APPOSITION = re.compile(rf",\s(?:{NAME}|(?:an?|who|former|senior)\s[^,]{{3,120}}),")
_BREAK = re.compile(r",\s|\s--?\s|\s?[–—]\s")
_BROKEN_OFF = re.compile(r"(?:,|\s--?|[–—])\s$")
_DELIMITER = re.compile(r",\s|\s--?\s|\s?[–—]\s?")
_TAIL_END = re.compile(
    r"(?:\s(?:reporters|journalists|parliament|lawmakers|the \w{2,20}(?: news agency)?"
    r"|[A-Z]\w{1,20}))?"
    r"(?:\s(?:on|in|at|during|late|earlier|last|after|this)\b[^,]{0,80}|\s[A-Z][a-z]{2,8}day)?\s?[.!]?$"
)
_THAT = re.compile(
    r"(?:\s(?:beforehand|earlier|later|again|(?:on|in|at|late|early|last|this)\s[^,.;]{2,40}?"
    r"|[A-Z][a-z]{2,5}day))?"
    r"(?:\s(?:[a-z]+\s)?[\w’']+(?:\s[\w’']+)?)??\s(?P<that>that,?\s)"
)
_TIME = re.compile(r"\s(?:beforehand|earlier|later|again|[A-Z][a-z]{2,5}day)(?=\s)")
_NO_CONTENT = re.compile(
    r"\s*(?:[,.;:!?)–—-]|(?:little|nothing|much|more|so|to|of|about|on|in|at|with|by|for|when|after|as"
    r"|during|against|from|into|over|his|her|its|goodbye|yes|no)\b)"
)
_CLAUSE_END = re.compile(
    r",\s(?:but|and|while|adding|saying|noting|without|according|though|although)\s|;\s|\s--?\s|\s[–—]\s"
)
_ELIDED = re.compile(
    r"\b(?:but|and)\s(?P<cue>(?:also\s|later\s|then\s)?(?P<verb>[a-z]{4,14})\sthat)\s"
)
_LEADING = re.compile(r"[\s•|]*(?:(?:But|And|Yet|So|However|Still),?\s)?")


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said; `attribution.mention` None: whoever spoke before."""

    segments: tuple[Span, ...]
    attribution: Attribution


def statements_in(text: str, sentence: Span) -> Iterator[Statement]:
    """The indirect statements of a `sentence` of the masked `text`."""
    if len(sentence) > LONGEST_SENTENCE:
        return
    for read in (_after_according, _before_tail, _around, _after_cue):
        statement = read(text, sentence)
        if statement is not None:
            yield statement
            break
    else:
        return
    yield from elided_in(text, Span(statement.segments[0].start, sentence.end))


def elided_in(text: str, sentence: Span) -> Iterator[Statement]:
    """The statements of somebody who is not named again: "…, but added that …"."""
    for match in _ELIDED.finditer(text, sentence.start, sentence.end):
        if match["verb"] not in STATING:
            continue
        content = _content(text, Span(match.end(), _clause_end(text, match.end(), sentence.end)))
        if content is not None:
            place = Span(*match.span("cue"))
            attribution = Attribution(match["verb"], place, Span(*match.span("verb")), None)
            yield Statement((content,), attribution)


def _after_according(text: str, sentence: Span) -> Statement | None:
    opening = _LEADING.match(text, sentence.start, sentence.end)
    at = opening.end() if opening else sentence.start
    match = _ACCORDING.match(text, at, sentence.end)
    if match is None:
        return None
    for comma in re.finditer(",", text[match.end() : match.end() + LONGEST_SOURCE]):
        end = match.end() + comma.start()
        if end >= sentence.end or _APPOSITION.match(text, end, sentence.end):
            continue
        mention = mention_in(text[match.end() : end])
        content = _content(text, Span(end + 1, sentence.end))
        if mention is None or content is None:
            return None
        cue = Span(match.start(), match.end() - 1)
        attribution = Attribution(cue.of(text), Span(match.start(), end), cue, mention)
        return Statement((content,), attribution)
    return None


def _before_tail(text: str, sentence: Span) -> Statement | None:
    """Reads "…, analysts said" and "…, said Koo Kab-woo, a professor at …"."""
    begin = max(sentence.start, sentence.end - TAIL)
    places = [match.span() for match in _DELIMITER.finditer(text, begin, sentence.end)]
    for start, end in reversed(places[-4:]):
        attribution = attribution_after(text, Span(end, sentence.end))
        if attribution is None or attribution.cue not in STATING | {"according to"}:
            continue
        if not _TAIL_END.match(text, attribution.span.end, sentence.end):
            continue
        content = _content(text, Span(sentence.start, start))
        if content is not None:
            tail = _with_addressee(text, attribution, sentence)
            return Statement((content,), tail)
    return None


def _with_addressee(text: str, attribution: Attribution, sentence: Span) -> Attribution:
    end = sentence.start + len(sentence.of(text).rstrip(" .!"))
    span = Span(attribution.span.start, max(end, attribution.span.end))
    return Attribution(attribution.cue, span, attribution.cue_span, attribution.mention)


def _around(text: str, sentence: Span) -> Statement | None:
    """Reads "…, Koo said, and …": a statement with its attribution in the middle."""
    for cue in cues_in(text, sentence):
        after = _BREAK.match(text, cue.end(), sentence.end)
        found = subject_before(text, sentence.start, cue)
        if after is None or found is None or cue.group() not in STATING:
            continue
        before = Span(max(sentence.start, found.span.start - 4), found.span.start)
        if not _BROKEN_OFF.search(before.of(text)):
            continue
        first = _content(text, Span(sentence.start, found.span.start))
        second = _content(text, Span(after.end(), sentence.end))
        if first is not None and second is not None:
            return Statement((first, second), found)
    return None


def _after_cue(text: str, sentence: Span) -> Statement | None:
    """Reads "X said that …", and with some verbs "X said …"."""
    for cue in cues_in(text, sentence):
        if cue.group() not in STATING:
            continue
        found = subject_before(text, sentence.start, cue)
        if found is None:
            continue
        that = _THAT.match(text, cue.end(), sentence.end)
        start = that.end() if that else _bare_start(text, cue, sentence)
        if start is None:
            continue
        content = _content(text, Span(start, _clause_end(text, start, sentence.end)))
        if content is not None:
            stop = start - 1 if that is None else that.start("that") + len("that")
            span = Span(found.span.start, max(stop, found.span.end))
            return Statement(
                (content,), Attribution(found.cue, span, found.cue_span, found.mention)
            )
    return None


def _bare_start(text: str, cue: re.Match[str], sentence: Span) -> int | None:
    """Where a statement without "that" begins; None if this cue cannot have one."""
    time = _TIME.match(text, cue.end(), sentence.end)
    start = (time.end() if time else cue.end()) + 1
    if cue.group() not in BARE or start >= sentence.end:
        return None
    return None if _NO_CONTENT.match(text, start - 1, sentence.end) else start


def _clause_end(text: str, start: int, limit: int) -> int:
    match = _CLAUSE_END.search(text, min(start + 1, limit), limit)
    return match.start() if match else limit


def _content(text: str, place: Span) -> Span | None:
    """The statement in `place` without conjunction and closing punctuation; None if too short."""
    opening = _LEADING.match(text, place.start, place.end)
    start = opening.end() if opening else place.start
    words = text[start : place.end].rstrip(" \n.,;:–—-")
    content = trimmed(text, Span(start, start + len(words)))
    return content if len(content.of(text).split()) >= FEWEST_WORDS else None
