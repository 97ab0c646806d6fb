from __future__ import annotations

import pytest

from summit_reader.index.parsing import parse
from summit_reader.index.query import AllOf, AnyOf, Not, OneTake, Place, Query, Term
from summit_reader.index.quotations import gathered, takes_asked_for

KIM = Term("kim")
LANKOV, BYRNE = Term("lankov", Place.SPEAKER), Term("byrne", Place.SPEAKER)
FLOUR = Term("flour", Place.SAID)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("kim", KIM),
        ("said:flour", OneTake(FLOUR)),
        ("speaker:lankov said:flour", OneTake(AllOf((LANKOV, FLOUR)))),
        ("speaker:lankov kim said:flour", AllOf((OneTake(AllOf((LANKOV, FLOUR))), KIM))),
        ("speaker:lankov -said:flour", OneTake(AllOf((LANKOV, Not(FLOUR))))),
        ("kim -said:flour", AllOf((KIM, Not(OneTake(FLOUR))))),
        ("-said:flour", Not(OneTake(FLOUR))),
        ("speaker:(lankov OR byrne) said:flour",
            OneTake(AllOf((AnyOf((LANKOV, BYRNE)), FLOUR)))),
        ("kim OR said:flour", AnyOf((KIM, OneTake(FLOUR)))),
    ],
)  # fmt: skip
def test_what_stands_together_is_asked_of_one_take(text: str, query: Query) -> None:
    tree = parse(text).tree
    assert tree is not None
    assert gathered(tree) == query


def test_excluded_takes_are_not_asked_for() -> None:
    tree = parse("kim said:flour OR -speaker:byrne").tree
    assert tree is not None
    assert list(takes_asked_for(gathered(tree))) == [FLOUR]
