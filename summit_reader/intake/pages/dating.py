"""When an article was published, from all that its page says, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from summit_reader.intake.dates import moment_in
from summit_reader.intake.pages import meta
from summit_reader.intake.pages.linked_data import LinkedArticle
from summit_reader.intake.pages.meta import Head

_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_NEW_YEAR = "-01-01"
_IN_TITLE = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)$")


def published(tree: Any, head: Head, linked: LinkedArticle, url: str) -> str:  # noqa: ANN401 - lxml has no types
    """The moment as it is stated; empty if nothing on the page tells.

    What machines are told comes first, then the date in the address, which is the day the article
    was filed, then what is printed, and last what htmldate makes of the page.
    """
    told = [one for one in _told(head, linked) if one and moment_in(one)]
    if told:
        return next((one for one in told[1:] if _refines(one, told[0])), told[0])
    return next((one for one in _printed(tree, head, url) if one and moment_in(one)), "")


def _told(head: Head, linked: LinkedArticle) -> Iterator[str]:
    yield linked.published
    for name in meta.PUBLISHED:
        yield head.first((name,))


def _refines(other: str, first: str) -> bool:
    """Whether `other` is the moment `first` with an hour, or a zone, that it lacks."""
    one, two = moment_in(first), moment_in(other)
    if not isinstance(two, datetime) or two.tzinfo is None:
        return False
    if isinstance(one, datetime):
        return one.tzinfo is None and one == two.replace(tzinfo=None)
    return one == two.date()


def _printed(tree: Any, head: Head, url: str) -> Iterator[str]:  # noqa: ANN401 - as above
    for address in (url, head.canonical, head.first(("og:url",))):
        yield from _days(_IN_ADDRESS.search(address), (1, 2, 3))
    yield from _days(_IN_TITLE.search(head.title), (3, 2, 1))
    yield from head.times[:1]
    yield _guessed(tree, url or head.canonical)


def _days(found: re.Match[str] | None, order: tuple[int, int, int]) -> Iterator[str]:
    if found is None:
        return
    year, month, day = (int(found[group]) for group in order)
    try:
        yield date(year, month, day).isoformat()
    except ValueError:
        return  # the thirtieth of February


def _guessed(tree: Any, url: str) -> str:  # noqa: ANN401 - as above
    from htmldate import find_date  # noqa: PLC0415 - the worker's, for the few pages that need it

    try:
        day = find_date(tree, original_date=True, url=url or None) or ""
    except (ValueError, TypeError, AttributeError):
        return ""  # it means to read anything, and mostly does
    # Where it finds a year alone, it says New Year's Day.
    return "" if day.endswith(_NEW_YEAR) else day
