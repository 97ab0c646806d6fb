from __future__ import annotations

from datetime import date

import pytest

from summit_reader.text.dates import date_line, dates_in, weekday_in


@pytest.mark.parametrize(
    "text", ["on April 25, 2019", "25 April 2019", "25th Apr. 2019", "on 2019-04-25 at noon"]
)
def test_dates_as_printed(text: str) -> None:
    assert [found.day for found in dates_in(text)] == [date(2019, 4, 25)]


@pytest.mark.parametrize("text", ["April 31, 2019", "25 April", "in 2019", "2019-13-01"])
def test_what_is_no_full_date(text: str) -> None:
    assert list(dates_in(text)) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("25 April 2019", date(2019, 4, 25)),
        ("Published: Thursday, April 25, 2019, 10:30 GMT", date(2019, 4, 25)),
        ("They met on 25 April 2019", None),
        ("25 April 2019 was a Thursday", None),
        ("Yesterday", None),
    ],
)
def test_a_line_that_is_a_date(line: str, day: date | None) -> None:
    assert date_line(line) == day


def test_weekdays() -> None:
    assert weekday_in("They met on Thursday and on Friday.") == "on Thursday"
    assert weekday_in("They met.") == ""
