"""Press reviews: blocks of outlet, headline, thesis and quotation, as eurotopics prints them.

    Lidové noviny (CZ) /
    All about prestige
    Kim has shown Trump that he is not alone, Lidové noviny writes:
    “Kim is slowly becoming the man of the year. …”

An older kind names the country in full and runs thesis, quotation and date together:

    Lidové noviny - Czech Republic
    All about prestige
    Kim has shown Trump that he is not alone, Lidové noviny writes: "Kim is …" (26/04/2019)

The thesis is the reviewer's paraphrase; it is never given out as the paper's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.passage import Passage, PassageKind
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Evidence, Origin, Role, TakeDraft, TakeKind
from summit_reader.text.chains import chain_from, outlet_voice
from summit_reader.text.discourse import ReferenceKind
from summit_reader.text.languages import languages

_OUTLET_LINE = re.compile(r"(?P<name>[^()]{2,60}) \((?P<country>[A-Z]{2})\)\s?/?$")
_OLDER_LINE = re.compile(r"(?P<name>[^()|:]{2,60}?) [-–—] (?P<country>[A-Z][\w .’'-]{2,40})$")
_RUN_TOGETHER = re.compile(
    r"(?:(?P<thesis>[^“\"„«»]{8,600}),\s)?(?P<attribution>[^,“\"„«»]{2,80}?\s(?P<cue>\w{2,20})):\s?"
    r"[“\"„«»](?P<words>.+[^\s“”\"„«»])[”\"»“«]\s*(?:\(?\d[\d. /-]{3,12}\)?|\([^()]{4,40}\))?$",
    re.DOTALL,
)
_QUOTATION = re.compile(r"[“\"„«](?P<words>.*[^\s“”\"„«»])[”\"»“]?$", re.DOTALL)
_THESIS = re.compile(
    r"(?P<thesis>.+),\s(?P<attribution>[^,]{2,80}\s(?P<cue>\w{2,20})):$", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Review:
    """The passages of one block, as far as they have been met."""

    outlet_line: str
    headline: str = ""
    thesis: Passage | None = None


def is_outlet_line(text: str) -> bool:
    """Whether `text` names an outlet with its country and nothing else.

    >>> is_outlet_line("Lidové noviny (CZ) /")
    True
    """
    return _line(text) is not None


@dataclass(frozen=True, slots=True)
class _OutletLine:
    name: str
    country: str


def _line(text: str) -> _OutletLine | None:
    match = _OUTLET_LINE.match(text)
    if match is not None:
        return _OutletLine(match["name"], match["country"])
    match = _OLDER_LINE.match(text)
    code = languages().country(match["country"]) if match else ""
    return _OutletLine(match["name"], code) if match and code else None


def reviewed_kinds(texts: Sequence[str]) -> dict[int, PassageKind]:
    """Which of the paragraphs `texts` are parts of press-review blocks, by their numbers.

    A block is only taken for one if its thesis ends with a colon and a quotation follows.
    """
    kinds: dict[int, PassageKind] = {}
    for number, text in enumerate(texts):
        if not is_outlet_line(text):
            continue
        following = texts[number + 1 : number + 4]
        has_headline = bool(following) and not following[0].endswith(":")
        parts = following if has_headline else ["", *following[:2]]
        if _is_run_together(following):
            kinds[number] = PassageKind.OUTLET_LINE
            if not _RUN_TOGETHER.match(following[0]):
                kinds[number + 1] = PassageKind.TAKE_HEADLINE
            continue
        if len(parts) < 3 or not parts[1].endswith(":") or not _QUOTATION.match(parts[2]):  # noqa: PLR2004 - headline, thesis, quotation
            continue
        kinds[number] = PassageKind.OUTLET_LINE
        if has_headline:
            kinds[number + 1] = PassageKind.TAKE_HEADLINE
        kinds[number + 1 + has_headline] = PassageKind.THESIS
    return kinds


def _is_run_together(following: Sequence[str]) -> bool:
    """Whether thesis and quotation share a paragraph, the first or that after a headline."""
    return any(_RUN_TOGETHER.match(text) for text in following[:2])


def reviewed_takes(
    cleaned: CleanedText,
    passages: Sequence[Passage],
    metadata: Metadata,
    register: OutletRegister,
) -> Iterator[tuple[TakeDraft, Passage]]:
    """Each outlet's take of a press review, with the passage that its quotation is."""
    review: _Review | None = None
    for passage in passages:
        text = passage.cleaned.of(cleaned.text)
        match passage.kind:
            case PassageKind.OUTLET_LINE:
                review = _Review(text)
            case PassageKind.TAKE_HEADLINE if review is not None:
                review = _Review(review.outlet_line, text)
            case PassageKind.THESIS if review is not None:
                review = _Review(review.outlet_line, review.headline, passage)
            case PassageKind.BODY if review is not None:
                read = _take if review.thesis is not None else _older_take
                take = read(cleaned, passage, review, metadata, register)
                if take is not None:
                    yield take, passage
                review = None
            case _:
                pass


def _take(
    cleaned: CleanedText,
    passage: Passage,
    review: _Review,
    metadata: Metadata,
    register: OutletRegister,
) -> TakeDraft | None:
    line = _line(review.outlet_line)
    quotation = _QUOTATION.match(passage.cleaned.of(cleaned.text))
    if line is None or quotation is None or review.thesis is None:
        return None
    words = Span(*quotation.span("words")).shifted(passage.cleaned.start)
    thesis_text = review.thesis.cleaned.of(cleaned.text)
    thesis = _THESIS.match(thesis_text)
    attribution = None
    if thesis is not None:
        attribution = Span(*thesis.span("attribution")).shifted(review.thesis.cleaned.start)
    part = _Part(
        words,
        thesis["thesis"] if thesis else thesis_text.rstrip(":"),
        attribution,
        thesis["cue"] if thesis else "",
    )
    return _draft(cleaned, line, review.headline, part, metadata, register)


def _older_take(
    cleaned: CleanedText,
    passage: Passage,
    review: _Review,
    metadata: Metadata,
    register: OutletRegister,
) -> TakeDraft | None:
    line = _line(review.outlet_line)
    match = _RUN_TOGETHER.match(passage.cleaned.of(cleaned.text))
    if line is None or match is None:
        return None
    start = passage.cleaned.start
    part = _Part(
        Span(*match.span("words")).shifted(start),
        match["thesis"] or "",
        Span(*match.span("attribution")).shifted(start),
        match["cue"],
    )
    return _draft(cleaned, line, review.headline, part, metadata, register)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a block says: the paper's words, and the thesis with its attribution."""

    words: Span
    thesis: str
    attribution: Span | None
    cue: str


def _draft(
    cleaned: CleanedText,
    line: _OutletLine,
    headline: str,
    part: _Part,
    metadata: Metadata,
    register: OutletRegister,
) -> TakeDraft:
    outlet = register.named(line.name) or OutletProfile(line.name, line.country)
    words = cleaned.source_span(part.words)
    attribution = cleaned.source_span(part.attribution) if part.attribution else None
    return TakeDraft(
        kind=TakeKind.PRESS_REVIEW,
        role=Role.EDITORIAL,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of(cleaned.source, (words,)),
        outlet=outlet,
        chain=chain_from((outlet_voice(outlet),), metadata),
        attribution=attribution,
        cue=part.cue,
        headline=headline,
        thesis=part.thesis,
        confidence=0.95,
        quoted=(words,),
        evidence=Evidence("press review block", subject=attribution, reference=ReferenceKind.NAME),
    )
