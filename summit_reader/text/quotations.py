"""Words inside quotation marks: where they open, where they close, what is nested in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summit_reader.domain.spans import Span

MINIMUM_OPEN_WORDS = 3
"""Words that a quotation nobody closed must have to be taken for one."""

_MARKS = re.compile('[“”„«»"‟]')
_SINGLE_OPEN = re.compile(r"(?<!\w)[‘'](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")
_CLOSER_OF = {"“": "”", "‟": "”", "„": "“”‟", "«": "»", "»": "«", '"': '"'}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks; `inner` leaves the marks out, `outer` takes them in.

    `paragraph` is the number of the paragraph it stands in, `nested` what stands in single marks
    inside it, `continues` whether it goes on in the next paragraph.
    """

    inner: Span
    outer: Span
    paragraph: int
    nested: tuple[Span, ...] = ()
    continues: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span] | None = None) -> list[Quotation]:
    """The quotations of `text`, in order; none reaches beyond its paragraph.

    Where hardly anything stands in double marks and much in single ones, as British papers print
    it, single marks are read as double ones.

    >>> text = 'He said: "No."'
    >>> [quotation.inner.of(text) for quotation in find_quotations(text)]
    ['No.']
    """
    places = list(paragraphs) if paragraphs is not None else [Span(0, len(text))]
    if _prefers_single(text):
        return [
            Quotation(inner, Span(inner.start - 1, inner.end + 1), number)
            for number, place in enumerate(places)
            for inner in _single_quoted(text, place)
        ]
    found: list[Quotation] = []
    for number, place in enumerate(places):
        following = places[number + 1].of(text)[:1] if number + 1 < len(places) else ""
        found += _double_quoted(text, place, number, following)
    return found


def _double_quoted(text: str, place: Span, number: int, following: str) -> Iterator[Quotation]:
    opened: int | None = None
    closer = ""
    for match in _MARKS.finditer(text, place.start, place.end):
        at, mark = match.start(), match.group()
        if opened is None:
            if _opens(text, at, place):
                opened, closer = at, _CLOSER_OF.get(mark, "")
        elif mark in closer:
            if text[opened + 1 : at].strip():
                yield _quotation(text, Span(opened + 1, at), Span(opened, at + 1), number)
            opened = None
    if opened is None:
        return
    inner = Span(opened + 1, place.end)
    continues = following != "" and following in '“"„«'
    if continues or len(inner.of(text)[:200].split()) >= MINIMUM_OPEN_WORDS:
        yield _quotation(text, inner, Span(opened, place.end), number, continues=continues)


def _opens(text: str, at: int, place: Span) -> bool:
    """Whether the mark at `at` can open a quotation: something follows it, and nothing leads in."""
    mark = text[at]
    if mark not in _CLOSER_OF or at + 1 >= place.end or text[at + 1].isspace():
        return False
    before = text[at - 1] if at > place.start else " "
    return mark != '"' or not (before.isalnum() or before in ".,!?")


def _quotation(
    text: str, inner: Span, outer: Span, number: int, *, continues: bool = False
) -> Quotation:
    return Quotation(inner, outer, number, tuple(_single_quoted(text, inner)), continues)


def _single_quoted(text: str, place: Span) -> Iterator[Span]:
    """What stands in single marks. An apostrophe after an s closes only if nothing later does."""
    at = place.start
    while (opening := _SINGLE_OPEN.search(text, at, place.end)) is not None:
        limit = _SINGLE_OPEN.search(text, opening.end(), place.end)
        closings = _SINGLE_CLOSE.finditer(
            text, opening.end(), limit.start() if limit else place.end
        )
        chosen: re.Match[str] | None = None
        for closing in closings:
            chosen = closing
            if text[closing.start() - 1] not in "sS":
                break
        if chosen is None:
            at = opening.end()
            continue
        yield Span(opening.end(), chosen.start())
        at = chosen.end()


def _prefers_single(text: str) -> bool:
    doubles = len(_MARKS.findall(text))
    singles = sum(1 for _ in _SINGLE_OPEN.finditer(text))
    return singles > 1 and doubles < 2 and _SINGLE_CLOSE.search(text) is not None  # noqa: PLR2004 - a pair
