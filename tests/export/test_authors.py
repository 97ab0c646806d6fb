from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.export.authors import authors_of


@pytest.mark.parametrize(
    ("byline", "inverted"),
    [
        ("By Ann Writer", ["Writer, Ann"]),
        ("Ann Writer and Bo Li", ["Writer, Ann", "Li, Bo"]),
        ("Ann Writer, Bo Li & Cy Young", ["Writer, Ann", "Li, Bo", "Young, Cy"]),
        ("Von Ann Writer und Bo Li", ["Writer, Ann", "Li, Bo"]),
        ("Jan van der Meer", ["van der Meer, Jan"]),
        ("Jo Q. Public, Jr.", ["Public, Jo Q., Jr."]),
        ("Park Chan-kyong", ["Park Chan-kyong"]),
        ("Ann Writer, Moscow Correspondent", ["Writer, Ann"]),
        ("Ann Writer in Seoul", ["Writer, Ann"]),
        ("Ann Writer | The Tide", ["Writer, Ann"]),
        ("Agence AFP", ["Agence AFP"]),
        ("Staff and agencies", ["Staff and agencies"]),
        ("our man in the harbour", ["our man"]),
        ("Reuters", ["Reuters"]),
        ("", []),
        ("By ", []),
    ],
)
def test_names_are_turned_round_where_it_can_be_told(byline: str, inverted: list[str]) -> None:
    assert [author.inverted for author in authors_of(byline)] == inverted


def test_a_family_name_that_comes_first_keeps_its_initials() -> None:
    (author,) = authors_of("Park Chan-kyong")
    assert author.with_initials == "Park, C.-k."
    assert author.in_order == "Park Chan-kyong"


@given(st.text(max_size=200))
def test_any_line_names_nobody_or_somebody(byline: str) -> None:
    for author in authors_of(byline):
        assert author.in_order
        assert author.inverted
        assert author.with_initials
