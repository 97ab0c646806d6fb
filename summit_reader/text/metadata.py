"""What an article says of itself: outlet, headline, date, address.

Hints outrank all of it; what its file states outranks what is read from its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from summit_reader.domain.article import Layout, Metadata, RawArticle
from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRegister
from summit_reader.domain.passage import PassageKind, RemovedKind, RemovedRange
from summit_reader.text.bylines import byline_of
from summit_reader.text.cleaning.structure import Block, Structure
from summit_reader.text.dates import PrintedDate, date_line, dates_in, weekday_in
from summit_reader.text.languages import languages
from summit_reader.text.outlet_names import outlets_named_in

UNKNOWN_OUTLET = OutletProfile("Unknown outlet")
"""Stands for an outlet that neither the text nor anybody named."""

PRESS_REVIEW_BY_LAYOUT = "eurotopics"
TOP_BLOCKS = 6
"""Blocks from the first one in which a byline or a date line is looked for."""
WEEKDAY_REACH = 2_000
"""Characters of the body in which a weekday still is that of the report."""

OPENING_LENGTH = 1_500
"""Characters below which an article that costs money is only its opening, as far as we can tell."""

_URL = re.compile(r"https?://\S+")
_DATELINE = re.compile(
    r"(?P<dateline>[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,40}(?:, [A-Z][\w. ]{1,30}){0,2}"
    r"(?: \((?P<agency>[\w ]{2,30})\))?) ?[—–-]{1,2} "
)
_PROMOTING = frozenset({RemovedKind.PROMOTION, RemovedKind.PAYWALL, RemovedKind.RELATED})


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that metadata are drawn from."""

    raw: RawArticle
    structure: Structure
    removed: tuple[RemovedRange, ...]
    register: OutletRegister

    def texts(self, *kinds: PassageKind) -> Iterator[str]:
        return (block.text for block in self.structure.blocks if block.kind in kinds)

    def removed_texts(self, *kinds: RemovedKind) -> Iterator[str]:
        source = self.raw.source_text
        return (one.source.of(source) for one in self.removed if one.kind in kinds)

    @property
    def top(self) -> Sequence[Block]:
        return self.structure.blocks[:TOP_BLOCKS]


def metadata_of(
    raw: RawArticle,
    structure: Structure,
    removed: tuple[RemovedRange, ...],
    register: OutletRegister,
) -> Metadata:
    """What `raw` says of itself, given its blocks and what was removed from it."""
    evidence = _Evidence(raw, structure, removed, register)
    hints, imprint = raw.hints, raw.imprint
    url = hints.url or imprint.url or _url(evidence)
    dateline = _dateline(evidence)
    is_review = _is_press_review(structure.blocks)
    published = (
        hints.published
        or _day(imprint.published)
        or next(filter(None, (date_line(b.text) for b in evidence.top)), None)
    )
    suggested, words = _suggested_date(evidence)
    return Metadata(
        outlet=_outlet(evidence, url, dateline, is_review=is_review),
        layout=Layout.PRESS_REVIEW if is_review else Layout.PLAIN,
        carrier=hints.carrier,
        headline=hints.headline
        or imprint.headline
        or next(evidence.texts(PassageKind.HEADLINE), ""),
        standfirst=imprint.standfirst or " ".join(evidence.texts(PassageKind.STANDFIRST)),
        byline=hints.byline
        or byline_of(imprint.authors)
        or _byline(evidence)
        or byline_of(filter(None, (imprint.house,))),
        dateline=dateline["dateline"] if dateline else "",
        published=published,
        suggested_date=suggested.day if suggested and not published else None,
        date_evidence="" if published else words,
        url=url,
        language=hints.language
        or imprint.language
        or languages().told_from(raw.source_text)
        or "en",
        cut=any(one.kind is RemovedKind.PAYWALL for one in removed)
        or (imprint.paywalled and len(raw.source_text) < OPENING_LENGTH),
    )


def stated_outlet(raw: RawArticle, url: str, register: OutletRegister) -> OutletProfile | None:
    """Whose article it is, as far as its words need not be read for that: None where they must.

    The reader goes before the address, and that before what the file states.
    """
    stated = raw.imprint.outlet
    found = raw.hints.outlet or (register.at(_host(url)) if url else None)
    return found or ((register.named(stated) or OutletProfile(stated)) if stated else None)


def _day(moment: date | datetime | None) -> date | None:
    """The day of a moment where it was stated, whatever day it was elsewhere."""
    return moment.date() if isinstance(moment, datetime) else moment


def _is_press_review(blocks: Sequence[Block]) -> bool:
    """Whether most of what is printed is in a press review's blocks, and not just a box of one."""
    parts = {PassageKind.OUTLET_LINE, PassageKind.TAKE_HEADLINE, PassageKind.THESIS}
    reviewed = [
        len(one.text)
        for before, one in pairwise((None, *blocks))
        if one is not None and (one.kind in parts or (before is not None and before.kind in parts))
    ]
    prose = [len(one.text) for one in blocks if one.kind is PassageKind.BODY]
    return bool(reviewed) and 2 * sum(reviewed) >= sum(prose)


def _url(evidence: _Evidence) -> str:
    for text in evidence.removed_texts(RemovedKind.SOURCE_LINK):
        match = _URL.search(text)
        if match:
            return match.group().rstrip(").,")
    return ""


def _outlet(
    evidence: _Evidence, url: str, dateline: re.Match[str] | None, *, is_review: bool
) -> OutletProfile:
    """Whose article it is, by the strongest evidence there is; a photo credit is the weakest."""
    register = evidence.register
    found = stated_outlet(evidence.raw, url, register)
    if found is None and is_review:
        found = register.named(PRESS_REVIEW_BY_LAYOUT)
    if found is None:
        found = _most_named(evidence.removed_texts(*_PROMOTING), register)
    if found is None and dateline is not None and dateline["agency"]:
        found = register.named(dateline["agency"])
    if found is None:
        source = evidence.raw.source_text
        credits_ = (one.source.of(source) for one in evidence.structure.credits)
        found = _most_named(credits_, register)
        # A newspaper named in a credit lent the picture; an agency may have written the text too.
        found = found if found and found.kind is OutletKind.AGENCY else None
    return found or UNKNOWN_OUTLET


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _most_named(texts: Iterator[str], register: OutletRegister) -> OutletProfile | None:
    counts = Counter(outlet for text in texts for outlet in outlets_named_in(text, register))
    return counts.most_common(1)[0][0] if counts else None


@cache
def _names() -> re.Pattern[str]:
    """A line that says who wrote the article: "By Jane Roe"."""
    lead = languages().furniture("byline")
    return re.compile(rf"{lead}(?P<names>[A-ZÀ-Þ][^.!?:“”\"]{{2,80}})$")


def _byline(evidence: _Evidence) -> str:
    matches = (_names().match(block.text) for block in evidence.top)
    return next((match["names"].strip() for match in matches if match), "")


def _dateline(evidence: _Evidence) -> re.Match[str] | None:
    matches = (
        _DATELINE.match(block.text) for block in evidence.top if block.kind is PassageKind.BODY
    )
    return next(filter(None, matches), None)


def _suggested_date(evidence: _Evidence) -> tuple[PrintedDate | None, str]:
    """The day a caption names, with its words; else only the weekday the body names."""
    for caption in evidence.texts(PassageKind.CAPTION):
        for found in dates_in(caption):
            return found, found.words
    reached = 0
    for text in evidence.texts(PassageKind.STANDFIRST, PassageKind.BODY):
        weekday = weekday_in(text[: WEEKDAY_REACH - reached])
        if weekday:
            return None, weekday
        reached += len(text)
        if reached >= WEEKDAY_REACH:
            break
    return None, ""
