"""The blocks of a text: which paragraph is the headline, which a caption, a thesis, the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summit_reader.domain.article import Imprint
from summit_reader.domain.passage import PassageKind, RemovedKind, RemovedRange
from summit_reader.domain.spans import Span
from summit_reader.text.cleaning.captions import Caption, caption_of
from summit_reader.text.cleaning.lines import Line, trimmed
from summit_reader.text.cleaning.repairs import key_points_in
from summit_reader.text.cleaning.wrapping import Paragraph, paragraphs_of
from summit_reader.text.dates import date_line
from summit_reader.text.languages import languages
from summit_reader.text.press_review import is_outlet_line, reviewed_kinds
from summit_reader.text.transcripts import Transcript

HEADLINE_LENGTH = 160
STANDFIRST_LENGTH = 240
SUBHEADING_LENGTH = 90
STATED_REACH = 2
"""Paragraphs from the first one in which a stated headline and standfirst stand."""
LONGEST_INTRODUCTION = 8
"""Paragraphs that may introduce a press review; a longer page has one inside it."""

_BULLET = re.compile(r"(?:[•·▪‣*]|[-–](?= [A-Z“\"]))\s+")
_PIPES = " \t|"
_ENDS_SENTENCE = re.compile(r"[.,;:!…][”\"’')\]]*$")
_HEADING = re.compile(r"[\"“‘'(]?[A-ZÀ-ÞŁŚŠŽČ0-9]")
# "“It is late.” ― Jane Roe": whole sentences in marks head nothing.
_SAID = re.compile(r"[.!?,][”\"»] ?\S")
# "ROE: It is late": a turn of a transcript heads nothing either.
_TURN = re.compile(r"[A-ZÀ-Þ](?:[A-ZÀ-Þ.’' -]{1,30}[A-ZÀ-Þ])?:\s")

Kinds = dict[int, PassageKind]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its place in the source text and what it is to the article."""

    kind: PassageKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a text in their order, and the photo credits that were set apart."""

    blocks: tuple[Block, ...]
    credits: tuple[RemovedRange, ...]


def structure_of(
    source: str,
    lines: Sequence[Line],
    removed: Sequence[RemovedRange],
    imprint: Imprint = Imprint(),  # noqa: B008 - frozen
) -> Structure:
    """The blocks of `source`, given its lines and which of them are not shown.

    The headline and standfirst that `imprint` states are known by their words.
    """
    hidden = {one.source for one in removed}
    # A removed line divides paragraphs as a blank one does.
    kept = [Line(line.span, "") if line.span in hidden else line for line in lines]
    captions = {
        line.span.start: caption
        for line in kept
        if not line.is_blank and (caption := caption_of(source, line)) is not None
    }

    alone = {
        line.span.start
        for line in kept
        if not line.is_blank
        and (line.span.start in captions or _BULLET.match(line.text) or is_outlet_line(line.text))
    }
    paragraphs = paragraphs_of(kept, lambda line: not line.is_blank and line.span.start in alone)
    blocks = _blocks(source, paragraphs, captions, imprint)
    return Structure(
        blocks=tuple(block for block in blocks if len(block.span)),
        credits=tuple(
            RemovedRange(caption.credit, RemovedKind.IMAGE_MARKUP) for caption in captions.values()
        ),
    )


def _blocks(
    source: str,
    paragraphs: Sequence[Paragraph],
    captions: Mapping[int, Caption],
    imprint: Imprint,
) -> Iterator[Block]:
    kinds = _kinds(paragraphs, captions, imprint)
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number]
        span = Span(paragraph.lines[0].span.start, paragraph.lines[-1].span.end)
        if kind is PassageKind.CAPTION:
            words = captions[span.start].words
            yield Block(kind, words, words.of(source))
        elif kind is PassageKind.KEY_POINT:
            bullet = _BULLET.match(paragraph.text)
            start = span.start + (bullet.end() if bullet else 0)
            for point in key_points_in(source, Span(start, span.end)):
                yield Block(kind, point, point.of(source))
        else:
            span = _without_pipes(source, span)
            yield Block(kind, span, paragraph.text.strip(_PIPES))


def _kinds(
    paragraphs: Sequence[Paragraph], captions: Mapping[int, Caption], imprint: Imprint
) -> Kinds:
    """What each paragraph is; the rules further up go before those further down."""
    kinds = _stated(paragraphs, imprint)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.lines[0].span.start in captions:
            kinds.setdefault(number, PassageKind.CAPTION)
    for rule in (_reviewed, _key_points, _headline, _standfirsts, _subheadings):
        for number, kind in rule(paragraphs, kinds).items():
            kinds.setdefault(number, kind)
    return {number: kinds.get(number, PassageKind.BODY) for number in range(len(paragraphs))}


def _stated(paragraphs: Sequence[Paragraph], imprint: Imprint) -> Kinds:
    """The paragraphs at the top that are, word for word, what the file states as such."""
    stated = {
        imprint.standfirst: PassageKind.STANDFIRST,
        imprint.headline: PassageKind.HEADLINE,
    }
    return {
        number: stated[paragraph.text]
        for number, paragraph in enumerate(paragraphs[:STATED_REACH])
        if paragraph.text and paragraph.text in stated
    }


def _reviewed(paragraphs: Sequence[Paragraph], _: Kinds) -> Kinds:
    return reviewed_kinds([paragraph.text for paragraph in paragraphs])


def _key_points(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Kinds:
    """Bullets that open a text; further down they are a list in the body."""
    found: Kinds = {}
    for number, paragraph in enumerate(paragraphs):
        if number in kinds:
            continue
        if _BULLET.match(paragraph.text):
            found[number] = PassageKind.KEY_POINT
        elif found or not _is_short(paragraph, STANDFIRST_LENGTH):
            break
    return found


def _headline(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Kinds:
    """The first line, if it is short and no sentence, and something follows it."""
    if PassageKind.HEADLINE in kinds.values():
        return {}
    first = next((n for n in range(len(paragraphs)) if n not in kinds), None)
    if first is None or first + 1 == len(paragraphs) or kinds.get(0) is PassageKind.KEY_POINT:
        return {}
    if any(kind is PassageKind.OUTLET_LINE and n < first for n, kind in kinds.items()):
        return {}
    if not _is_short(paragraphs[first], HEADLINE_LENGTH) or _is_credit(paragraphs[first].text):
        return {}
    return {first: PassageKind.HEADLINE}


def _standfirsts(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Kinds:
    """What stands under the headline: one short line, or all that introduces a press review."""
    review = next((n for n, kind in kinds.items() if kind is PassageKind.OUTLET_LINE), None)
    if review is not None and review <= LONGEST_INTRODUCTION:
        return {n: PassageKind.STANDFIRST for n in range(review) if n not in kinds}
    headline = next((n for n, kind in kinds.items() if kind is PassageKind.HEADLINE), None)
    following = None if headline is None else headline + 1
    if following is None or following in kinds or following + 1 >= len(paragraphs):
        return {}
    paragraph = paragraphs[following]
    if _is_short(paragraph, STANDFIRST_LENGTH) and not _is_credit(paragraph.text):
        return {following: PassageKind.STANDFIRST}
    return {}


def _subheadings(paragraphs: Sequence[Paragraph], kinds: Kinds) -> Kinds:
    """Short lines that are no sentences and head a paragraph."""
    found: Kinds = {}
    transcript = Transcript.of(paragraph.text for paragraph in paragraphs)
    for number, paragraph in enumerate(paragraphs[:-1]):
        if number in kinds or _is_credit(paragraph.text) or _BULLET.match(paragraph.text):
            continue
        if transcript.label_of(paragraph.text):
            continue
        if _SAID.search(paragraph.text):
            continue
        heads = not _is_short(paragraphs[number + 1], SUBHEADING_LENGTH)
        if paragraph.is_heading or (heads and _is_short(paragraph, SUBHEADING_LENGTH)):
            found[number] = PassageKind.SUBHEADING
    return found


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(languages().furniture("byline") + r"[A-ZÀ-Þ]")


def _is_credit(text: str) -> bool:
    """Whether a line says who wrote the article, or when."""
    return _byline().match(text) is not None or date_line(text[:HEADLINE_LENGTH]) is not None


def _is_short(paragraph: Paragraph, limit: int) -> bool:
    text = paragraph.text
    if _TURN.match(text):
        return False
    return (
        len(text) <= limit and _HEADING.match(text) is not None and not _ENDS_SENTENCE.search(text)
    )


def _without_pipes(source: str, span: Span) -> Span:
    """`span` without what a table of a markdown page left at its ends."""
    text = span.of(source)
    start = span.start + len(text) - len(text.lstrip(_PIPES))
    return trimmed(source, Span(start, max(start, start + len(text.strip(_PIPES)))))
