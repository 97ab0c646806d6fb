from __future__ import annotations

import pytest

from summit_reader.index.parsing import parse
from summit_reader.index.wording import understood


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("kim putin", "kim and putin"),
        ("kim (putin OR trump)", "kim and (putin or trump)"),
        ("kim -putin", "kim and not putin"),
        ("Jong-un", "“jong un”"),
        ('"will not"', "“will not” exactly"),
        ('"kim trump"~5', "“kim trump” at most 5 words apart"),
        ("sanct*", "words that begin with “sanct”"),
        ("wom?n", "words like “wom?n”"),
        ("putn~", "words within one letter of “putn”"),
        ("speaker:lankov said:flour", "lankov as speaker and flour in quotations"),
        ("country:russia has:pin", "country RU and has pin"),
        ("date:2019", "published in 2019"),
        ("date:2019-04-25", "published on 25 April 2019"),
        ("date:2019-03..2019-05", "published from 1 March 2019 to 31 May 2019"),
        ("date:>2019-04-01", "published from 2 April 2019"),
        ("date:<2019", "published until 31 December 2018"),
        (" OR ".join(f"w{n}" for n in range(30)), " or ".join(f"w{n}" for n in range(20))
            + " or 10 more"),
    ],
)  # fmt: skip
def test_a_query_in_words(query: str, line: str) -> None:
    tree = parse(query).tree
    assert tree is not None
    assert str(understood(tree)) == line
