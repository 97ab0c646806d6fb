from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.text.bylines import byline_of, names_in

NAMES = st.text("abé ,;&AndundET\u3000", min_size=1).map(lambda name: " ".join(name.split()))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Jane Roe, John Doe und Max Muster", ("Jane Roe", "John Doe", "Max Muster")),
        ("Jane Roe; Roe, Doe and Sons", ("Jane Roe", "Roe, Doe and Sons")),
        ("Roe & Doe", ("Roe", "Doe")),
        ("", ()),
    ],
)
def test_names_in_a_byline(byline: str, names: tuple[str, ...]) -> None:
    assert names_in(byline) == names


@given(st.lists(NAMES.filter(lambda name: name.strip(" ,") and ";" not in name), max_size=4))
def test_names_come_back_from_their_byline(names: list[str]) -> None:
    names = [name.strip(", ") for name in names]
    assert list(names_in(byline_of(names))) == names
