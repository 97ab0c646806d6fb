"""How well an article or a passage answers a query: printed forms before other forms of a word."""

from __future__ import annotations

import math

HEADLINE_WEIGHT = 3.0
"""How many times a word of the headline counts as one of the text."""

_SATURATION = 1.2
_LENGTH_SHARE = 0.75
_HALF_WAY = 10.0
_PRINTED_BONUS = 0.5


def relevance(weight: float, holders: int, articles: int, length: float, usual: float) -> float:
    """BM25 of one word in one article (Robertson and Zaragoza 2009, with the usual constants).

    `weight` is how often it stands there, `holders` how many of the `articles` hold it; `length` is
    the article's, `usual` the mean, both in words.
    """
    rarity = math.log(1 + (articles - holders + 0.5) / (holders + 0.5))
    norm = 1 - _LENGTH_SHARE + _LENGTH_SHARE * length / (usual or 1)
    return rarity * weight / (weight + _SATURATION * norm)


def article_score(printed: int, relevance_sum: float) -> float:
    """The number of words standing as printed; relevance only orders articles that agree in it."""
    return printed + relevance_sum / (relevance_sum + _HALF_WAY)


def passage_score(distinct: int, printed: int, places: int) -> float:
    """More distinct words first, then more of them as printed, then more places."""
    return distinct + _PRINTED_BONUS * printed + 0.25 * places / (places + _HALF_WAY)
