"""Lines that are not the article: promotions, paywalls, widgets, other stories, comments.

Every rule asks for a whole line of a known shape, or for a place among such lines; a rule that
would also fit a sentence of a report has no place here. What is taken out stays in the source text
as a `RemovedRange`, from which the reader can restore it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.text.cleaning.comments import is_byline
from summit_reader.text.cleaning.lines import Line
from summit_reader.text.languages import languages

HEADLINE_REACH = 6
"""Lines from the first one in which a copy of the headline is taken for a repetition."""
HEADLINE_LENGTH = 160
"""Characters beyond which a line that comes twice is no headline."""
RECORD_LINES = 6
"""Lines that a teaser of another story may have."""
COMMENTS_SHARE = 0.5
"""Share of the text before it that what follows a source link may have, to be comments on it."""
LIST_LINES = 24
"""Lines under the heading of a list of other stories in which it is read."""
FEWEST_LISTED = 2
"""Headlines without bullets that make up a list."""
HEADLINE_WORDS = 18
"""Words of a headline in a list."""
TRAILING_WORDS = 6
"""Words of a line that may be the heading of a box rather than a sentence."""

_IMAGE_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)[\s|]*$|(?=[^|]*\|)[|:\s-]+$")
_LINE_RULES = {
    "site_control": RemovedKind.SITE_CONTROL,
    "comment_widget": RemovedKind.COMMENT_WIDGET,
    "promotion": RemovedKind.PROMOTION,
    "related": RemovedKind.RELATED,
    "source_link": RemovedKind.SOURCE_LINK,
}
_BULLET = re.compile(r"[•·▪*‣-]\s")
_SEPARATOR = re.compile(r"[-–—*•_]{1,3}$")


def removed_ranges(lines: Sequence[Line]) -> tuple[RemovedRange, ...]:
    """The lines of a text that are not shown, one range a line, in their order."""
    kinds: dict[int, RemovedKind] = {}
    for number, line in enumerate(lines):
        kind = _kind_alone(line)
        if kind is not None:
            kinds[number] = kind
    for rule in (_repetitions, _slogans, _paywall, _teasers, _related_lists, _comments):
        for number, kind in rule(lines, kinds).items():
            kinds.setdefault(number, kind)
    return tuple(RemovedRange(lines[number].span, kinds[number]) for number in sorted(kinds))


def _kind_alone(line: Line) -> RemovedKind | None:
    if line.is_blank:
        return None
    if _IMAGE_MARKUP.match(line.text):
        return RemovedKind.IMAGE_MARKUP
    found = languages().boilerplate(*_LINE_RULES).match(line.text)
    return _LINE_RULES[found.lastgroup] if found and found.lastgroup else None


Kinds = dict[int, RemovedKind]


def _repetitions(lines: Sequence[Line], kinds: Kinds) -> Kinds:
    written = [number for number, line in enumerate(lines) if not line.is_blank]
    written = [number for number in written if number not in kinds][:HEADLINE_REACH]
    return {
        number: RemovedKind.REPEATED_HEADLINE
        for number in written[1:]
        if lines[number].text.casefold() == lines[written[0]].text.casefold()
        and len(lines[number].text) <= HEADLINE_LENGTH
    }


def _slogans(lines: Sequence[Line], kinds: Kinds) -> Kinds:
    """What stands between two promotions and calls upon the reader belongs to them."""
    return {
        number: RemovedKind.PROMOTION
        for number, line in enumerate(lines)
        if kinds.get(number - 1) is kinds.get(number + 1) is RemovedKind.PROMOTION
        and languages().boilerplate("slogan").match(line.text)
    }


def _paywall(lines: Sequence[Line], _: Kinds) -> Kinds:
    """The notice that ends a text, with the offer and the list of benefits after it."""
    notice, offer = languages().boilerplate("paywall"), languages().boilerplate("offer")
    start = next((n for n, line in enumerate(lines) if notice.match(line.text)), None)
    if start is None:
        return {}
    end = start
    pending = start
    for number in range(start, len(lines)):
        line = lines[number]
        if notice.match(line.text) or offer.search(line.text) or _BULLET.match(line.text):
            end = number
        elif not line.is_blank and not _is_box_heading(line):
            break
        pending = number
    if pending == len(lines) - 1:
        end = pending
    return {
        number: RemovedKind.PAYWALL
        for number in range(start, end + 1)
        if not lines[number].is_blank
    }


def _is_box_heading(line: Line) -> bool:
    return len(line.text.split()) <= TRAILING_WORDS and not line.text.endswith((".", "”", '"'))


def _teasers(lines: Sequence[Line], _: Kinds) -> Kinds:
    """Records of other stories: a separator, a headline, a blurb, and a byline with "Published"."""
    byline = languages().boilerplate("teaser_byline")
    found: Kinds = {}
    separator: int | None = None
    for number, line in enumerate(lines):
        if _SEPARATOR.match(line.text):
            separator = number
        elif separator is not None and byline.match(line.text):
            if number - separator < RECORD_LINES:
                record = range(separator, number + 1)
                found |= {n: RemovedKind.RELATED for n in record if not lines[n].is_blank}
            separator = None
    return found


def _related_lists(lines: Sequence[Line], _: Kinds) -> Kinds:
    """Headlines under a heading like "Related stories": bullets, or several lines of their own."""
    heading = languages().boilerplate("related_heading")
    found: Kinds = {}
    for number, line in enumerate(lines):
        if heading.match(line.text):
            listed = _listed(lines, number + 1)
            if listed:
                found |= dict.fromkeys((number, *listed), RemovedKind.RELATED)
    return found


def _listed(lines: Sequence[Line], first: int) -> list[int]:
    """The lines from `first` on that are a list of headlines; none if they may be the article."""
    items: list[int] = []
    following: Line | None = None
    for number in range(first, min(first + LIST_LINES, len(lines))):
        line = lines[number]
        is_tight = len(items) > 1 and items[-1] == items[-2] + 1
        if line.is_blank:
            if is_tight:
                break
            continue
        if not _is_headline(line):
            following = line
            break
        items.append(number)
    if items and all(_BULLET.match(lines[number].text) for number in items):
        return items
    if following is not None and items[-1:] and lines[items[-1] + 1 : items[-1] + 2]:
        items.pop()  # it may head the paragraph after it
    return items if len(items) >= FEWEST_LISTED else []


def _is_headline(line: Line) -> bool:
    """Whether a line can be a headline in a list: short, and no sentence."""
    is_short = len(line.text.split()) <= HEADLINE_WORDS
    return is_short and not line.text.endswith((".", ":", ",", ";", "”", '"'))


def _comments(lines: Sequence[Line], kinds: Kinds) -> Kinds:
    """What readers wrote: all that follows their number, or the link to the whole story."""
    count = languages().boilerplate("comment_count")
    heading = languages().boilerplate("comment_heading")
    for number, line in enumerate(lines):
        if heading.match(line.text) and _opens_comments(lines, number + 1):
            return {number: RemovedKind.COMMENT_WIDGET} | _rest(lines, number)
        if count.match(line.text):
            return {number: RemovedKind.COMMENT_WIDGET} | _rest(lines, number)
        if kinds.get(number) is RemovedKind.SOURCE_LINK:
            before = sum(len(line.text) for line in lines[:number])
            after = sum(len(line.text) for line in lines[number + 1 :])
            if after <= COMMENTS_SHARE * before:
                return _rest(lines, number)
    return {}


def _opens_comments(lines: Sequence[Line], first: int) -> bool:
    """Whether the next line that is written says who comments."""
    following = next((line for line in lines[first:] if not line.is_blank), None)
    return following is not None and is_byline(following.text)


def _rest(lines: Sequence[Line], number: int) -> Kinds:
    later = range(number + 1, len(lines))
    return {n: RemovedKind.COMMENT for n in later if not lines[n].is_blank}
