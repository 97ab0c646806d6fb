"""How days and counts of the picture are worded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale

from summit_reader.domain.timeline import Covered, Timeline, Unit
from summit_reader.gui.wording import counted, quoted, shown_date, takes_counted, texts_counted, tr

_SHORT = {Unit.DAY: "d MMM", Unit.WEEK: "d MMM", Unit.MONTH: "MMM", Unit.YEAR: "yyyy"}


def stretch_lines(timeline: Timeline, at: int) -> tuple[str, str]:
    """Two lines over a stretch: its name, and the year where that is new or unclear."""
    day = timeline.stretches[at]
    name = _shown(day, _SHORT[timeline.unit])
    if timeline.unit is Unit.YEAR:
        return name, ""
    before = timeline.stretches[at - 1] if at else None
    return name, _shown(day, "yyyy") if before is None or before.year != day.year else ""


def stretch_name(timeline: Timeline, at: int) -> str:
    """A stretch in full."""
    day = timeline.stretches[at]
    match timeline.unit:
        case Unit.DAY:
            return shown_date(day)
        case Unit.WEEK:
            return tr("Week from {day}").format(day=shown_date(day))
        case Unit.MONTH:
            return _shown(day, "MMMM yyyy")
        case Unit.YEAR:
            return _shown(day, "yyyy")


def amount(covered: Sequence[Covered]) -> str:
    """How many takes or texts; "Nothing" where there is none."""
    if not covered:
        return tr("Nothing")
    if covered[0].take is not None:
        return takes_counted(len(covered))
    return texts_counted(len(covered))


def cell_tip(covered: Sequence[Covered], most: int = 8) -> str:
    """What a cell holds, line by line."""
    lines = [
        f"{each.outlet.name}: {quoted(each.take) if each.take is not None else each.title}"
        for each in covered[:most]
    ]
    if len(covered) > most:
        lines.append(counted(len(covered) - most, "and {n} more", "and {n} more"))
    return "\n".join(lines)


def _shown(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
