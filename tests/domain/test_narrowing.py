from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.narrowing import (
    Attribute,
    Trait,
    ends_of,
    falls_in,
    groups,
    holds,
    interval,
    months,
)
from summit_reader.domain.outlet import Label, OutletKind, OutletRef, OutletSummary


def summary(id_: int, country: str, *labels: Label, owner: str = "") -> OutletSummary:
    ref = OutletRef(id_, f"Outlet {id_}", country)
    return OutletSummary(ref, 1, 1, "en", OutletKind.NEWSPAPER, labels, owner)


OUTLETS = (
    summary(1, "GB", Label("leaning", "left"), owner="Trust"),
    summary(2, "GB", Label("leaning", "right")),
    summary(3, ""),
)


def left(*wanted: Trait) -> list[int]:
    return [each.outlet.id for each in OUTLETS if holds(each, wanted)]


def test_groups_count_every_value_unknown_last() -> None:
    counted = [(trait.value, n) for trait, n in groups(OUTLETS, Attribute.COUNTRY)]
    assert counted == [("GB", 2), ("", 1)]
    leaning = groups(OUTLETS, Attribute.LABEL, "leaning")
    assert [(trait.value, n) for trait, n in leaning] == [("left", 1), ("right", 1), ("", 1)]
    assert (Trait(Attribute.OWNER, "Trust"), 1) in groups(OUTLETS, Attribute.OWNER)


def test_values_are_alternatives_and_attributes_all_hold() -> None:
    assert left() == [1, 2, 3]
    assert left(Trait(Attribute.COUNTRY, "GB")) == [1, 2]
    assert left(Trait(Attribute.COUNTRY, "GB"), Trait(Attribute.COUNTRY, "")) == [1, 2, 3]
    leaning = Trait(Attribute.LABEL, "left", "leaning")
    assert left(Trait(Attribute.COUNTRY, "GB"), leaning) == [1]
    assert left(Trait(Attribute.NAME, "Outlet 3")) == [3]
    # Days are no matter of outlets.
    assert left(Trait(Attribute.DAY, "2019")) == [1, 2, 3]


def test_months_come_latest_first_and_no_date_last() -> None:
    days = [date(2019, 4, 25), date(2019, 4, 1), None, date(2020, 1, 1)]
    counted = [(trait.value, n) for trait, n in months(days)]
    assert counted == [("2020-01", 1), ("2019-04", 2), ("", 1)]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3)),
        ("2019-04-25/2019-05-01", date(2019, 4, 25), date(2019, 5, 1)),
        ("2019/2020-03", date(2019, 1, 1), date(2020, 3, 31)),
        ("/2019", date.min, date(2019, 12, 31)),
        ("2019-04/", date(2019, 4, 1), date.max),
    ],
)
def test_a_period_has_ends(value: str, first: date, last: date) -> None:
    assert ends_of(value) == (first, last)


@given(st.text(max_size=12))
def test_what_is_no_period_holds_no_day(value: str) -> None:
    trait = Trait(Attribute.DAY, value)
    ends = ends_of(value)
    assert ends is None or ends[0].year >= 1
    if ends is None:
        assert not falls_in(date(2019, 4, 25), [trait])


@given(st.dates(), st.dates(), st.dates())
def test_an_interval_holds_the_days_between_its_ends(day: date, one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert falls_in(day, [interval(first, last)]) is (first <= day <= last)
    assert falls_in(day, [interval(first, None)]) is (first <= day)
    assert falls_in(day, [interval(None, last)]) is (day <= last)


def test_days_are_alternatives_and_no_date_is_one_of_them() -> None:
    april, undated = Trait(Attribute.DAY, "2019-04"), Trait(Attribute.DAY, "")
    assert falls_in(date(2019, 4, 1), [april, undated])
    assert falls_in(None, [april, undated])
    assert not falls_in(None, [april])
    assert not falls_in(date(2019, 4, 1) - timedelta(1), [april, undated])
    assert falls_in(None, [Trait(Attribute.COUNTRY, "GB")])
