"""Whatever lands in the search box is answered or told in a sentence, through the whole program."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing

import pytest

from summit_reader.bootstrap import Services, open_services
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.search import Order, Scope
from summit_reader.domain.spans import Span

STRINGS = 10_000
LONGEST_TOLD = 3_000
TEXT = """Harbour to close

The council met on 1 March 2019. “We will close the harbour,” said Ada Byrne, the mayor.

The Tide (GB) is silent.
"""
PIECES = (
    [
        *"ab ()\"-*~?:,.0129<>’\\'\ud800\x00\n\t“”\u0301\u202e東é😀",
        "OR ",
        "NOT ",
        "AND ",
        "harbour ",
    ]
    + ["har*", "council", "w?ll", "harbor~2", '"the harbour"~3', "byrne ", "2019-03", ".."]
    + [f"{name}:" for name in ("title", "said", "speaker", "outlet", "date", "has", "in", "role")]
    + ["take", "comments", "country:GB", 'outlet:"', "tide"]
)
HEAVY = (
    "(" * 3_000, ")" * 3_000, '"' * 3_000, "-" * 3_000, "harbour " + "OR harbour " * 20_000,
    "OR " * 20_000, "*", "***a", "*" * 3_000, "?" * 3_000, "a*" * 3_000, "harbour " * 131_072,
    "x" * 1_048_576, "\u0301" * 100_000, "outlet:" * 20_000, "date:" + "9" * 100_000, "~" * 3_000,
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("hostile") / "library"
    with closing(open_services(folder, create=True)) as services:
        services.importing.import_text(TEXT, "harbour")
        yield services


def asked(library: Services, query: str, *, typing: bool, scope: Scope, order: Order) -> str:
    """What is said about the query, after everything was done with it that the window does."""
    library.searching.completions(query, len(query))
    try:
        results = library.searching.search(
            query, 5, scope=scope, order=order, typing=typing, facets=typing
        )
    except QueryProblem as problem:
        said, span = str(problem), problem.span
        assert Span(0, len(query)).contains(span)
    else:
        said = str(results.understood or "") or "".join(str(each.reason) for each in results.faults)
        assert results.total >= len(results.articles)
        for text, spans in zip(
            [TEXT], library.searching.marks(query, [TEXT], scope=scope), strict=True
        ):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
    said.encode("utf-8", "surrogatepass")
    return said


def test_random_strings(library: Services) -> None:
    chance = random.Random(11)  # noqa: S311 - the same strings every time
    for number in range(STRINGS):
        query = "".join(chance.choices(PIECES, k=chance.randrange(10)))
        scope, order = chance.choice(list(Scope)), chance.choice(list(Order))
        asked(library, query, typing=number % 2 == 0, scope=scope, order=order)


@pytest.mark.parametrize("query", HEAVY, ids=lambda query: f"{query[:8]!r}x{len(query)}")
@pytest.mark.parametrize("typing", [False, True])
def test_heavy_strings(library: Services, query: str, typing: bool) -> None:  # noqa: FBT001
    said = asked(library, query, typing=typing, scope=Scope.ALL, order=Order.RELEVANCE)
    assert 0 < len(said) < LONGEST_TOLD


def test_heavy_strings_are_neither_kept_nor_remembered_wrongly(library: Services) -> None:
    for query in ("(" * 3_000, "***a"):
        library.searching.remember(query)
        try:
            saved = library.searching.save(query)
        except QueryProblem:
            continue
        library.searching.forget(saved.id)
    assert len(library.searching.history()) == 2
    library.searching.forget_history()
