from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.errors import QueryProblem
from summit_reader.index.matching import marks
from summit_reader.index.parsing import DEEPEST, LONGEST_QUERY, as_typed, parse, read
from summit_reader.index.query import (
    AllOf,
    AnyOf,
    Dated,
    Fuzzy,
    Not,
    Phrase,
    Place,
    Prefix,
    Property,
    Query,
    Term,
    Valued,
    Wildcard,
    leaves,
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
        ('"kim trump"~5', Phrase(("kim", "trump"), printed=True, gap=5)),
        ("Jong-un", Phrase(("jong", "un"), printed=False)),
        ("l’accord", Phrase(("l", "accord"), printed=False)),
        ("Sanct*", Prefix("sanct")),
        ("six-par*", AllOf((Term("six"), Prefix("par")))),
        ("Wom?n", Wildcard("wom?n")),
        ("s*ct*", Wildcard("s*ct*")),
        ("kremlin~", Fuzzy("kremlin", 2)),
        ("putn~", Fuzzy("putn", 1)),
        ("kremlin~1", Fuzzy("kremlin", 1)),
        ("Will Russia pay?", AllOf((Term("will"), Term("russia"), Term("pay")))),
        ("kim ?", KIM),
        ("U.S.", AnyOf((Term("us"), Phrase(("united", "states"), printed=True, variant=True)))),
        ("us", Term("us")),
        ("100\xa0000", Term("100000")),
        ("title:flour", Term("flour", Place.TITLE)),
        ("Title:(a OR said:b)", AnyOf((Term("a", Place.TITLE), Term("b", Place.SAID)))),
        ('speaker:"Andrei Lankov"',
            Phrase(("andrei", "lankov"), printed=True, place=Place.SPEAKER)),
        ("outlet:US", Term("us", Place.OUTLET)),
        ("-outlet:tide", Not(Term("tide", Place.OUTLET))),
        ("outlet:ti*", Prefix("ti", Place.OUTLET)),
        ("country:gb", Valued(Property.COUNTRY, ("GB",))),
        ("country:Russia", Valued(Property.COUNTRY, ("RU",))),
        ('country:"north korea"', Valued(Property.COUNTRY, ("KP",))),
        ("language:en-GB", Valued(Property.LANGUAGE, ("en",))),
        ("language:german", Valued(Property.LANGUAGE, ("de",))),
        ("role:off", Valued(Property.ROLE, ("official",))),
        ("has:c", Valued(Property.HAS, ("cut",))),
        ("in:com", Valued(Property.IN, ("comments", "comparison"))),
        ("kim in:comments", Term("kim", Place.COMMENTS)),
        ("in:removed title:kim advert",
            AllOf((Term("kim", Place.TITLE), Term("advert", Place.REMOVED)))),
        ("in:comments", Valued(Property.IN, ("comments",))),
        ("date:2019-04", Dated(date(2019, 4, 1), date(2019, 4, 30))),
        ("date:(2018 OR 2019)", AnyOf((Dated(date(2018, 1, 1), date(2018, 12, 31)),
                                       Dated(date(2019, 1, 1), date(2019, 12, 31))))),
        ("http://has:pin", Phrase(("http", "has", "pin"), printed=False)),
    ],
)  # fmt: skip
def test_read(text: str, query: Query) -> None:
    reading = parse(text)
    assert reading.tree == query
    assert reading.faults == ()


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("kim (", KIM),
        ("kim (putin", AllOf((KIM, PUTIN))),
        ('kim "', KIM),
        ('"will no', Phrase(("will", "no"), printed=True)),
        ("kim OR", KIM),
        ("kim AND", KIM),
        ("kim NOT", KIM),
        ("kim -(", KIM),
        ("kim outlet:", KIM),
        ("kim date:2019-1x", KIM),
        ("kim has:x", KIM),
        ("kim *", KIM),
        ("kim s*", KIM),
    ],
)
def test_read_while_it_is_typed(typed: str, query: Query) -> None:
    reading = parse(typed)
    assert reading.tree == query
    assert all(fault.is_unfinished for fault in reading.faults)


@pytest.mark.parametrize(
    ("text", "blamed", "reason"),
    [
        ("(kim putin", "(", "not closed"),
        ("kim) putin", ")", "not opened"),
        ('kim "putin', '"', "not closed"),
        ("OR kim", "OR", "before “OR”"),
        ("kim OR OR putin", "OR", "before “OR”"),
        ("kim OR", "OR", "after “OR”"),
        ("(kim AND) putin", "AND", "after “AND”"),
        ("kim NOT", "NOT", "excludes nothing"),
        ("outlet: kim", "outlet:", "after “outlet:”"),
        ("outlet:-kim", "outlet:", "after “outlet:”"),
        ("***a kim", "***a", "cannot begin"),
        ("s* kim", "s*", "2 letters"),
        ("a*b*c*d*", "a*b*c*d*", "3 stars"),
        ("kremlin~7", "kremlin~7", "differ in 1 or 2"),
        ("has:nothing", "nothing", "“has:” is one of cut, duplicate"),
        ("date:2019-13", "2019-13", "no month 13"),
        ("date:2019-02-29 kim", "2019-02-29", "February 2019 has no day 29"),
        ("date:0000", "0000", "no year 0000"),
        ("date:..", "..", "on one side"),
        ("date:2020..2019", "2020..2019", "comes after"),
        ("date:>9999", ">9999", "beyond"),
        ("date:yesterday", "yesterday", "is not a date like"),
        ("(" * 40 + "kim" + ")" * 40, "(", "in one another"),
        ("?? €", "??", "no word"),
    ],
)
def test_a_fault_points_at_its_characters(text: str, blamed: str, reason: str) -> None:
    with pytest.raises(QueryProblem, match=reason) as caught:
        read(text, strict=True)
    assert caught.value.span.of(text) == blamed


@pytest.mark.parametrize("text", ["", " \t\n", "\xa0", '" "', "-\u2009", "-", "(", "date:", "*"])
def test_nothing_asked_yet(text: str) -> None:
    assert read(text).tree is None


@pytest.mark.parametrize("text", ["???", "€ §", "\0", "\ud800", '"…"'])
def test_no_word(text: str) -> None:
    with pytest.raises(QueryProblem) as caught:
        read(text)
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
        "OR " * 20_000,
        "a* " * 20_000,
        "title:" * 20_000,
        '"' * 9_999,
        "-" * 9_999,
        "*" * 9_999,
        "?a" * 9_999,
        "a~" * 9_999,
        "a" * 1_000_000,
        "a.b" * 300_000,
        "1,000" * 300_000,
    ],
)
def test_what_is_too_long_is_cut_and_said(text: str) -> None:
    with pytest.raises(QueryProblem, match="longer than 2,000 characters") as caught:
        read(text, strict=True)
    assert len(str(caught.value)) < 200
    assert caught.value.span.start == LONGEST_QUERY
    assert marks(text, ["a b"], ["en"]) is not None


@pytest.mark.parametrize("text", ["(" * 1_999, "***a", "*", "(a " * 600, "a OR " * 390])
def test_hostile_text_within_the_limit_is_told(text: str) -> None:
    with pytest.raises(QueryProblem):
        read(text, strict=True)
    parse(text)


def test_what_is_beyond_the_limit_is_left_out() -> None:
    assert parse("kim " + " " * LONGEST_QUERY + "putin").tree == KIM


def test_brackets_are_told_apart_only_so_deep() -> None:
    deep = parse("(" * DEEPEST + "kim" + ")" * DEEPEST)
    assert (deep.tree, deep.faults) == (KIM, ())
    assert parse("-(" * (DEEPEST + 3) + "kim").tree is not None


def test_leaves_leave_out_what_is_excluded() -> None:
    query = parse("kim -(putin OR -trump) (us* OR kim)").tree
    assert query is not None
    assert list(dict.fromkeys(leaves(query))) == [KIM, TRUMP, Prefix("us")]


def test_the_word_being_typed_is_a_beginning() -> None:
    def typed(text: str) -> Query:
        tree = parse(text).tree
        assert tree is not None
        return as_typed(tree, len(text), 3)

    assert typed("kim put") == AllOf((KIM, AnyOf((Term("put"), Prefix("put")))))
    assert typed("title:put") == AnyOf((Term("put", Place.TITLE), Prefix("put", Place.TITLE)))
    for finished in ("kim pu", "put kim ", "put*", '"put"', "kim"[:2]):
        assert typed(finished) == parse(finished).tree


def test_parts_know_the_characters_they_come_from() -> None:
    text = 'kim -outlet:tide "will not" date:2019 (a OR b)'
    tree = parse(text).tree
    assert isinstance(tree, AllOf)
    spans = [part.span.of(text) for part in tree.parts]
    assert spans == ["kim", "-outlet:tide", '"will not"', "date:2019", "a OR b"]


@given(st.text() | st.text(st.sampled_from('ab ()"-*~?:ORNTADdatehsi.0129<>’\ud800\x00“”')))
def test_only_query_problems_are_raised(text: str) -> None:
    reading = parse(text)
    for fault in reading.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
    for strict in (False, True):
        try:
            read(text, strict=strict)
        except QueryProblem as problem:
            assert text.strip()
            str(problem).encode()
    assert len(marks(text, ["a b", ""], ["en"])) == 2
