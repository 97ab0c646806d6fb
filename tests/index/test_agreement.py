"""Two engines that share no evaluation find the same articles, whatever was put and asked."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from summit_reader.index.memory import MemoryIndex
from summit_reader.index.port import ArticleDocument, PassageDocument, SearchIndex
from summit_reader.index.whoosh_index import open_index

WORDS = st.sampled_from(
    ["summit", "summits", "Kim", "Kim’s", "Jong-un", "un", "US", "U.S.", "100,000", "flour"]
) | st.sampled_from(["sanction", "sanctions", "sanctioned", "news", "nouvelle", "nouvelles"])
TEXT = st.lists(WORDS, max_size=6).map(" ".join)
DOCUMENT = st.builds(
    ArticleDocument,
    st.integers(0, 5),
    TEXT,
    st.sampled_from(["en", "fr", "xx"]),
    st.lists(TEXT, max_size=3).map(
        lambda texts: tuple(PassageDocument(n, text) for n, text in enumerate(texts))
    ),
)
CHANGE = DOCUMENT | st.integers(0, 5)
"""An article to put, or the number of one to remove."""

LEAF = (
    WORDS
    | st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
    | st.sampled_from(["su*", "sanct*", "n*", "nou*", "kim*", "xy*"])
)
QUERY = st.recursive(
    LEAF,
    lambda part: (
        st.tuples(part, part).map(lambda two: f"({two[0]} {two[1]})")
        | st.tuples(part, part).map(lambda two: f"({two[0]} OR {two[1]})")
        | part.map(lambda one: f"-({one})")
    ),
    max_leaves=6,
)


def change(index: SearchIndex, number: int, changes: list[ArticleDocument | int]) -> None:
    with index.batch(number) as batch:
        for each in changes:
            if isinstance(each, int):
                batch.remove(each)
            else:
                batch.put(each)


def answer(index: SearchIndex, query: str) -> tuple[int, dict[int, set[int]], tuple[str, ...]]:
    results = index.search(query, limit=100, passages=100)
    passages = {
        hit.article_id: {passage.number for passage in hit.passages} for hit in results.articles
    }
    return results.total, passages, results.words


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(CHANGE, max_size=6), min_size=1, max_size=3),
    st.lists(QUERY, min_size=1, max_size=12),
)
def test_memory_and_whoosh_agree(
    batches: list[list[ArticleDocument | int]], queries: list[str]
) -> None:
    memory = MemoryIndex()
    with tempfile.TemporaryDirectory() as folder:
        whoosh = open_index(Path(folder))
        try:
            for number, changes in enumerate(batches):
                change(memory, number, changes)
                change(whoosh, number, changes)
                for query in queries:
                    ours, theirs = answer(memory, query), answer(whoosh, query)
                    assert ours[:2] == theirs[:2], query
        finally:
            whoosh.close()
