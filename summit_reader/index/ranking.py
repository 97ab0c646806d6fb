"""How well an article or a passage answers a query: printed forms before other forms of a word."""

from __future__ import annotations

_HALF_WAY = 10.0
_PRINTED_BONUS = 0.5


def article_score(printed: int, relevance_sum: float) -> float:
    """The number of words standing as printed; relevance only orders articles that agree in it."""
    return printed + relevance_sum / (relevance_sum + _HALF_WAY)


def passage_score(distinct: int, printed: int, places: int) -> float:
    """More distinct words first, then more of them as printed, then more places."""
    return distinct + _PRINTED_BONUS * printed + 0.25 * places / (places + _HALF_WAY)
