from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.errors import QueryProblem
from summit_reader.index.matching import marks
from summit_reader.index.query import (
    LONGEST_QUERY,
    AllOf,
    AnyOf,
    Not,
    Phrase,
    Prefix,
    Query,
    Term,
    leaves,
    parse,
)

KIM, PUTIN, TRUMP = Term("kim"), Term("putin"), Term("trump")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Kim", KIM),
        ("kim putin", AllOf((KIM, PUTIN))),
        ("kim AND putin", AllOf((KIM, PUTIN))),
        ("kim OR putin trump", AnyOf((KIM, AllOf((PUTIN, TRUMP))))),
        ("kim (putin OR trump)", AllOf((KIM, AnyOf((PUTIN, TRUMP))))),
        ("kim or not", AllOf((KIM, Term("or"), Term("not")))),
        ("kim -putin", AllOf((KIM, Not(PUTIN)))),
        ("kim NOT putin", AllOf((KIM, Not(PUTIN)))),
        ("NOT -kim", KIM),
        ("-(kim OR putin)", Not(AnyOf((KIM, PUTIN)))),
        ("kim - putin", AllOf((KIM, PUTIN))),
        ("kim kim", KIM),
        ('"Will not"', Phrase(("will", "not"), printed=True)),
        ("„will not“", Phrase(("will", "not"), printed=True)),
        ("«kim»", Phrase(("kim",), printed=True)),
        ('-"will not"', Not(Phrase(("will", "not"), printed=True))),
        ("Jong-un", Phrase(("jong", "un"), printed=False)),
        ("l’accord", Phrase(("l", "accord"), printed=False)),
        ("Sanct*", Prefix("sanct")),
        ("six-par*", AllOf((Term("six"), Prefix("par")))),
        ("s*", Term("s")),
        ("* kim", KIM),
        ("U.S.", AnyOf((Term("us"), Phrase(("united", "states"), printed=True, variant=True)))),
            ("us", Term("us")),
        ("100\xa0000", Term("100000")),
    ],
)  # fmt: skip
def test_read(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("kim (", KIM),
        ("kim (putin", AllOf((KIM, PUTIN))),
        ("(kim putin))", AllOf((KIM, PUTIN))),
        ("kim) putin", AllOf((KIM, PUTIN))),
        ('kim "', KIM),
        ('"will no', Phrase(("will", "no"), printed=True)),
        ("kim OR", KIM),
        ("OR kim", KIM),
        ("kim AND", KIM),
        ("kim -", KIM),
        ("kim NOT", KIM),
        ("kim -(", KIM),
        ("kim ()", KIM),
        ("kim ?", KIM),
    ],
)
def test_read_while_it_is_typed(typed: str, query: Query) -> None:
    assert parse(typed) == query


@pytest.mark.parametrize("text", ["", " \t\n", "\xa0", '" "', "-\u2009*", "\x1f"])
def test_nothing_asked_yet(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["???", "€ §", "\0", "\ud800", '"…"'])
def test_no_word(text: str) -> None:
    with pytest.raises(QueryProblem) as caught:
        parse(text)
    str(caught.value).encode()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3_000,
        "(a " * 3_000,
        "-(" * 1_500 + "a",
        "-(a " * 1_500,
        "(a OR (b " * 2_000,
        ")" * 3_000,
        "a OR " * 20_000,
        "a* " * 20_000,
        '"' * 9_999,
        "-" * 9_999,
        "*" * 9_999,
        "a" * 1_000_000,
        "a.b" * 300_000,
        "1,000" * 300_000,
    ],
)
def test_hostile_text_is_read(text: str) -> None:
    query = parse(text)
    assert query is None or marks(text, ["a b"], ["en"]) is not None


def test_what_is_beyond_the_limit_is_left_out() -> None:
    query = parse("kim " + " " * LONGEST_QUERY + "putin")
    assert query == KIM


def test_leaves_leave_out_what_is_excluded() -> None:
    query = parse("kim -(putin OR -trump) (us* OR kim)")
    assert query is not None
    assert list(dict.fromkeys(leaves(query))) == [KIM, TRUMP, Prefix("us")]


@given(st.text() | st.text(st.sampled_from('ab ()"-*ORNTAD’\ud800\x00“”')))
def test_only_query_problems_are_raised(text: str) -> None:
    try:
        parse(text)
    except QueryProblem:
        assert text.strip()
    assert len(marks(text, ["a b", ""], ["en"])) == 2
