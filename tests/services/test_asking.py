"""Searching with fields, scopes, orders and facets, over a library of two texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.importing import Imported
from summit_reader.domain.search import FacetField, Order, Scope, SearchResults

Paste = Callable[..., Imported]

COMMENTED = "Harbour again\n\nThe harbour is full of colour and organised walks.\n"


def ids(results: SearchResults) -> list[int]:
    return sorted(article.article_id for article in results.articles)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("outlet:tide", [1]),
        ('outlet:"tide online"', [1]),
        ("country:US harbour", [2]),
        ("speaker:reed", [2]),
        ("said:taxpayers", [2]),
        ("said:fishermen", []),
        ("speaker:byrne said:nobody", [1]),
        ("speaker:byrne said:taxpayers", []),
        ("harbour -speaker:byrne", [2]),
        ("title:saved", [2]),
        ("has:take", [1, 2]),
        ("has:pin", []),
        ("language:en", [1, 2]),
        ("date:2019", []),
        ("harb*r", [1, 2]),
        ("in:story", []),
    ],
)
def test_fields(stocked: Services, query: str, found: list[int]) -> None:
    assert ids(stocked.searching.search(query, fuzzy=False)) == found


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope.ALL, [1, 2]),
        (Scope.QUOTES, [1, 2]),
        (Scope.HEADLINES, [2]),
        (Scope.SPEAKERS, []),
        (Scope.COMMENTS, []),
    ],
)
def test_scopes(stocked: Services, scope: Scope, found: list[int]) -> None:
    query = "saved" if scope is Scope.HEADLINES else "harbour"
    assert ids(stocked.searching.search(query, scope=scope)) == found


def test_what_the_reader_keeps_is_asked_of_the_library(stocked: Services) -> None:
    (take,) = stocked.reading.takes_in(2)
    comparison = stocked.pinning.new_comparison("Harbour")
    stocked.pinning.pin(comparison.id, "a", take.id, 0)
    assert ids(stocked.searching.search("has:pin")) == [2]
    assert ids(stocked.searching.search("in:comparison harbour")) == [2]
    assert ids(stocked.searching.search("has:note")) == []
    stocked.pinning.set_note(comparison.id, "a", "cranes!")
    assert ids(stocked.searching.search("has:note")) == [2]
    point = stocked.comparing.add_point("Who pays?")
    assert ids(stocked.searching.search("in:point")) == []
    assert point.question


def test_a_quotation_that_was_asked_for_is_the_hit(stocked: Services) -> None:
    (article,) = stocked.searching.search("speaker:reed").articles
    (hit,) = article.hits
    assert (hit.speaker, hit.take_id is not None, hit.snippet.marks) == ("Tom Reed", True, ())
    assert "The harbour stays open" in hit.snippet.text
    (article,) = stocked.searching.search("crane", scope=Scope.QUOTES).articles
    (hit,) = article.hits
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["crane"]


def test_facets_count_all_that_is_found(stocked: Services) -> None:
    results = stocked.searching.search("harbour", limit=1, facets=True)
    counts = {
        facet.field: [(one.value, one.count, one.clause) for one in facet.counts]
        for facet in results.facets
    }
    assert counts[FacetField.OUTLET] == [
        ("Harbour Post", 1, 'outlet:"Harbour Post"'),
        ("The Tide", 1, 'outlet:"The Tide"'),
    ]
    assert counts[FacetField.COUNTRY] == [("GB", 1, "country:GB"), ("US", 1, "country:US")]
    assert counts[FacetField.LANGUAGE] == [("en", 2, "language:en")]
    assert ("Tom Reed", 1, 'speaker:"Tom Reed"') in counts[FacetField.SPEAKER]
    for facet in results.facets:
        for one in facet.counts:
            assert stocked.searching.search(f"harbour {one.clause}").total == one.count


def test_orders_and_pages(stocked: Services) -> None:
    by_outlet = stocked.searching.search("harbour", order=Order.OUTLET)
    assert [one.outlet.name for one in by_outlet.articles] == ["Harbour Post", "The Tide"]
    second = stocked.searching.search("harbour", 1, first=1, order=Order.OUTLET)
    assert (second.first, second.total) == (1, 2)
    assert second.articles == by_outlet.articles[1:]
    assert stocked.searching.search("harbour", 5, first=9).articles == ()


def test_a_page_ends_where_the_rows_are_filled(stocked: Services) -> None:
    whole = stocked.searching.search("harbour")
    (first, second) = whole.articles
    assert len(first.hits) > 1
    assert (whole.first, whole.following) == (0, 2)
    for rows, shown in ((1, 1), (len(first.hits), 1), (len(first.hits) + 1, 2), (99, 2)):
        page = stocked.searching.search("harbour", rows=rows)
        assert (page.articles, page.following) == (whole.articles[:shown], shown)
        assert page.total == 2
    rest = stocked.searching.search("harbour", first=1, rows=1)
    assert (rest.articles, rest.first, rest.following) == ((second,), 1, 2)
    beyond = stocked.searching.search("harbour", first=7, rows=1)
    assert (beyond.articles, beyond.following) == ((), 7)


def test_the_word_that_a_beginning_finds_is_marked(stocked: Services) -> None:
    (article,) = stocked.searching.search("taxp", typing=True).articles
    snippet = article.hits[0].snippet
    assert [mark.of(snippet.text) for mark in snippet.marks] == ["Taxpayers"]


def test_the_last_word_is_a_beginning_while_it_is_typed(stocked: Services) -> None:
    assert stocked.searching.search("taxp", fuzzy=False).total == 0
    assert stocked.searching.search("taxp", typing=True).total == 1
    assert stocked.searching.search("taxp ", typing=True, fuzzy=False).total == 0


def test_similar_words_only_where_nothing_else_is_found(stocked: Services) -> None:
    results = stocked.searching.search("fishermn")
    assert (results.is_fuzzy, results.total, results.suggestion) == (True, 1, "fishermen")
    marked = [mark.of(hit.snippet.text) for a in results.articles for hit in a.hits
              for mark in hit.snippet.marks]  # fmt: skip
    assert marked == ["Fishermen"]
    assert stocked.searching.search("fishermen").is_fuzzy is False
    assert stocked.searching.search("fishermn", fuzzy=False).total == 0
    stocked.searching.save("fishermn")
    assert [one.total for one in stocked.searching.saved()] == [0]


def test_with_no_result_the_part_that_excludes_everything_is_told(stocked: Services) -> None:
    results = stocked.searching.search("harbour fishermen outlet:post", fuzzy=False)
    assert [(one.text, one.total) for one in results.obstacles] == [
        ("fishermen", 1),
        ("outlet:post", 1),
    ]
    assert str(results.understood) == "harbour and fishermen and post as outlet"


def test_faults_are_told_and_forbid_nothing_unless_strict(stocked: Services) -> None:
    results = stocked.searching.search("harbour date:2019-13")
    assert results.total == 2
    (fault,) = results.faults
    assert (fault.span.of(results.query), str(fault.reason)) == ("2019-13", "there is no month 13")
    with pytest.raises(QueryProblem, match="no month 13"):
        stocked.searching.search("harbour date:2019-13", strict=True)


def test_the_history_begins_with_the_latest(stocked: Services) -> None:
    assert stocked.searching.history() == ()
    for query in ("a", " b  c ", "", "a"):
        stocked.searching.remember(query)
    assert stocked.searching.history() == ("a", "b c")
    for number in range(60):
        stocked.searching.remember(str(number))
    assert len(stocked.searching.history()) == 50
    stocked.searching.forget_history()
    assert stocked.searching.history() == ()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("outlet:", ['"Harbour Post"', '"The Tide"']),
        ("harbour -outlet:ti", ['"The Tide"']),
        ('outlet:"the t', ['"The Tide"']),
        ("speaker:re", ['"Tom Reed"']),
        ("country:g", ["GB"]),
        ("has:p", ["pin"]),
        ("in:co", ["comments", "comparison"]),
        ("title:x", []),
        ("harbour ou", ["outlet:"]),
        ("s", ["said:", "speaker:"]),
        ("harbour ", []),
        ("", []),
    ],
)
def test_completions(stocked: Services, typed: str, offered: list[str]) -> None:
    found = stocked.searching.completions(typed + " and more", len(typed))
    assert [one.text for one in found] == offered
    for one in found:
        assert one.span.end == len(typed)
        completed = typed[: one.span.start] + one.text
        assert ":" in completed
