"""Moments as pages, feeds and messages write them, with the zone in which they were stated."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_DAY_ONLY = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2})[T ]\s?(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")
_LONGEST = 60
_MILLISECONDS = 13


def moment_in(text: str) -> date | datetime | None:
    """The moment that `text` states; a `date` where it states no hour, None if it states none.

    ISO 8601 in the spellings found on pages, RFC 822 as in feeds and mail, seconds or milliseconds
    since 1970.

    >>> moment_in("2024-04-30 16:58:00+0200").isoformat()
    '2024-04-30T16:58:00+02:00'
    >>> moment_in("20240430")
    datetime.date(2024, 4, 30)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        return _stated(text)
    except (ValueError, OverflowError, OSError):
        return None  # the thirtieth of February, the year 0


def _stated(text: str) -> date | datetime | None:
    if _EPOCH.match(text):
        seconds = int(text) / (1000 if len(text) == _MILLISECONDS else 1)
        return datetime.fromtimestamp(seconds, UTC)
    if day := _DAY_ONLY.match(text):
        return date(int(day[1]), int(day[2]), int(day[3]))
    if moment := _MOMENT.match(text):
        return _composed(moment)
    return parsedate_to_datetime(text) if text[-1:].isalnum() and ":" in text else None


def _composed(found: re.Match[str]) -> datetime:
    year, month, day = (int(part) for part in found["day"].split("-"))
    hour, minute, *second = (int(part) for part in found["time"].split(":"))
    zone = (found["zone"] or "").upper()
    offset = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:] or '00'}"
    stamp = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{(second or [0])[0]:02}{offset}"
    return datetime.fromisoformat(stamp)
