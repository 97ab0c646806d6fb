"""How the hits of a search stand together in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.search import ArticleHits, Hit


class Grouping(StrEnum):
    """What the hits of a group have in common: the article, or whose words they are."""

    OUTLET = "outlet"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class ListedHit:
    """A hit with the headline of its article."""

    hit: Hit
    headline: str


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits under one heading; `headline` is empty in a group by outlet."""

    outlet: OutletRef
    headline: str
    hits: tuple[ListedHit, ...]


def grouped(articles: Iterable[ArticleHits], grouping: Grouping) -> tuple[HitGroup, ...]:
    """The hits in groups, each where its best hit stands."""
    if grouping is Grouping.ARTICLE:
        return tuple(
            HitGroup(one.outlet, one.headline, _listed(one)) for one in articles if one.hits
        )
    by_outlet: dict[int, list[ListedHit]] = {}
    for one in articles:
        for listed in _listed(one):
            by_outlet.setdefault(listed.hit.outlet.id, []).append(listed)
    return tuple(HitGroup(group[0].hit.outlet, "", tuple(group)) for group in by_outlet.values())


def _listed(article: ArticleHits) -> tuple[ListedHit, ...]:
    return tuple(ListedHit(hit, article.headline) for hit in article.hits)
