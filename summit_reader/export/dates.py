"""Dates as citations print them, in English whatever the system speaks."""

from __future__ import annotations

from datetime import date

# Not calendar.month_name, which speaks the system's language in the middle of an English line.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_UNSHORTENED = frozenset({"May", "June", "July"})


def day_first(day: date) -> str:
    """The day, then the month.

    >>> day_first(date(2019, 4, 25))
    '25 April 2019'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_first(day: date) -> str:
    """The month, then the day.

    >>> month_first(date(2019, 4, 25))
    'April 25, 2019'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def shortened(day: date) -> str:
    """The day, then the month in letters as MLA shortens it.

    >>> shortened(date(2019, 4, 25)), shortened(date(2019, 9, 3))
    ('25 Apr. 2019', '3 Sept. 2019')
    """
    month = _MONTHS[day.month - 1]
    if month not in _UNSHORTENED:
        month = f"{month[:4] if month == 'September' else month[:3]}."
    return f"{day.day} {month} {day.year}"


def month_and_day(day: date) -> str:
    """The month and the day, for styles that put the year elsewhere.

    >>> month_and_day(date(2019, 4, 25))
    'April 25'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}"


def day_and_month(day: date) -> str:
    """The day and the month, for styles that put the year elsewhere.

    >>> day_and_month(date(2019, 4, 25))
    '25 April'
    """
    return f"{day.day} {_MONTHS[day.month - 1]}"
