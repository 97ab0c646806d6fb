"""Lines that are not the article: promotions, paywalls, widgets, other stories, comments.

Every rule asks for a whole line of a known shape, or for a place among such lines; a rule that
would also fit a sentence of a report has no place here. What is taken out stays in the source text
as a `RemovedRange`, from which the reader can restore it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summit_reader.domain.passage import RemovedKind, RemovedRange
from summit_reader.text.lines import Line

HEADLINE_REACH = 6
"""Lines from the first one in which a copy of the headline is taken for a repetition."""
HEADLINE_LENGTH = 160
"""Characters beyond which a line that comes twice is no headline."""
RECORD_LINES = 6
"""Lines that a teaser of another story may have."""
COMMENTS_SHARE = 0.5
"""Share of the text before it that what follows a source link may have, to be comments on it."""
TRAILING_WORDS = 6
"""Words of a line that may be the heading of a box rather than a sentence."""

_SITE_CONTROL = (
    r"(?:open/close all quotes|skip to (?:main )?content|advertisement|share(?: this)?(?: article"
    r"| story)?|print(?: this)?(?: article)?|save(?: for later)?|listen to this (?:article|story)"
    r"|back to top|copy link|open in app|show more|load more)[.:]?$"
)
_IMAGE_MARKUP = r"!\[[^\]]*\]\([^)]*\)[\s|]*$|(?=[^|]*\|)[|:\s-]+$"
_COMMENT_WIDGET = (
    r"(?:no comments?|post a comment|leave a (?:comment|reply)|add a comment|comments are closed"
    r"|log in to comment|view comments)[.:]?$"
    r"|note: only a member of this blog may post a comment\.?$"
)
_PROMOTION = (
    r"subscribe (?:to|now)\b|sign up (?:for|to|now)\b.{0,60}\b(?:newsletters?|inbox|e-?mails?)\b"
    r"|.{0,160}\b(?:delivered|straight|direct(?:ly)?) to your inbox\b"
    r"|a free (?:daily|weekly) (?:e-?mail|newsletter)\b|download (?:the|our) app\b"
    r"|follow us on\b|support our journalism\b"
)
_RELATED = (
    r"(?:related (?:stories|articles|topics|content)|you (?:may|might) also like"
    r"|recommended(?: for you| stories)?|more on this story|read next)[.:]?$"
    r"|(?:read more|read also|see also|also read|related|more):\s"
)
_SOURCE_LINK = (
    r"(?:(?:read )?(?:the )?(?:full|original|whole) (?:story|article|text|report)"
    r"(?: here| at| on| from)?|originally published (?:at|on)|source)\s{0,3}:?\s{0,3}https?://\S+$"
)
_LINE_RULES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (RemovedKind.SITE_CONTROL, _SITE_CONTROL),
        (RemovedKind.IMAGE_MARKUP, _IMAGE_MARKUP),
        (RemovedKind.COMMENT_WIDGET, _COMMENT_WIDGET),
        (RemovedKind.PROMOTION, _PROMOTION),
        (RemovedKind.RELATED, _RELATED),
        (RemovedKind.SOURCE_LINK, _SOURCE_LINK),
    )
)
_SLOGAN = re.compile(
    r"(?:escape|get|join|discover|try|start|stay|enjoy|become|be)\b.{0,160}$", re.IGNORECASE
)
_PAYWALL = re.compile(
    r"keep reading (?:for free|with)|get instant access\b|already a subscriber\b"
    r"|(?:to|please) (?:continue|keep) reading\b|(?:or,? )?subscribe now to (?:get|read|continue)"
    r"|.{0,80}\brest of this article by\b"
    r"|this (?:article|story|content) is (?:reserved for|for subscribers|exclusive to)\b"
    r"|you have reached your (?:free )?(?:article )?limit",
    re.IGNORECASE,
)
_OFFER = re.compile(r"\b(?:subscri(?:be|bers?|ptions?)|log in|free trial|ad-free)\b", re.IGNORECASE)
_BULLET = re.compile(r"[•·▪*‣-]\s")
_SEPARATOR = re.compile(r"[-–—*•_]{1,3}$")
_TEASER_BYLINE = re.compile(r"By \S.{0,80}\bPublished\b", re.IGNORECASE)
_COMMENT_COUNT = re.compile(r"\d{1,5} comments?:?$", re.IGNORECASE)


def removed_ranges(lines: Sequence[Line]) -> tuple[RemovedRange, ...]:
    """The lines of a text that are not shown, one range a line, in their order."""
    kinds: dict[int, RemovedKind] = {}
    for number, line in enumerate(lines):
        kind = _kind_alone(line)
        if kind is not None:
            kinds[number] = kind
    for rule in (_repetitions, _slogans, _paywall, _teasers, _comments):
        for number, kind in rule(lines, kinds).items():
            kinds.setdefault(number, kind)
    return tuple(RemovedRange(lines[number].span, kinds[number]) for number in sorted(kinds))


def _kind_alone(line: Line) -> RemovedKind | None:
    if line.is_blank:
        return None
    return next((kind for kind, rule in _LINE_RULES if rule.match(line.text)), None)


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
        and _SLOGAN.match(line.text)
    }


def _paywall(lines: Sequence[Line], _: Kinds) -> Kinds:
    """The notice that ends a text, with the offer and the list of benefits after it."""
    start = next((n for n, line in enumerate(lines) if _PAYWALL.match(line.text)), None)
    if start is None:
        return {}
    end = start
    pending = start
    for number in range(start, len(lines)):
        line = lines[number]
        if _PAYWALL.match(line.text) or _OFFER.search(line.text) or _BULLET.match(line.text):
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
    found: Kinds = {}
    separator: int | None = None
    for number, line in enumerate(lines):
        if _SEPARATOR.match(line.text):
            separator = number
        elif separator is not None and _TEASER_BYLINE.match(line.text):
            if number - separator < RECORD_LINES:
                record = range(separator, number + 1)
                found |= {n: RemovedKind.RELATED for n in record if not lines[n].is_blank}
            separator = None
    return found


def _comments(lines: Sequence[Line], kinds: Kinds) -> Kinds:
    """What readers wrote: all that follows their number, or the link to the whole story."""
    for number, line in enumerate(lines):
        if _COMMENT_COUNT.match(line.text):
            return {number: RemovedKind.COMMENT_WIDGET} | _rest(lines, number)
        if kinds.get(number) is RemovedKind.SOURCE_LINK:
            before = sum(len(line.text) for line in lines[:number])
            after = sum(len(line.text) for line in lines[number + 1 :])
            if after <= COMMENTS_SHARE * before:
                return _rest(lines, number)
    return {}


def _rest(lines: Sequence[Line], number: int) -> Kinds:
    later = range(number + 1, len(lines))
    return {n: RemovedKind.COMMENT for n in later if not lines[n].is_blank}
