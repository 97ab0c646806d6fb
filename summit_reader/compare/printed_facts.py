"""What of a text is in print a fact of its own: names, numbers, dates, negations, hedges.

Months, days and what belongs to a number are known in every language at once; words that say no or
take a step back are those of one, since they are ordinary words of another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from summit_reader.compare.words import wording_of
from summit_reader.text.languages import Language, languages

_NAME = re.compile(r"(?<!\w)[^\W\d_][^\W_]*(?:[’'.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_OPENING = re.compile(r"(?:^|[.!?:…][”’\"')\]]*\s+|[“„«\"‘(\[]\s*|[\n•–—]\s*)$")
_NOTHING = "(?!)"

_REMEMBERED = 256
"""Texts of which names and numbers are kept at hand: one is held against many others."""


@lru_cache(maxsize=_REMEMBERED)
def names(text: str) -> tuple[str, ...]:
    """Words with a capital that do not owe it to their place, dates aside, in order, each once.

    “Talks with Kim in Vladivostok. Russia stays.” has Kim and Vladivostok: Russia may owe it.
    """
    text = _date().sub(" - ", text)
    return _once(
        _POSSESSIVE.sub("", match.group())
        for match in _NAME.finditer(text)
        if match.group()[0].isupper()
        and match.group() not in _not_names()
        and not _OPENING.search(text[max(0, match.start() - 4) : match.start()] or "\n")
    )


def shared_names(first: str, second: str) -> tuple[str, ...]:
    """Names of either text whose words the other has too, wherever they stand there."""
    here, there = _forms(first), _forms(second)
    both = (*names(first), *names(second))
    known = {"".join(wording_of(name).forms): name for name in reversed(both)}
    return _once(
        known["".join(forms)]
        for name in both
        if (forms := wording_of(name).forms) and here.issuperset(forms) and there.issuperset(forms)
    )


@lru_cache(maxsize=_REMEMBERED)
def numbers(text: str) -> tuple[str, ...]:
    """Numbers in figures with their unit, dates aside, in order, each once."""
    return _once(match.group() for match in _number().finditer(_date().sub(" ", text)))


def dates(text: str) -> tuple[str, ...]:
    """Days and months as they are printed, in order, each once."""
    return _once(match.group() for match in _date().finditer(text))


def is_day_or_month(word: str) -> bool:
    """Whether a word in small letters names a day of the week or a month, in any language."""
    return word in _days_and_months()


def negations(text: str, language: str) -> tuple[str, ...]:
    """Words of the language with this tag that say no, in order, each once, in small letters."""
    return _once(match.group().casefold() for match in _negation(_code(language)).finditer(text))


def hedges(text: str, language: str) -> tuple[str, ...]:
    """Words of the language by which a text takes a step back, as `negations`."""
    return _once(match.group().casefold() for match in _hedge(_code(language)).finditer(text))


def _code(language: str) -> str:
    return languages().named(language).code


@cache
def _date() -> re.Pattern[str]:
    known = languages().known
    months = [month for one in known for month in _printed(one, (*one.months, *_short(one)))]
    days = _any_of({day for one in known for day in _printed(one, one.grammar.weekdays)})
    month = _any_of(months)
    return re.compile(
        rf"\b(?:{month}\.?\s\d{{1,2}}(?!\d)(?:,?\s\d{{4}})?"
        rf"|\d{{1,2}}(?:er|\.)?\s{month}(?:\s\d{{4}})?|{month}\s\d{{4}}"
        rf"|\d{{4}}-\d\d-\d\d|{days})\b"
    )


@cache
def _number() -> re.Pattern[str]:
    units = {unit.replace("_", " ") for one in languages().known for unit in one.facts.magnitudes}
    unit = _any_of(units).replace(r"\ ", r"\s?")
    return re.compile(rf"(?<![\w.,])(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?%|\s{unit}\b)?")


@cache
def _not_names() -> frozenset[str]:
    return frozenset(word.capitalize() for one in languages().known for word in one.facts.not_names)


@cache
def _days_and_months() -> frozenset[str]:
    known = languages().known
    return frozenset(
        word for one in known for word in (*one.months, *_short(one), *one.grammar.weekdays)
    )


@cache
def _negation(code: str) -> re.Pattern[str]:
    facts = languages().named(code).facts
    whole, endings = _any_of(facts.negations), _any_of(facts.negation_endings)
    return re.compile(rf"(?<!\w)(?:{whole}|\w+{endings})(?!\w)", re.IGNORECASE)


@cache
def _hedge(code: str) -> re.Pattern[str]:
    words = _any_of(languages().named(code).facts.hedges)
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _short(language: Language) -> list[str]:
    return [short for short in language.month_abbreviations if short not in language.months]


def _printed(language: Language, words: Iterable[str]) -> list[str]:
    """Names of days and months as the language prints them in a sentence."""
    return [word if language.small_months else word.capitalize() for word in words]


def _any_of(words: Collection[str]) -> str:
    """A pattern for one of the words, with either apostrophe."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    found = "|".join(re.escape(word).replace("'", "[’']") for word in longest_first)
    return f"(?:{found or _NOTHING})"


@lru_cache(maxsize=_REMEMBERED)
def _forms(text: str) -> frozenset[str]:
    forms = wording_of(text).forms
    return frozenset({*forms, *(form[:-1] for form in forms if form.endswith("s"))})


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
