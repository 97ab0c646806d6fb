"""What the reader has narrowed the library to: by what is known of outlets, and by days."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from enum import StrEnum

from summit_reader.domain.outlet import OutletKind, OutletSummary
from summit_reader.domain.proposal import PointProposals
from summit_reader.domain.take import Take

INTERVAL = "/"
"""Stands between the first and the last day of a period, as in ISO 8601; one of them may lack."""

_MONTHS = 12


class Attribute(StrEnum):
    """What a library is narrowed by; a label is one by its axis."""

    NAME = "name"
    COUNTRY = "country"
    LANGUAGE = "language"
    KIND = "kind"
    OWNER = "owner"
    LABEL = "label"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Trait:
    """A value of an attribute; empty if nobody says one. `axis` is that of a label.

    A day is narrowed to by a year ("2019"), a month ("2019-04"), a day or an interval.
    """

    attribute: Attribute
    value: str
    axis: str = ""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What counts, by numbers: outlets, and texts.

    `texts` count themselves; `holding` are those in which anything counts, be it only a take of
    an outlet that somebody else quotes.
    """

    outlets: frozenset[int]
    texts: frozenset[int]
    holding: frozenset[int]

    def holds(self, take: Take) -> bool:
        """Whether a take counts."""
        return self.counts(take.outlet.id, take.article_id)

    def counts(self, outlet_id: int, article_id: int) -> bool:
        """Whether the words of an outlet in a text count."""
        return outlet_id in self.outlets and article_id in self.holding

    def proposed(self, found: PointProposals) -> PointProposals:
        """What may be on a point, as far as it counts."""
        return replace(
            found,
            outlets=tuple(
                replace(
                    each,
                    takes=tuple(one for one in each.takes if self.holds(one.take)),
                    proposals=tuple(
                        one for one in each.proposals if one.part.article_id in self.holding
                    ),
                )
                for each in found.outlets
                if each.outlet.id in self.outlets
            ),
        )


def traits(summary: OutletSummary, attribute: Attribute, axis: str = "") -> frozenset[Trait]:
    """The values that an outlet has; days are those of texts, an outlet has none."""
    match attribute:
        case Attribute.NAME:
            values = [summary.outlet.name]
        case Attribute.COUNTRY:
            values = [summary.outlet.country]
        case Attribute.LANGUAGE:
            values = [summary.language]
        case Attribute.KIND:
            values = [summary.kind.value if summary.kind is not OutletKind.UNKNOWN else ""]
        case Attribute.OWNER:
            values = [summary.owner]
        case Attribute.LABEL:
            values = [one.value for one in summary.labels if one.axis == axis] or [""]
        case Attribute.DAY:
            values = []
    return frozenset(Trait(attribute, value, axis) for value in values)


def groups(
    outlets: Iterable[OutletSummary], attribute: Attribute, axis: str = ""
) -> list[tuple[Trait, int]]:
    """Every value with the number of outlets that have it, the most frequent first."""
    counts = Counter(trait for each in outlets for trait in traits(each, attribute, axis))
    return sorted(counts.items(), key=lambda item: (not item[0].value, -item[1], item[0].value))


def months(days: Iterable[date | None]) -> list[tuple[Trait, int]]:
    """Every month with the number of texts from it, the latest first; those without a day last."""
    counts = Counter("" if day is None else f"{day:%Y-%m}" for day in days)
    order = sorted(counts.items(), reverse=True)
    return [(Trait(Attribute.DAY, value), count) for value, count in order]


def holds(summary: OutletSummary, wanted: Collection[Trait]) -> bool:
    """Whether an outlet has what is wanted.

    Values of one attribute are alternatives; of several attributes all must hold. Days are no
    matter of outlets.
    """
    by_attribute: dict[tuple[Attribute, str], set[Trait]] = {}
    for trait in wanted:
        if trait.attribute is not Attribute.DAY:
            by_attribute.setdefault((trait.attribute, trait.axis), set()).add(trait)
    return all(
        traits(summary, attribute, axis) & alternatives
        for (attribute, axis), alternatives in by_attribute.items()
    )


def falls_in(day: date | None, wanted: Iterable[Trait]) -> bool:
    """Whether a text of that day is one of the days wanted, where any are."""
    periods = [trait.value for trait in wanted if trait.attribute is Attribute.DAY]
    return not periods or any(_is_in(day, value) for value in periods)


def interval(first: date | None, last: date | None) -> Trait:
    """The days from the first to the last, both included; None leaves that end open."""
    ends = ["" if day is None else day.isoformat() for day in (first, last)]
    return Trait(Attribute.DAY, INTERVAL.join(ends))


def ends_of(value: str) -> tuple[date, date] | None:
    """The first and the last day of a period; None if it is none.

    >>> ends_of("2019-02")
    (datetime.date(2019, 2, 1), datetime.date(2019, 2, 28))
    """
    begin, between, end = value.partition(INTERVAL)
    try:
        first = _first(begin) if begin else date.min
        last = _last(end if between else begin) if (end or not between) else date.max
    except ValueError:
        return None
    return first, last


def _is_in(day: date | None, value: str) -> bool:
    if day is None or not value:
        return day is None and not value
    ends = ends_of(value)
    return ends is not None and ends[0] <= day <= ends[1]


def _numbers(written: str) -> list[int]:
    return [int(part) for part in written.split("-")]


def _first(written: str) -> date:
    year, month, day = (*_numbers(written), 1, 1)[:3]
    return date(year, month, day)


def _last(written: str) -> date:
    numbers = _numbers(written)
    year = numbers[0]
    month = numbers[1] if len(numbers) > 1 else _MONTHS
    if not (1 <= year <= MAXYEAR and 1 <= month <= _MONTHS):
        raise ValueError(written)
    day = numbers[2] if len(numbers) > 2 else monthrange(year, month)[1]  # noqa: PLR2004 - a date
    return date(year, month, day)
