"""What an answer, or none, means for the next time a feed is asked. Pure functions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from summit_reader.domain.feed import Feed, Schedule, Trouble, Visit

if TYPE_CHECKING:  # loading what fetches takes a quarter of a second
    from summit_reader.intake.fetching import Response

FIRST_WAIT = timedelta(minutes=15)
"""How long a feed is left alone after one failure; each further one doubles it."""
LONGEST_WAIT = timedelta(days=1)
LONGEST_ASKED = timedelta(days=30)
"""What a server may ask for with Retry-After; longer can only be a mistake."""

_DOUBLINGS = 10
_REFUSALS = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.PAYMENT_REQUIRED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
    }
)


def is_due(feed: Feed, now: datetime) -> bool:
    """Whether its schedule has the feed asked now."""
    if feed.schedule.interval is None or not may_be_asked(feed, now):
        return False
    return feed.visit.due is None or feed.visit.due <= now


def may_be_asked(feed: Feed, now: datetime) -> bool:
    """Whether the reader's wish is enough: the feed has not ended, and its server does not wait."""
    visit = feed.visit
    return not visit.gone and (visit.not_before is None or visit.not_before <= now)


def answered(feed: Feed, response: Response, now: datetime) -> Visit:
    """What to remember of an answer; whether a feed came with it is not looked at."""
    status, headers = response.status, response.headers
    match status:
        case HTTPStatus.OK:
            visit = _validators(response)
        case HTTPStatus.NOT_MODIFIED:
            visit = Visit(
                etag=headers.get("etag") or feed.visit.etag,
                last_modified=headers.get("last-modified") or feed.visit.last_modified,
            )
        case HTTPStatus.GONE:
            return replace(feed.visit, trouble=Trouble.GONE, status=status, at=now, due=None)
        case _:
            visit = failed(feed, _trouble(status), now)
            asked = _retry_after(headers.get("retry-after", ""), now)
            if asked is not None or status == HTTPStatus.TOO_MANY_REQUESTS:
                until = asked or now + _wait(visit.failures)
                visit = replace(visit, trouble=Trouble.ASKED_TO_WAIT, not_before=until)
            return replace(visit, status=status)
    return replace(visit, status=status, at=now, due=_next(feed.schedule, now))


def first_visit(response: Response, schedule: Schedule, now: datetime) -> Visit:
    """What to remember of the answer with which a feed came to be followed."""
    return replace(_validators(response), status=response.status, at=now, due=_next(schedule, now))


def failed(feed: Feed, trouble: Trouble, now: datetime) -> Visit:
    """What to remember where no feed came; what was known of the last one that came stays."""
    failures = feed.visit.failures + 1
    due = _next(feed.schedule, now)
    return replace(
        feed.visit,
        status=None,
        trouble=trouble,
        failures=failures,
        at=now,
        due=None if due is None else max(due, now + _wait(failures)),
        not_before=None,
    )


def _validators(response: Response) -> Visit:
    headers = response.headers
    return Visit(etag=headers.get("etag", ""), last_modified=headers.get("last-modified", ""))


def _next(schedule: Schedule, now: datetime) -> datetime | None:
    interval = schedule.interval
    return None if interval is None else now + interval


def _wait(failures: int) -> timedelta:
    return min(FIRST_WAIT * (1 << min(failures - 1, _DOUBLINGS)), LONGEST_WAIT)


def _trouble(status: int) -> Trouble:
    if status == HTTPStatus.NOT_FOUND:
        return Trouble.MISSING
    if status in _REFUSALS:
        return Trouble.REFUSED
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Trouble.SERVER
    return Trouble.UNEXPECTED


def _retry_after(value: str, now: datetime) -> datetime | None:
    """When the server wants to be asked again, said in seconds or as a date."""
    value = value.strip()
    longest = now + LONGEST_ASKED
    if value.isascii() and value.isdecimal():
        seconds = int(value[:_DOUBLINGS])
        return min(now + timedelta(seconds=seconds), longest) if seconds else None
    try:
        asked = parsedate_to_datetime(value)
        asked = asked if asked.tzinfo else asked.replace(tzinfo=UTC)
        return min(asked, longest) if asked > now else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
