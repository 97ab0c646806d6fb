"""The dates of feeds, in the zone in which they are stated."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_tz
from time import struct_time

_LONGEST = 60
"""Characters a date may have; what is longer is none."""
_WHOLE_DAY = re.compile(r"\d{4}-?\d\d-?\d\d")
_FIRST_CENTURY = re.compile(r"\b00\d\d\b")


def moment_of(printed: str, in_utc: struct_time | None = None) -> date | datetime | None:
    """The moment that a feed prints; a mere day where no hour is stated, None where nothing is.

    `in_utc` is what somebody else made of it, for forms that are not read here.

    >>> moment_of("Thu, 25 Apr 2019 18:30:00 +0900").isoformat()
    '2019-04-25T18:30:00+09:00'
    >>> moment_of("2019-04-25")
    datetime.date(2019, 4, 25)
    """
    printed = printed.strip()[:_LONGEST]
    return _iso(printed) or _of_a_letter(printed) or _other(in_utc)


def _iso(printed: str) -> date | datetime | None:
    try:
        if _WHOLE_DAY.fullmatch(printed):
            return date.fromisoformat(printed)
        return datetime.fromisoformat(printed)
    except ValueError:
        return None


def _of_a_letter(printed: str) -> datetime | None:
    """The form of RFC 822, which RSS asks for, with the liberties that are taken with it."""
    try:
        parts = parsedate_tz(printed)
        if parts is None:
            return None
        year, month, day, hour, minute, second, *_, zone = parts
        # “0001”, which programs print for no date at all, is not 2001.
        early = _FIRST_CENTURY.search(printed)
        year = int(early.group()) if early else year
        there = None if zone is None else timezone(timedelta(seconds=zone))
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=there)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _other(in_utc: struct_time | None) -> datetime | None:
    if in_utc is None:
        return None
    try:
        year, month, day, hour, minute, second = in_utc[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
