"""`search` with its query language, facets, orders and lists."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_a_list_as_comma_separated_values(run: Run, sample: Path) -> None:
    outcome = run("search", "US", "--csv", "--library", sample)
    rows = list(csv.DictReader(StringIO(outcome.out)))
    found = run("search", "US", "--library", sample, "--json").data["results"]
    assert [row["headline"] for row in rows] == [" ".join(r["headline"].split()) for r in found]
    assert [int(row["article_id"]) for row in rows] == [r["article_id"] for r in found]
    assert all(row["snippet"] for row in rows)
    none = run("search", "zygomorphic", "--csv", "--library", sample)
    assert (none.code, len(none.out.splitlines())) == (1, 1)


def test_hits_stand_together_by_article_or_by_outlet(run: Run, sample: Path) -> None:
    by_article = run("search", "sanctions", "--library", sample).out
    by_outlet = run("search", "sanctions", "--group", "outlet", "--library", sample).out
    blocks = [block.splitlines()[0] for block in by_outlet.split("\n\n")[:-1]]
    assert len(blocks) == len(set(blocks)) > 1
    assert "Deutsche Welle (DE)" in blocks
    assert "Deutsche Welle (DE)" not in by_article
    assert "  — Vladimir Putin meets Kim Jong Un: what they agreed" in by_outlet.splitlines()


def test_facets(run: Run, sample: Path) -> None:
    data = run("search", "kim", "--facets", "--library", sample, "--json").data
    languages = data["facets"]["language"]
    assert languages == [{"value": "en", "count": data["total"], "clause": "language:en"}]
    for facet in data["facets"].values():
        for one in facet:
            narrowed = run("search", "kim", one["clause"], "--library", sample, "--json").data
            assert narrowed["total"] == one["count"], one
    assert "Language:" in run("search", "kim", "--facets", "--library", sample).out


def test_both_spellings_unless_told_otherwise(run: Run, sample: Path) -> None:
    british = run("search", "denuclearisation", "--library", sample, "--json").data
    american = run("search", "denuclearization", "--library", sample, "--json").data
    assert british["total"] == american["total"] > 0
    ids = [{one["article_id"] for one in data["results"]} for data in (british, american)]
    assert ids[0] == ids[1]
    strictly = ["--as-spelt", "--exact", "--library", sample, "--json"]
    apart = [
        run("search", word, *strictly).data["total"]
        for word in ("denuclearisation", "denuclearization")
    ]
    assert min(apart) < british["total"]


def test_how_the_query_was_read(run: Run, sample: Path) -> None:
    outcome = run("search", "flour", "-x", "--explain", "--library", sample)
    assert outcome.code == 2  # argparse takes it for an option
    outcome = run("search", "--explain", "--library", sample, "--", "flour", "-kremlin")
    assert outcome.out.startswith("Looked for: flour and not kremlin.\n")


def test_what_excluded_everything(run: Run, sample: Path) -> None:
    outcome = run("search", "flour", "country:BR", "--library", sample)
    assert outcome.code == 1
    assert outcome.err.splitlines()[1] == "Without “country:BR”, 1 text would be found."


def test_similar_words_under_their_own_heading(run: Run, sample: Path) -> None:
    outcome = run("search", "flouer", "--library", sample)
    assert outcome.code == 0
    assert outcome.out.startswith("Nothing matches “flouer”. Did you mean “flour”?\n")
    assert run("search", "flouer", "--exact", "--library", sample).code == 1


@pytest.mark.parametrize(
    ("query", "reason", "under"),
    [
        ("kim (putin", "this bracket is not closed", 4),
        ("kim date:2019-13", "there is no month 13", 9),
        ("*", "a star needs letters before it", 0),
        ("***a", "a word cannot begin with * or ?", 0),
        ("kim OR", "nothing stands after “OR”", 4),
    ],
)
def test_a_mistake_is_pointed_at(
    run: Run, sample: Path, query: str, reason: str, under: int
) -> None:
    outcome = run("search", query, "--library", sample)
    message, shown, mark = outcome.err.splitlines()
    assert (outcome.code, outcome.out) == (2, "")
    assert reason in message
    assert (shown, mark.index("^")) == (query, under)


@pytest.mark.parametrize(
    "query", ["(" * 3_000, "a " + "OR a " * 20_000, "OR " * 20_000, "kim " * 250_000]
)
def test_what_is_too_long_is_told_clearly(run: Run, sample: Path, query: str) -> None:
    outcome = run("search", query, "--library", sample)
    assert (outcome.code, outcome.out) == (2, "")
    assert "it is longer than 2,000 characters" in outcome.err
    assert len(outcome.err) < 200
