from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.clause import Clause
from summit_reader.domain.spans import Span
from summit_reader.index.dates import dated
from summit_reader.index.query import Dated

NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-04", date(2019, 4, 1), date(2019, 4, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-4-5", date(2019, 4, 5), date(2019, 4, 5)),
        ("2019-03..2019-05", date(2019, 3, 1), date(2019, 5, 31)),
        ("2019...2020", date(2019, 1, 1), date(2020, 12, 31)),
        ("2019-03..", date(2019, 3, 1), None),
        ("..2019", None, date(2019, 12, 31)),
        (">2019-04-01", date(2019, 4, 2), None),
        (">2019", date(2020, 1, 1), None),
        (">=2019", date(2019, 1, 1), None),
        ("<2019-04", None, date(2019, 3, 31)),
        ("≤2019-04", None, date(2019, 4, 30)),
        ("0001-01-01", date.min, date.min),
        ("9999", date(9999, 1, 1), date.max),
    ],
)
def test_days(typed: str, first: date | None, last: date | None) -> None:
    assert dated(typed, NOWHERE) == Dated(first, last)


@pytest.mark.parametrize("typed", [">9999", "<0001", "<0001-01-01", "2019-00", "19", "٢٠١٩", ""])
def test_no_days(typed: str) -> None:
    assert isinstance(dated(typed, NOWHERE), Clause)


@given(st.text("0123456789-.<>=≥") | st.text())
def test_anything_is_days_or_a_clause(typed: str) -> None:
    found = dated(typed, NOWHERE)
    assert isinstance(found, Clause) or found.first or found.last
