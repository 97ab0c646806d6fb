from __future__ import annotations

from pathlib import Path

import pytest

from summit_reader.index.analyzer import terms
from summit_reader.index.parsing import parse
from summit_reader.index.query import Term
from summit_reader.index.spelling import Spellings, spellings_at

TABLE = Path(__file__).parents[2] / "resources" / "spelling.toml"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("denuclearisation", "denuclearization"),
        ("organised", "organized"),
        ("colour", "color"),
        ("favourable", "favorable"),
        ("neighbourhood", "neighborhood"),
        ("centre", "center"),
        ("travelling", "traveling"),
        ("defence", "defense"),
        ("programme", "program"),
        ("analyse", "analyze"),
        ("grey", "gray"),
        ("fulfil", "fulfill"),
    ],
)
def test_spellings_meet_both_ways(british: str, american: str) -> None:
    table = spellings_at(TABLE)
    assert american in table.others(british)
    assert british in table.others(american)


@pytest.mark.parametrize("word", ["story", "tire", "meter", "check", "practice", "kim", ""])
def test_other_words_have_one_spelling(word: str) -> None:
    assert spellings_at(TABLE).others(word) == ()


def test_the_table_holds_folded_words_that_differ() -> None:
    pairs = spellings_at(TABLE).pairs
    assert len(pairs) > 500
    for one, other in pairs:
        assert one != other
        assert (terms(one), terms(other)) == ([one], [other])


def test_words_meet_and_phrases_stay_as_printed() -> None:
    spellings = Spellings(frozenset({("colour", "color")}))
    tree = parse("color").tree
    assert tree is not None
    assert spellings.met(tree) == Term("color", variants=("colour",))
    phrase = parse('"color line"').tree
    assert phrase is not None
    assert spellings.met(phrase) == phrase
