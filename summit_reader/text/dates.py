"""Dates as news texts print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from summit_reader.text.languages import languages

_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER_DATE = re.compile(r"[\s,.|-]*(?:\d{1,2}[:.]\d\d.{0,20})?$")


@cache
def _date() -> re.Pattern[str]:
    """Full dates with the months of every language: "April 25, 2019", "25. April 2019"."""
    names = sorted(languages().months(), key=lambda name: (-len(name), name))
    month = rf"(?P<month{{0}}>(?:{'|'.join(map(re.escape, names))})\.?)"
    return re.compile(
        rf"\b{month.format(1)} (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year1>(?:19|20)\d\d)\b"
        rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|\.)? {month.format(2)},?"
        r" (?P<year2>(?:19|20)\d\d)\b"
        r"|\b(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)\b",
        re.IGNORECASE,
    )


@cache
def _date_lead() -> re.Pattern[str]:
    """What may stand before the date on a line that says no more: "Published: Thursday,"."""
    lead, days = languages().furniture("date_lead"), "|".join(languages().weekdays())
    return re.compile(rf"{lead}(?:(?:{days}),?\s)?$", re.IGNORECASE)


@cache
def _weekday() -> re.Pattern[str]:
    lead, days = languages().furniture("weekday_lead"), "|".join(languages().weekdays())
    return re.compile(rf"\b(?:{lead})?(?:{days})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day and the words that name it."""

    day: date
    words: str


def dates_in(text: str) -> Iterator[PrintedDate]:
    """The full dates that `text` names, in any of the languages."""
    for match in _date().finditer(text):
        parts = {key[:-1]: value for key, value in match.groupdict().items() if value}
        month = parts["month"]
        number = int(month) if month.isdigit() else _month_number(month)
        try:
            yield PrintedDate(date(int(parts["year"]), number, int(parts["day"])), match.group())
        except ValueError:
            continue  # the 31st of June


def day_in(text: str) -> date | None:
    """The first full date that `text` names."""
    return next((found.day for found in dates_in(text)), None)


def date_line(text: str) -> date | None:
    """The date that is all a line says, as under a headline; None if it says more."""
    if not _YEAR.search(text):
        return None  # nearly every line, and told much faster
    match = _date().search(text)
    if match is None or not _date_lead().match(text[: match.start()]):
        return None
    if not _AFTER_DATE.match(text[match.end() :]):
        return None
    return day_in(match.group())


def weekday_in(text: str) -> str:
    """The first weekday that `text` names, with "on" before it; empty if none."""
    match = _weekday().search(text)
    return match.group() if match else ""


def _month_number(name: str) -> int:
    return languages().months()[name.lower().rstrip(".")]
