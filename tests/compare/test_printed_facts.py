from __future__ import annotations

import pytest

from summit_reader.compare import printed_facts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Talks with Kim in Vladivostok. Russia stays.", ("Kim", "Vladivostok")),
        ("It is Moscow’s turn", ("Moscow",)),
        ("We met in May 2019 with Kim", ("Kim",)),
        ("am Montag, 3. Mai, kam Kim", ("Kim",)),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert printed_facts.names(text) == names


def test_a_name_is_shared_wherever_it_stands() -> None:
    assert printed_facts.shared_names("Kim came late.", "They met Kim.") == ("Kim",)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On 25 April 2019 some 100,000 tonnes, or 5 percent", ("100,000", "5 percent")),
        ("5 per cent, 3 million, $ 7", ("5 per cent", "3 million", "$ 7")),
        ("Am 25. April 2019 waren es 3 Milliarden Euro", ("3 Milliarden",)),
        ("le 1er avril 2019, 3 milliards, 5 pour cent", ("3 milliards", "5 pour cent")),
    ],
)
def test_numbers(text: str, numbers: tuple[str, ...]) -> None:
    assert printed_facts.numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On Thursday, not on April 25", ("Thursday", "April 25")),
        ("Sept. 3, 2001 and 2001-09-03", ("Sept. 3, 2001", "2001-09-03")),
        ("They may 2 march on", ()),
        ("Am Donnerstag, dem 25. April 2019", ("Donnerstag", "25. April 2019")),
        ("jeudi, le 25 avril", ("jeudi", "25 avril")),
    ],
)
def test_dates(text: str, dates: tuple[str, ...]) -> None:
    assert printed_facts.dates(text) == dates


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It won’t. Never.", "en", ("won’t", "never")),
        ("Es wird nicht gehen, ohne Kim.", "de-AT", ("nicht", "ohne")),
        ("Il n’ira pas.", "fr", ("pas",)),
        ("Do not distress", "de", ()),
        ("It won't", "xx", ("won't",)),
    ],
)
def test_negations(text: str, language: str, found: tuple[str, ...]) -> None:
    assert printed_facts.negations(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Moscow may help, reportedly.", "en", ("may", "reportedly")),
        ("Moskau könnte angeblich helfen.", "de", ("könnte", "angeblich")),
        ("Moscou pourrait aider, peut-être.", "fr", ("pourrait", "peut-être")),
    ],
)
def test_hedges(text: str, language: str, found: tuple[str, ...]) -> None:
    assert printed_facts.hedges(text, language) == found


def test_days_and_months_of_every_language() -> None:
    for word in ("tuesday", "may", "sept", "märz", "février", "samedi"):
        assert printed_facts.is_day_or_month(word)
    assert not printed_facts.is_day_or_month("today")
