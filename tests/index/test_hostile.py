"""Whatever lands in the search field is answered or told, never raised."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.search import FacetField, Scope
from summit_reader.index.port import ArticleDocument, Asking, SearchIndex

STRINGS = 2_000
LONGEST_TOLD = 3_000
ALPHABET = (
    [*'ab ()"-*~?:,.0129<>’\ud800\x00“”\u0301東é', "OR ", "NOT ", "AND ", "kim ", "summit", "su*"]
    + [f"{name}:" for name in ("title", "said", "speaker", "outlet", "date", "has", "in", "role")]
    + ["2019-04", "..", "take", "comments", '"kim putin"~3', "kremln~2"]
)  # fmt: skip


@pytest.fixture
def filled(index: SearchIndex, seeds: list[ArticleDocument]) -> SearchIndex:
    with index.batch(1) as batch:
        for each in seeds[:2]:
            batch.put(each)
    return index


def test_random_strings(whoosh: SearchIndex, document: Callable[..., ArticleDocument]) -> None:
    with whoosh.batch(1) as batch:
        batch.put(document(1, "Kim at the summit", "Putin and Kim met.", "The Kremlin is silent."))
    chance = random.Random(7)  # noqa: S311 - the same strings every time
    for number in range(STRINGS):
        query = "".join(chance.choices(ALPHABET, k=chance.randrange(12)))
        asking = Asking(
            typing=number % 2 == 0, scope=chance.choice(list(Scope)), facets=tuple(FacetField)
        )
        try:
            results = whoosh.search(query, 5, 2, asking)
        except QueryProblem as problem:
            str(problem).encode()
        else:
            assert results.total >= len(results.articles)


@pytest.mark.parametrize(
    "query",
    [
        "(" * 3_000, "kim " + "OR kim " * 20_000, "OR " * 20_000, "*", "***a", "kim " * 250_000,
        "a* " * 600, "-(kim " * 300, "k*i*m* " * 250, '"' + "kim " * 400 + '"~99',
        "kremlin~ " * 220, "has:duplicate " * 140, "-speaker:a said:b OR " * 90,
    ],
)  # fmt: skip
@pytest.mark.parametrize("typing", [False, True])
def test_heavy_strings(filled: SearchIndex, query: str, typing: bool) -> None:  # noqa: FBT001
    try:
        results = filled.search(query, 5, 2, Asking(typing=typing))
    except QueryProblem as problem:
        told = str(problem)
    else:
        told = str(results.understood or results.faults[0].reason)
    assert 0 < len(told) < LONGEST_TOLD
