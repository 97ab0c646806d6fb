"""What of a text is in print a fact of its own: names, numbers, dates, negations, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summit_reader.compare.words import wording_of

_NAME = re.compile(r"(?<!\w)[^\W\d_][^\W_]*(?:[’'.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_OPENING = re.compile(r"(?:^|[.!?:…][”’\"')\]]*\s+|[“„«\"‘(\[]\s*|[\n•–—]\s*)$")
_NUMBER = re.compile(
    r"(?<![\w.,])(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?%|\s(?:per\s?cent|million|billion|trillion)\b)?"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_DATE = re.compile(
    rf"\b(?:(?:{_MONTHS})\.?\s\d{{1,2}}(?!\d)(?:,?\s\d{{4}})?"
    rf"|\d{{1,2}}\s(?:{_MONTHS})(?:\s\d{{4}})?|(?:{_MONTHS})\s\d{{4}}"
    r"|\d{4}-\d\d-\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_DAY_OR_MONTH = re.compile(rf"{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|nowhere|cannot|without|\w+n[’']t)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|probably|likely|unlikely|apparently|allegedly"
    r"|reportedly|supposedly|seems?|seemed|appears?|appeared|suggests?|suggested|hopes?|hoped"
    r"|expected|believed|rumou?red|so-called|maybe)\b", re.IGNORECASE
)  # fmt: skip
_JOINTS = frozenset(
    """
    A An And As At Both But By For From He Her His However I If In It Its Many Mr Mrs Ms My No Not
    Of On Or Our She Since So Some Such That The Their There These They This Those To Under Until We
    What When Where While Who Why With You Your Yet
    """.split()  # noqa: SIM905 - read as text
)


def names(text: str) -> tuple[str, ...]:
    """Words with a capital that do not owe it to their place, dates aside, in order, each once.

    >>> names("Talks with Kim in Vladivostok. Russia stays.")
    ('Kim', 'Vladivostok')
    >>> names("It is Moscow’s turn")
    ('Moscow',)
    """
    text = _DATE.sub(" - ", text)
    return _once(
        _POSSESSIVE.sub("", match.group())
        for match in _NAME.finditer(text)
        if match.group()[0].isupper()
        and match.group() not in _JOINTS
        and not _OPENING.search(text[max(0, match.start() - 4) : match.start()] or "\n")
    )


def shared_names(first: str, second: str) -> tuple[str, ...]:
    """Names of either text whose words the other has too, wherever they stand there.

    >>> shared_names("Kim came late.", "They met Kim.")
    ('Kim',)
    """
    here, there = _forms(first), _forms(second)
    both = (*names(first), *names(second))
    known = {"".join(wording_of(name).forms): name for name in reversed(both)}
    return _once(
        known["".join(forms)]
        for name in both
        if (forms := wording_of(name).forms) and here.issuperset(forms) and there.issuperset(forms)
    )


def numbers(text: str) -> tuple[str, ...]:
    """Numbers in figures with their unit, dates aside, in order, each once.

    >>> numbers("On 25 April 2019 some 100,000 tonnes, or 5 percent")
    ('100,000', '5 percent')
    """
    return _once(match.group() for match in _NUMBER.finditer(_DATE.sub(" ", text)))


def dates(text: str) -> tuple[str, ...]:
    """Days and months as they are printed, in order, each once.

    >>> dates("On Thursday, not on April 25")
    ('Thursday', 'April 25')
    """
    return _once(match.group() for match in _DATE.finditer(text))


def is_day_or_month(word: str) -> bool:
    """Whether an English word in small letters names a day of the week or a month.

    >>> is_day_or_month("tuesday"), is_day_or_month("today")
    (True, False)
    """
    return _DAY_OR_MONTH.fullmatch(word) is not None


def negations(text: str) -> tuple[str, ...]:
    """English words that say no, in order, each once, in small letters.

    >>> negations("It won’t. Never.")
    ('won’t', 'never')
    """
    return _once(match.group().casefold() for match in _NEGATION.finditer(text))


def hedges(text: str) -> tuple[str, ...]:
    """English words that take a step back, in order, each once, in small letters.

    >>> hedges("Moscow may help, reportedly.")
    ('may', 'reportedly')
    """
    return _once(match.group().casefold() for match in _HEDGE.finditer(text))


def _forms(text: str) -> set[str]:
    forms = wording_of(text).forms
    return {*forms, *(form[:-1] for form in forms if form.endswith("s"))}


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
