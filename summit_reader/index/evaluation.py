"""Answers a Whoosh query from an open snapshot, in the orders that a reader can choose."""

from __future__ import annotations

from collections.abc import Sequence

from whoosh.query import Query

from summit_reader.domain.search import Order
from summit_reader.index.evaluated import Evaluated
from summit_reader.index.evaluator import Only, Sort
from summit_reader.index.schema import ARTICLE_ID, DAY, OUTLET_SORT
from summit_reader.index.snapshots import Snapshot

_SORTS = {
    Order.RELEVANCE: None,
    Order.NEWEST: Sort(DAY, descending=True),
    Order.OLDEST: Sort(DAY),
    Order.OUTLET: Sort(OUTLET_SORT),
}


def evaluate(
    snapshot: Snapshot,
    query: Query,
    *,
    limit: int,
    order: Order = Order.RELEVANCE,
    facets: Sequence[str] = (),
    within: frozenset[int] | None = None,
) -> Evaluated:
    """What matches: how many, the first `limit`, and how many hold each term of some fields.

    `within` are the numbers of the only articles that may be found, None for all.
    """
    return snapshot.collection.evaluate(
        query,
        limit=limit,
        sort=_SORTS[order],
        facets=facets,
        only=None if within is None else Only(ARTICLE_ID, within),
    )
