"""The evaluator finds what Whoosh's own matchers find, and orders it as they would."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as q
from whoosh.fields import ID, NUMERIC, Schema
from whoosh.index import create_in
from whoosh.reading import SegmentReader
from whoosh.searching import Searcher

from summit_reader.index.analyzer import stem
from summit_reader.index.codec import (
    ColumnarWriter,
    Families,
    FormsPhrase,
    PrintedText,
    WordForms,
)
from summit_reader.index.evaluator import Collection, Sort

SCHEMA = Schema(
    key=ID(stored=True),
    kind=ID(),
    language=ID(),
    outlet=ID(sortable=True),
    day=NUMERIC(sortable=True, default=0),
    words=PrintedText(Families("language", stem), ["summit", "sanctions", "kim"]),
    title=PrintedText(Families("language", stem)),
)
VOCABULARY = ["summit", "summits", "sanction", "sanctions", "sanctioned", "kim", "žatec", "news"]
WORDS = st.sampled_from([*VOCABULARY, ""])


@dataclass(frozen=True)
class Document:
    words: Sequence[str]
    title: Sequence[str]
    language: str | None
    outlet: str | None
    day: int | None
    kind: str
    deleted: bool


DOCUMENT = st.builds(
    Document,
    words=st.lists(WORDS, max_size=12),
    title=st.lists(WORDS, max_size=3),
    language=st.sampled_from(["en", "fr", None]),
    outlet=st.sampled_from(["CNN", "BBC", None]),
    day=st.sampled_from([None, 1, 2, 3, 100]),
    kind=st.sampled_from(["article", "take", "take"]),
    deleted=st.sampled_from([False, False, False, True]),
)
LIBRARY = st.lists(st.lists(DOCUMENT, min_size=1, max_size=8), min_size=1, max_size=3)
"""Segments of documents."""


@dataclass
class Opened:
    collection: Collection
    searcher: Searcher
    subs: Sequence[Searcher]


@contextmanager
def opened(library: Sequence[Sequence[Document]]) -> Iterator[Opened]:
    with tempfile.TemporaryDirectory() as folder:
        index = create_in(folder, SCHEMA)
        number = 0
        for documents in library:
            writer = ColumnarWriter(index)
            for each in documents:
                writer.add_document(
                    key=str(number),
                    kind=each.kind,
                    language=each.language,
                    outlet=each.outlet,
                    day=each.day,
                    words=each.words,
                    title=each.title,
                )
                number += 1
            writer.commit(merge=False)
        writer = ColumnarWriter(index)
        number = 0
        for documents in library:
            for each in documents:
                if each.deleted:
                    writer.delete_document(number)
                number += 1
        writer.commit(merge=False)
        with index.searcher() as searcher:
            pairs = searcher.leaf_searchers()
            subs = [sub for sub, _ in pairs]
            readers: list[SegmentReader] = [sub.reader() for sub in subs]
            yield Opened(Collection(readers), searcher, subs)


Found = tuple[int, int]
"""The number of a segment and of a document in it."""


def stock(one: Opened, query: q.Query) -> dict[Found, float]:
    """Documents and scores by Whoosh's own matchers."""
    found = {}
    for number, sub in enumerate(one.subs):
        matcher = query.matcher(sub)
        while matcher.is_active():
            found[number, matcher.id()] = matcher.score()
            matcher.next()
    return found


def matching(one: Opened, query: q.Query) -> set[Found]:  # noqa: PLR0911 - one case each
    """What matches by Whoosh's own matchers, joined by sets.

    Its matchers of joined queries go wrong in corners: AndNot keeps what is excluded if that begins
    earlier, Not gives a deleted document that follows the last match, and And, ConstantScoreQuery
    and Require may take a phrase for its words.
    """
    match query:
        case q.And():
            return set.intersection(*(matching(one, part) for part in query))
        case q.Or():
            return set().union(*(matching(one, part) for part in query))
        case q.Not():
            return set(stock(one, q.Every())) - matching(one, query.query)
        case q.AndNot():
            return matching(one, query.a) - matching(one, query.b)
        case q.AndMaybe():
            return matching(one, query.a)
        case q.Require():
            return matching(one, query.a) & matching(one, query.b)
        case q.ConstantScoreQuery():
            return matching(one, query.child)
        case FormsPhrase():
            found = matching(one, q.Phrase(query.fieldname, query.words, query.slop))
            for language, rows in query.in_parts(one.searcher.reader()).items():
                found |= matching(one, q.And([q.Term("language", language), q.Or(rows)]))
            return found
        case _:
            return set(stock(one, query))


TERM = st.builds(
    q.Term, st.sampled_from(["words", "title"]), WORDS.filter(bool), st.sampled_from([1.0, 2.5])
)
PHRASE = st.builds(
    q.Phrase,
    st.just("words"),
    st.lists(WORDS.filter(bool), min_size=2, max_size=3),
    st.integers(1, 3),
)
SCORED = st.recursive(
    TERM | PHRASE,
    lambda part: (
        st.lists(part, min_size=2, max_size=3).map(q.And)
        | st.lists(part, min_size=2, max_size=3).map(q.Or)
        | st.builds(q.AndMaybe, part, part)
    ),
    max_leaves=6,
)
"""Queries whose scores Whoosh and we define alike."""

PATTERN = (
    st.builds(q.Prefix, st.just("words"), st.sampled_from(["s", "sanction", "ž", "x", ""]))
    | st.builds(
        q.Wildcard,
        st.just("words"),
        st.sampled_from(["s*t", "*s", "s?m*", "k?m", "*", "***i*", "?atec", "s[au]*", "zz*"]),
    )
    | st.builds(
        q.FuzzyTerm,
        st.just("words"),
        st.sampled_from(["sumit", "smmits", "kin", "zatec", "sanctoin", "a"]),
        maxdist=st.integers(1, 2),
        prefixlength=st.integers(0, 1),
    )
    | st.builds(
        q.TermRange,
        st.just("words"),
        st.sampled_from([None, "kim", "s"]),
        st.sampled_from([None, "news", "summit"]),
        st.booleans(),
        st.booleans(),
    )
    | st.builds(
        q.NumericRange,
        st.just("day"),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([2, 3, None]),
        st.booleans(),
        st.booleans(),
    )
    | st.sampled_from([q.Every(), q.Every("title"), q.Term("outlet", "CNN"), q.Term("none", "x")])
    | st.builds(WordForms, st.just("words"), WORDS.filter(bool))
    | st.builds(
        FormsPhrase,
        st.just("words"),
        st.lists(WORDS.filter(bool), min_size=2, max_size=3),
        st.integers(1, 2),
    )
    | st.builds(q.Variations, st.just("words"), st.just("summit"))
)
ANY = st.recursive(
    TERM | PHRASE | PATTERN,
    lambda part: (
        st.lists(part, min_size=1, max_size=3).map(q.And)
        | st.lists(part, min_size=1, max_size=3).map(q.Or)
        | part.map(q.Not)
        | st.builds(q.AndNot, part, part)
        | st.builds(q.AndMaybe, part, part)
        | st.builds(q.Require, part, part)
        | part.map(q.ConstantScoreQuery)
    ),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(LIBRARY, st.lists(ANY, min_size=1, max_size=10))
def test_the_same_documents(library: list[list[Document]], queries: list[q.Query]) -> None:
    with opened(library) as one:
        for query in queries:
            ours = one.collection.evaluate(query, limit=1000)
            found = {(each.segment, each.document) for each in ours.documents}
            assert found == matching(one, query), query
            assert ours.total == len(found)


@settings(max_examples=80, deadline=None)
@given(LIBRARY, st.lists(SCORED, min_size=1, max_size=10))
def test_the_same_scores_and_order(library: list[list[Document]], queries: list[q.Query]) -> None:
    with opened(library) as one:
        for query in queries:
            theirs = stock(one, query)
            ours = one.collection.evaluate(query, limit=1000).documents
            for each in ours:
                expected = theirs[each.segment, each.document]
                assert each.score == pytest.approx(expected, rel=1e-4, abs=1e-5), query
            assert ours == sorted(ours, key=lambda r: (-r.score, r.segment, r.document))


@settings(max_examples=40, deadline=None)
@given(LIBRARY, ANY, ANY, st.integers(0, 6))
def test_limits_and_filters(
    library: list[list[Document]], query: q.Query, limiting: q.Query, limit: int
) -> None:
    with opened(library) as one:
        everything = one.collection.evaluate(query, limit=1000).documents
        first = one.collection.evaluate(query, limit=limit)
        assert first.documents == everything[:limit]
        assert first.total == len(everything)
        allowed = matching(one, limiting)
        for _ in range(2):  # the second time from memory
            filtered = one.collection.evaluate(query, limit=1000, filter=limiting).documents
            assert filtered == [
                each for each in everything if (each.segment, each.document) in allowed
            ]


@settings(max_examples=40, deadline=None)
@given(
    LIBRARY, st.builds(Sort, st.sampled_from(["day", "outlet"]), st.booleans()), st.integers(0, 30)
)
def test_order_by_a_column(library: list[list[Document]], sort: Sort, limit: int) -> None:
    live = [
        (number, place, getattr(each, sort.column))
        for number, documents in enumerate(library)
        for place, each in enumerate(documents)
        if not each.deleted
    ]
    with_value = [each for each in live if each[2] is not None]
    with_value.sort(key=lambda each: each[2], reverse=sort.descending)
    expected = [*with_value, *(each for each in live if each[2] is None)]
    with opened(library) as one:
        found = one.collection.evaluate(q.Every(), limit=limit, sort=sort)
        assert [(each.segment, each.document) for each in found.documents] == [
            each[:2] for each in expected[:limit]
        ]
        assert found.total == len(live)


@settings(max_examples=40, deadline=None)
@given(LIBRARY, ANY)
def test_facets_count_all_hits(library: list[list[Document]], query: q.Query) -> None:
    with opened(library) as one:
        found = one.collection.evaluate(query, limit=1, facets=["outlet", "title"])
        hits = matching(one, query)
        for field in ("outlet", "title"):
            counts: dict[str, int] = {}
            for segment, document in hits:
                each = library[segment][document]
                held = {each.outlet} if field == "outlet" else set(each.title)
                for value in held - {None, ""}:
                    counts[str(value)] = counts.get(str(value), 0) + 1
            assert found.facets[field] == counts


@settings(max_examples=40, deadline=None)
@given(LIBRARY, TERM)
def test_children_bring_their_parents(library: list[list[Document]], child: q.Query) -> None:
    # Every segment begins with a parent, as the writer of families sees to.
    whole = [
        [Document((), (), None, None, None, "article", deleted=False), *documents]
        for documents in library
    ]
    query = q.NestedParent(q.Term("kind", "article"), child)
    with opened(whole) as one:
        children = matching(one, child)
        expected = set()
        for segment, document in children:
            parents = [
                place
                for place, each in enumerate(whole[segment][: document + 1])
                if each.kind == "article" and not each.deleted
            ]
            expected.add((segment, parents[-1]))
        found = one.collection.evaluate(query, limit=1000).documents
        assert {(each.segment, each.document) for each in found} == expected


def test_an_empty_index_answers() -> None:
    assert Collection([]).evaluate(q.Every(), limit=5, facets=["outlet"]).total == 0
