"""What was covered when, by outlet or by point, over as few stretches of days as can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from summit_reader.domain.timeline import Covered, Lane, LaneKind, Timeline, Unit

MOST = 31
"""Stretches beside each other; more days than these are taken together by the week, and so on."""

_WEEK = timedelta(days=7)
_YEAR_MONTHS = 12


def timeline_of(covered: Sequence[Covered], by: LaneKind) -> Timeline:
    """The timeline of texts or takes; lanes stand in the order in which they first come."""
    lanes: dict[str, list[Covered]] = {}
    for each in covered:
        lanes.setdefault(_lane(each, by), []).append(each)
    unit, stretches = _stretched([each.day for each in covered if each.day is not None])
    return Timeline(
        unit,
        stretches,
        tuple(
            Lane(
                name,
                _cells(members, unit, stretches),
                tuple(each for each in members if each.day is None),
            )
            for name, members in lanes.items()
        ),
    )


def first_day(day: date, unit: Unit) -> date:
    """The first day of the stretch that holds a day; weeks begin on Monday.

    >>> first_day(date(2019, 4, 25), Unit.WEEK)
    datetime.date(2019, 4, 22)
    """
    match unit:
        case Unit.DAY:
            return day
        case Unit.WEEK:
            # Before the first Monday of all there is no other.
            return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)


def _lane(each: Covered, by: LaneKind) -> str:
    if by is LaneKind.POINTS and each.point is not None:
        return each.point.question
    return each.outlet.name


def _cells(
    members: Iterable[Covered], unit: Unit, stretches: Sequence[date]
) -> tuple[tuple[Covered, ...], ...]:
    found: dict[date, list[Covered]] = {first: [] for first in stretches}
    for each in members:
        if each.day is not None:
            found[first_day(each.day, unit)].append(each)
    return tuple(tuple(cell) for cell in found.values())


def _stretched(days: Sequence[date]) -> tuple[Unit, tuple[date, ...]]:
    """The shortest unit in which all days find place, and the stretches from first to last."""
    if not days:
        return Unit.DAY, ()
    first, last = min(days), max(days)
    for unit in Unit:
        stretches = []
        for start in _starts(first_day(first, unit), last, unit):
            stretches.append(start)
            if len(stretches) > MOST:
                break
        else:
            return unit, tuple(stretches)
    # Over so many years the empty ones would push the others out of sight.
    return Unit.YEAR, tuple(sorted({first_day(day, Unit.YEAR) for day in days}))


def _starts(start: date, last: date, unit: Unit) -> Iterator[date]:
    while start <= last:
        yield start
        try:
            start = _next(start, unit)
        except (OverflowError, ValueError):  # the calendar ends here
            return


def _next(start: date, unit: Unit) -> date:
    match unit:
        case Unit.DAY:
            return start + timedelta(days=1)
        case Unit.WEEK:
            return start - timedelta(days=start.weekday()) + _WEEK
        case Unit.MONTH:
            year, month = divmod(start.year * _YEAR_MONTHS + start.month, _YEAR_MONTHS)
            return date(year, month + 1, 1)
        case Unit.YEAR:
            return date(start.year + 1, 1, 1)
