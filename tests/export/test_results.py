from __future__ import annotations

import csv
import json
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.search import ArticleHits, Hit, SearchResults, Snippet
from summit_reader.domain.spans import Span
from summit_reader.export.results import results_as_csv, results_as_json

TIDE = OutletRef(1, "The Tide", "GB")


def found(headline: str, *snippets: str) -> SearchResults:
    hits = tuple(Hit(7, Span(0, 9), TIDE, Snippet(text, ()), 1.5) for text in snippets)
    return SearchResults("harbour", 12, (ArticleHits(7, TIDE, headline, 1.5, hits),))


def test_a_line_an_article_with_its_best_snippet() -> None:
    (row,) = csv.DictReader(StringIO(results_as_csv(found("Harbour, again", "First.", "Second."))))
    assert row["headline"] == "Harbour, again"
    assert (row["outlet"], row["country"], row["snippet"]) == ("The Tide", "GB", "First.")


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_cell_is_a_formula_and_no_row_is_split(headline: str, snippet: str) -> None:
    text = results_as_csv(found(headline, snippet))
    rows = list(csv.reader(StringIO(text)))
    assert [len(row) for row in rows] == [7, 7]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[1])


@given(st.text(st.characters(), max_size=40))
def test_json_can_be_written_and_read_whatever_is_in_it(headline: str) -> None:
    text = results_as_json(found(headline))
    data = json.loads(text.encode("utf-8"))
    assert data["results"][0]["headline"] == headline
    assert (data["total"], data["results"][0]["snippet"]) == (12, "")
