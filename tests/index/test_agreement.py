"""Two engines that share no evaluation find the same articles, whatever was put and asked."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from summit_reader.domain.search import FacetField, Order, Scope
from summit_reader.index.memory import MemoryIndex
from summit_reader.index.port import (
    ArticleDocument,
    Asking,
    IndexResults,
    PassageDocument,
    SearchIndex,
    TakeDocument,
)
from summit_reader.index.spelling import Spellings
from summit_reader.index.whoosh_index import open_index

WORDS = st.sampled_from(
    ["summit", "summits", "Kim", "Kim’s", "Jong-un", "un", "US", "U.S.", "100,000", "flour"]
) | st.sampled_from(["sanction", "sanctions", "sanctioned", "news", "nouvelle", "nouvelles"])
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
PASSAGES = st.lists(TEXT, max_size=3).map(
    lambda texts: tuple(PassageDocument(n, text) for n, text in enumerate(texts))
)
OUTLET = st.sampled_from(["The Summit", "Kim News", ""])
TAKE = st.builds(
    TakeDocument,
    st.integers(1, 99),
    TEXT,
    outlet=OUTLET,
    country=st.sampled_from(["GB", ""]),
    speaker=st.sampled_from(["Kim Jong-un", "Un", ""]),
    role=st.sampled_from(["expert", "official", ""]),
    headline=TEXT,
)
DOCUMENT = st.builds(
    ArticleDocument,
    st.integers(0, 5),
    TEXT,
    st.sampled_from(["en", "fr", "xx", ""]),
    PASSAGES,
    outlet=OUTLET,
    country=st.sampled_from(["GB", "US", ""]),
    published=st.sampled_from([None, date(2018, 5, 31), date(2019, 4, 25), date.min, date.max]),
    takes=st.lists(TAKE, max_size=2, unique_by=lambda take: take.take_id).map(tuple),
    comments=st.lists(TEXT, max_size=2).map(
        lambda texts: tuple(PassageDocument(n + 10, text) for n, text in enumerate(texts))
    ),
    removed=st.lists(TEXT, max_size=1).map(tuple),
    cut=st.booleans(),
)
CHANGE = DOCUMENT | st.integers(0, 5)
"""An article to put, or the number of one to remove."""

LEAF = (
    WORDS
    | st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
    | st.tuples(WORDS, WORDS, st.integers(0, 4)).map(lambda one: f'"{one[0]} {one[1]}"~{one[2]}')
    | st.sampled_from(["su*", "sanct*", "ne*", "nou*", "kim*", "xy*", "s?mmit*", "s*ion", "n?ws"])
    | st.sampled_from(["sumit~", "nevs~1", "nouvele~2", "sanctons", "flouer"])
)
FIELD = st.sampled_from(["title:", "said:", "speaker:", "outlet:", ""])
VALUE = st.sampled_from(
    ["country:GB", "language:fr", "role:expert", "role:o", "has:take", "has:cut", "has:duplicate",
     "has:pin", "in:comments", "in:removed", "in:story", "date:2019", "date:<2019", "date:>2018-05",
     "date:2018-05..2019-04", "date:..9999"]
)  # fmt: skip
QUERY = st.recursive(
    st.tuples(FIELD, LEAF).map("".join) | VALUE,
    lambda part: (
        st.tuples(part, part).map(lambda two: f"({two[0]} {two[1]})")
        | st.tuples(part, part).map(lambda two: f"({two[0]} OR {two[1]})")
        | part.map(lambda one: f"-({one})")
    ),
    max_leaves=6,
)
ASKING = st.builds(
    Asking,
    scope=st.sampled_from(Scope),
    order=st.sampled_from(Order),
    typing=st.booleans(),
    facets=st.sampled_from([(), tuple(FacetField)]),
    spellings=st.just(Spellings(frozenset({("nouvelle", "news")}))),
    kept=st.just(lambda fact: {1, 2, 9} if fact == "pin" else ()),
)


def change(index: SearchIndex, number: int, changes: list[ArticleDocument | int]) -> None:
    with index.batch(number) as batch:
        for each in changes:
            if isinstance(each, int):
                batch.remove(each)
            else:
                batch.put(each)


def answer(results: IndexResults) -> object:
    hits = {
        hit.article_id: ({(one.number, one.words) for one in hit.passages}, set(hit.takes))
        for hit in results.articles
    }
    obstacles = [(one.text, one.total) for one in results.obstacles]
    return results.total, hits, results.facets, results.is_fuzzy, obstacles, results.faults


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.lists(CHANGE, max_size=6), min_size=1, max_size=3),
    st.lists(st.tuples(QUERY, ASKING), min_size=1, max_size=8),
)
def test_memory_and_whoosh_agree(
    batches: list[list[ArticleDocument | int]], queries: list[tuple[str, Asking]]
) -> None:
    memory = MemoryIndex()
    with tempfile.TemporaryDirectory() as folder:
        whoosh = open_index(Path(folder))
        try:
            for number, changes in enumerate(batches):
                change(memory, number, changes)
                change(whoosh, number, changes)
                assert memory.article_ids() == whoosh.article_ids()
                for query, asking in queries:
                    ours = memory.search(query, 100, 100, asking)
                    theirs = whoosh.search(query, 100, 100, asking)
                    assert answer(ours) == answer(theirs), query
                    if asking.order is not Order.RELEVANCE and not ours.is_fuzzy:
                        check_order(memory, query, asking)
                        check_order(whoosh, query, asking)
                for field in FacetField:
                    assert memory.values(field) == whoosh.values(field)
        finally:
            whoosh.close()


def check_order(index: SearchIndex, query: str, asking: Asking) -> None:
    """The other direction is the same but for what has no date, which stays last."""
    if asking.order is not Order.NEWEST:
        return
    newest = index.search(query, 100, 0, asking).articles
    oldest = index.search(query, 100, 0, replace(asking, order=Order.OLDEST)).articles
    assert {hit.article_id for hit in newest} == {hit.article_id for hit in oldest}
