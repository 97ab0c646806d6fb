from __future__ import annotations

from summit_reader.domain.grouping import Grouping, grouped
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.search import ArticleHits, Hit, Snippet
from summit_reader.domain.spans import Span

TIDE, POST = OutletRef(1, "The Tide", "GB"), OutletRef(2, "Harbour Post", "US")


def hit(article: int, outlet: OutletRef, text: str) -> Hit:
    return Hit(article, Span(0, 1), outlet, Snippet(text, ()), 1.0)


ARTICLES = (
    ArticleHits(1, TIDE, "One", 3.0, (hit(1, TIDE, "a"), hit(1, POST, "b"))),
    ArticleHits(2, POST, "Two", 2.0, (hit(2, POST, "c"),)),
    ArticleHits(3, TIDE, "Three", 1.0, (hit(3, TIDE, "d"),)),
    ArticleHits(4, TIDE, "Four", 1.0, ()),
)


def shown(grouping: Grouping) -> list[tuple[str, str, list[str]]]:
    return [
        (group.outlet.name, group.headline, [each.hit.snippet.text for each in group.hits])
        for group in grouped(ARTICLES, grouping)
    ]


def test_by_outlet_each_stands_where_its_best_hit_does() -> None:
    assert shown(Grouping.OUTLET) == [
        ("The Tide", "", ["a", "d"]),
        ("Harbour Post", "", ["b", "c"]),
    ]


def test_by_article_the_order_is_that_of_the_search() -> None:
    assert shown(Grouping.ARTICLE) == [
        ("The Tide", "One", ["a", "b"]),
        ("Harbour Post", "Two", ["c"]),
        ("The Tide", "Three", ["d"]),
    ]
