"""A list of results for other programs: a table, or data that becomes JSON."""

from __future__ import annotations

import json

from summit_reader.domain.search import ArticleHits, Facet, Obstacle, SearchResults
from summit_reader.export.table import comma_separated

_COLUMNS = ("article_id", "outlet", "country", "headline", "speaker", "snippet", "score")


def results_as_csv(results: SearchResults) -> str:
    """The articles as comma-separated values, each with its best snippet."""
    return comma_separated(_COLUMNS, (_row(found) for found in results.articles))


def results_as_json(results: SearchResults) -> str:
    """The articles and their total as one JSON document."""
    text = json.dumps(results_as_data(results), ensure_ascii=False, indent=2) + "\n"
    # Half a surrogate pair, which a query may hold, has no place in UTF-8 but in an escape.
    return text.encode("utf-8", "backslashreplace").decode()


def results_as_data(
    results: SearchResults, *, explain: bool = False, facets: bool = False
) -> dict[str, object]:
    """The results in lists and dictionaries.

    With `explain` also how the query was read and what excluded everything, with `facets` the
    counts by field.
    """
    data: dict[str, object] = {
        "query": results.query,
        "total": results.total,
        "results": [_entry(found) for found in results.articles],
    }
    if results.is_fuzzy:
        data["suggestion"] = results.suggestion
    if explain:
        data["understood"] = str(results.understood or "")
        data["excluded_by"] = [_excluding(each) for each in results.obstacles]
    if facets:
        data["facets"] = {facet.field.value: _counts(facet) for facet in results.facets}
    return data


def _entry(found: ArticleHits) -> dict[str, object]:
    return {
        "article_id": found.article_id,
        "outlet": found.outlet.name,
        "headline": found.headline,
        "snippet": found.hits[0].snippet.text if found.hits else "",
        "score": found.score,
    }


def _row(found: ArticleHits) -> tuple[object, ...]:
    hit = found.hits[0] if found.hits else None
    return (
        found.article_id,
        found.outlet.name,
        found.outlet.country,
        found.headline,
        hit.speaker if hit else "",
        hit.snippet.text if hit else "",
        round(found.score, 4),
    )


def _excluding(obstacle: Obstacle) -> dict[str, object]:
    return {
        "part": obstacle.text,
        "start": obstacle.span.start,
        "end": obstacle.span.end,
        "found_without": obstacle.total,
    }


def _counts(facet: Facet) -> list[dict[str, object]]:
    return [
        {"value": each.value, "count": each.count, "clause": each.clause} for each in facet.counts
    ]
