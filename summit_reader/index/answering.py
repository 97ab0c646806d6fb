"""From the text of a query to results, whatever engine finds them.

What is found stands as it was asked for. Only where nothing is found are similar words looked for,
and the parts of the query told that exclude everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from summit_reader.domain.search import FacetField, Obstacle, Order
from summit_reader.domain.spans import Span
from summit_reader.index.distance import distance
from summit_reader.index.parsing import Reading, parse, read
from summit_reader.index.port import ArticleHit, Asking, IndexResults, Words
from summit_reader.index.query import AllOf, Leaf, Place, Query, Term, joined, leaves
from summit_reader.index.scoping import as_asked
from summit_reader.index.wording import forms_looked_for, understood
from summit_reader.index.words import distance_for

MOST_OBSTACLES = 12
"""Parts of a query that are tried without."""

_SHORTEST_MISTAKE = 4
"""Letters of a word that may be a mistake; shorter ones are similar to anything."""


@dataclass(frozen=True, slots=True)
class Found:
    """The articles that match a tree: all of them counted, the best of them named."""

    total: int
    articles: tuple[ArticleHit, ...] = ()
    is_at_least: bool = False
    facets: dict[FacetField, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the articles found are named: `limit` from `first` on, each with its `passages`."""

    limit: int
    passages: int
    first: int = 0

    @property
    def end(self) -> int:
        """The place after its last."""
        return self.first + max(self.limit, 0)


COUNTED = Page(0, 0)
"""None of them."""


class Engine(Protocol):
    """What finds articles."""

    def found(self, tree: Query, asking: Asking, page: Page) -> Found:
        """The articles that match."""

    def forms(self, leaf: Leaf) -> Words:
        """The words of the index that the leaf stands for."""

    def near(self, word: str, most: int, place: Place) -> Words:
        """The words of a place that begin alike and differ in at most `most` letters."""

    def shortest_typed(self) -> int:
        """Letters from which on a word that is being typed is worth reading as a beginning."""


def answer(text: str, engine: Engine, asking: Asking, page: Page) -> IndexResults:
    """What the engine finds for the query.

    Raises:
        QueryProblem: if the query cannot be read.
    """
    reading = read(text, strict=asking.strict)
    if reading.tree is None:
        return IndexResults(0, (), (), faults=reading.faults)
    tree = as_asked(reading, asking, engine.shortest_typed())
    found = engine.found(tree, asking, page)
    results = _results(reading, tree, found, engine)
    if found.total:
        return results
    results = replace(results, obstacles=_obstacles(reading, tree, engine, asking))
    return _similar(results, reading, tree, engine, asking, page)


def _results(reading: Reading, tree: Query, found: Found, engine: Engine) -> IndexResults:
    wanted = tuple(dict.fromkeys(leaves(tree)))
    return IndexResults(
        found.total,
        found.articles,
        forms_looked_for(wanted, engine.forms),
        understood=understood(tree),
        is_at_least=found.is_at_least,
        faults=reading.faults,
        facets=found.facets,
    )


def _obstacles(
    reading: Reading, tree: Query, engine: Engine, asking: Asking
) -> tuple[Obstacle, ...]:
    """The parts without one of which something would be found; else those that find nothing."""
    if not isinstance(tree, AllOf) or len(tree.parts) > MOST_OBSTACLES:
        return ()
    counting = replace(asking, facets=(), order=Order.RELEVANCE)

    def total(parts: Sequence[Query]) -> int:
        return engine.found(joined(AllOf, list(parts)), counting, COUNTED).total

    def obstacle(part: Query, count: int) -> Obstacle:
        return Obstacle(part.span, part.span.of(reading.text), count)

    without = [
        (part, total([other for other in tree.parts if other is not part])) for part in tree.parts
    ]
    single = tuple(obstacle(part, count) for part, count in without if count)
    return single or tuple(obstacle(part, 0) for part in tree.parts if not total([part]))


def _similar(
    results: IndexResults,
    reading: Reading,
    tree: Query,
    engine: Engine,
    asking: Asking,
    page: Page,
) -> IndexResults:
    """The results with what similar words find, if that is anything."""
    mistaken = _mistaken(tree, engine, replace(asking, facets=())) if asking.fuzzy else []
    if not mistaken:
        return results
    meant = _rewritten(reading.text, [(leaf.span, best) for leaf, best in mistaken])
    loosened = [(leaf.span, f"{leaf.text}~{distance_for(leaf.text)}") for leaf, _ in mistaken]
    tried = _rewritten(reading.text, loosened)
    similar = parse(tried)
    if similar.tree is None:
        return results
    tree = as_asked(similar, replace(asking, typing=False))
    found = engine.found(tree, asking, page)
    if not found.total:
        return results
    return replace(
        results,
        total=found.total,
        articles=found.articles,
        words=forms_looked_for(tuple(dict.fromkeys(leaves(tree))), engine.forms),
        understood=understood(tree),
        is_at_least=found.is_at_least,
        is_fuzzy=True,
        suggestion=meant,
        marked_by=tried,
        facets=found.facets,
    )


def _mistaken(tree: Query, engine: Engine, asking: Asking) -> list[tuple[Term, str]]:
    """The words that no article holds, with the one that was probably meant."""

    def is_held(term: Term) -> bool:
        return engine.found(term, asking, COUNTED).total > 0

    found = []
    for leaf in dict.fromkeys(leaves(tree)):
        if not isinstance(leaf, Term) or len(leaf.text) < _SHORTEST_MISTAKE or is_held(leaf):
            continue
        near = sorted(
            engine.near(leaf.text, distance_for(leaf.text), leaf.place),
            key=lambda item: (distance(leaf.text, item[0]), -item[1], item[0]),
        )
        held = (word for word, _ in near if is_held(replace(leaf, text=word, variants=())))
        if (meant := next(held, None)) is not None:
            found.append((leaf, meant))
    return found


def _rewritten(text: str, replacements: Sequence[tuple[Span, str]]) -> str:
    """The query with words put in place of others, their fields kept."""
    for span, word in sorted(replacements, reverse=True):
        name, colon, _ = span.of(text).rpartition(":")
        text = text[: span.start] + name + colon + word + text[span.end :]
    return text
