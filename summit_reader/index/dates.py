"""Days, months and years as they are typed into a query, and ranges of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from summit_reader.domain.clause import Clause, Month, clause
from summit_reader.domain.spans import Span
from summit_reader.index.query import Dated

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_SIGNS = re.compile(r"(>=|<=|>|<|≥|≤)?(.*)", re.DOTALL)


def dated(typed: str, span: Span) -> Dated | Clause:
    """The days that `typed` stands for; if it stands for none, a clause that says why.

    >>> dated("2019-03..2019-05", Span(0, 0)).last
    datetime.date(2019, 5, 31)
    """
    if ".." in typed:
        begin, _, end = typed.partition("..")
        return _between(begin, end.lstrip("."), span)
    match = _SIGNS.fullmatch(typed)
    sign, day = (match[1] or "", match[2]) if match else ("", typed)
    found = _days(day)
    if isinstance(found, Clause):
        return found
    return _one_sided(sign, *found, span) if sign else Dated(*found, span)


def _one_sided(sign: str, first: date, last: date, span: Span) -> Dated | Clause:
    if sign in {">", "<"} and (last == date.max if sign == ">" else first == date.min):
        return clause("no day lies beyond it")
    if sign == ">":
        return Dated(last + timedelta(1), None, span)
    if sign == "<":
        return Dated(None, first - timedelta(1), span)
    return Dated(first, None, span) if sign in {">=", "≥"} else Dated(None, last, span)


def _between(begin: str, end: str, span: Span) -> Dated | Clause:
    if not begin and not end:
        return clause("a range needs a date on one side at least")
    first = _days(begin) if begin else None
    last = _days(end) if end else None
    for side in (first, last):
        if isinstance(side, Clause):
            return side
    opening = first[0] if isinstance(first, tuple) else None
    closing = last[1] if isinstance(last, tuple) else None
    if opening is not None and closing is not None and closing < opening:
        return clause("“{begin}” comes after “{end}”", begin=begin, end=end)
    return Dated(opening, closing, span)


def _days(typed: str) -> tuple[date, date] | Clause:
    """The first and the last day of a year, a month or a day."""
    match = _DAY.fullmatch(typed)
    if match is None:
        return clause("“{typed}” is not a date like 2019, 2019-04 or 2019-04-25", typed=typed)
    year = int(match[1])
    if not 1 <= year <= MAXYEAR:
        return clause("there is no year {year}", year=match[1])
    if match[2] is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= int(match[2]) <= 12:  # noqa: PLR2004 - the months of a year
        return clause("there is no month {month}", month=match[2])
    return _within_month(year, int(match[2]), match[3])


def _within_month(year: int, month: int, day: str | None) -> tuple[date, date] | Clause:
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    if not 1 <= int(day) <= length:
        return clause("{month} has no day {day}", month=Month(date(year, month, 1)), day=day)
    return date(year, month, int(day)), date(year, month, int(day))
