"""Press reviews: blocks of outlet, headline, thesis and quotation, as eurotopics prints them.

    Lidové noviny (CZ) /
    All about prestige
    Kim has shown Trump that he is not alone, Lidové noviny writes:
    “Kim is slowly becoming the man of the year. …”

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
from summit_reader.domain.take import Origin, Role, TakeDraft, TakeKind
from summit_reader.text.chains import chain_from, outlet_voice

_OUTLET_LINE = re.compile(r"(?P<name>[^()]{2,60}) \((?P<country>[A-Z]{2})\)\s?/?$")
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
    return _OUTLET_LINE.match(text) is not None


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
        if len(parts) < 3 or not parts[1].endswith(":") or not _QUOTATION.match(parts[2]):  # noqa: PLR2004 - headline, thesis, quotation
            continue
        kinds[number] = PassageKind.OUTLET_LINE
        if has_headline:
            kinds[number + 1] = PassageKind.TAKE_HEADLINE
        kinds[number + 1 + has_headline] = PassageKind.THESIS
    return kinds


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
            case PassageKind.BODY if review is not None and review.thesis is not None:
                take = _take(cleaned, passage, review, metadata, register)
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
    line = _OUTLET_LINE.match(review.outlet_line)
    quotation = _QUOTATION.match(passage.cleaned.of(cleaned.text))
    if line is None or quotation is None or review.thesis is None:
        return None
    outlet = register.named(line["name"]) or OutletProfile(line["name"], line["country"])
    start = passage.cleaned.start
    words = Span(start + quotation.start("words"), start + quotation.end("words"))
    thesis_text = review.thesis.cleaned.of(cleaned.text)
    thesis = _THESIS.match(thesis_text)
    attribution = None
    if thesis is not None:
        begin = review.thesis.cleaned.start
        place = Span(begin + thesis.start("attribution"), begin + thesis.end("attribution"))
        attribution = cleaned.source_span(place)
    return TakeDraft(
        kind=TakeKind.PRESS_REVIEW,
        role=Role.EDITORIAL,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of(cleaned.source, (cleaned.source_span(words),)),
        outlet=outlet,
        chain=chain_from((outlet_voice(outlet),), metadata),
        attribution=attribution,
        cue=thesis["cue"] if thesis else "",
        headline=review.headline,
        thesis=thesis["thesis"] if thesis else thesis_text.rstrip(":"),
        confidence=0.95,
    )
