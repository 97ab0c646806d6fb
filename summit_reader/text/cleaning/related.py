"""Other stories that a page offers, read from the lines that were removed as such.

A record is a headline, a blurb that opens with the section it runs under, and a byline; or no more
than a headline in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.domain.set_apart import RelatedItem
from summit_reader.domain.spans import Span
from summit_reader.text.languages import languages

FEWEST_SHARED = 2
"""Words of a section's name, if two blurbs are to tell it by opening with the same words."""

_BULLET = re.compile(r"[•·▪*‣-]\s+")
_SEPARATOR = re.compile(r"[-–—*•_]{1,3}$")
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<url>[^)\s]+)\)")
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class _Record:
    headline: str
    blurb: str
    byline: str
    ranges: tuple[Span, ...]


def related_items(source: str, removed: Sequence[RemovedRange]) -> tuple[RelatedItem, ...]:
    """The stories among the `removed` lines of `source`, in their order."""
    records = [record for group in _groups(source, removed) for record in _records(source, group)]
    blurbs = [record.blurb for record in records if record.blurb]
    return tuple(item for record in records if (item := _item(record, blurbs)) is not None)


def _groups(source: str, removed: Sequence[RemovedRange]) -> Iterator[list[Span]]:
    """Lines of related stories with nothing but blanks, or a separator, between them."""
    group: list[Span] = []
    for one in removed:
        if one.kind is not RemovedKind.RELATED or one.restored:
            continue
        is_separator = _SEPARATOR.match(one.source.of(source)) is not None
        if group and (is_separator or source[group[-1].end : one.source.start].strip()):
            yield group
            group = []
        if not is_separator:
            group.append(one.source)
    if group:
        yield group


def _records(source: str, group: Sequence[Span]) -> Iterator[_Record]:
    """One record if the group ends with a byline; else every line is a headline."""
    lines = [span.of(source).strip() for span in group]
    if languages().boilerplate("teaser_byline").match(lines[-1]) and len(lines) > 1:
        yield _Record(lines[0], " ".join(lines[1:-1]), lines[-1], tuple(group))
        return
    for span, line in zip(group, lines, strict=True):
        yield _Record(line, "", "", (span,))


def _item(record: _Record, blurbs: Sequence[str]) -> RelatedItem | None:
    """The story a record tells of; None for the heading of a list."""
    headline, url = _linked(_BULLET.sub("", record.headline, count=1))
    lead = languages().boilerplate("related").match(headline)
    if lead is not None:
        headline = headline[lead.end() :].strip()
    if not headline or languages().boilerplate("related_heading").match(headline):
        return None
    section = _section(record.blurb, blurbs)
    return RelatedItem(
        headline=headline,
        source=Span(record.ranges[0].start, record.ranges[-1].end),
        section=section,
        author=_author(record.byline),
        summary=record.blurb[len(section) :].strip(),
        url=url,
        ranges=record.ranges,
    )


def _linked(text: str) -> tuple[str, str]:
    """The words and the address of a headline that is a link."""
    link = _LINK.search(text)
    if link is not None:
        return link["words"].strip(), link["url"]
    address = _ADDRESS.search(text)
    if address is not None:
        return text.replace(address.group(), "").strip(), address.group()
    return text, ""


def _author(byline: str) -> str:
    """Whom "By Jane Roe, The Daily Planet Published" names."""
    match = languages().boilerplate("teaser_author").match(byline)
    if match is None:
        return ""
    return byline[match.end() :].rsplit(" ", 1)[0].split(",", maxsplit=1)[0].strip()


def _section(blurb: str, blurbs: Sequence[str]) -> str:
    """The section that a blurb opens with: words that others open with too, or a run of capitals.

    "Talking Point Steering clear of …" runs under "Talking Point": the last capital is that of the
    sentence.
    """
    words = blurb.split()
    shared = max((_shared(words, other.split()) for other in blurbs if other != blurb), default=0)
    if shared >= FEWEST_SHARED:
        return " ".join(words[:shared])
    run = list(takewhile(lambda word: word[:1].isupper(), words))
    if len(run) > FEWEST_SHARED and len(run) < len(words):
        return " ".join(run[:-1])
    return ""


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
