"""The dates of feeds, in the zone in which they are stated."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from time import struct_time

from summit_reader.intake.dates import moment_in

_FIRST_CENTURY = re.compile(r"\b00\d\d\b")
_LAST_SECOND = 59


def moment_of(printed: str, in_utc: struct_time | None = None) -> date | datetime | None:
    """The moment that a feed prints; a mere day where no hour is stated, None where nothing is.

    `in_utc` is what feedparser made of it, which knows forms that nobody else prints.

    >>> moment_of("Thu, 25 Apr 2019 18:30:00 +0900").isoformat()
    '2019-04-25T18:30:00+09:00'
    >>> moment_of("Mon, 01 Jan 0001 00:00:00 GMT").year
    1
    """
    moment = moment_in(printed)
    if moment is None:
        return _moment(in_utc)
    # “0001”, which programs print for no date at all, is not 2001.
    early = _FIRST_CENTURY.search(printed)
    if early is None:
        return moment
    year = int(early.group())
    return moment.replace(year=year) if year else None


def _moment(in_utc: struct_time | None) -> datetime | None:
    if in_utc is None:
        return None
    try:
        year, month, day, hour, minute, second = in_utc[:6]
        return datetime(year, month, day, hour, minute, min(second, _LAST_SECOND), tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
