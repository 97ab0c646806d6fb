from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from summit_reader.domain.article import ArticleDraft, Hints, Layout
from summit_reader.domain.outlet import OutletProfile
from summit_reader.text.metadata import UNKNOWN_OUTLET

DraftOf = Callable[..., ArticleDraft]

PARAGRAPH = "The two leaders met for three hours and agreed on nothing that was written down."


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("000", "eurotopics"),
        ("001", "South China Morning Post"),
        ("002", "The Week"),
        ("003", "World Politics Review"),
        ("004", "AFP"),
    ],
)
def test_the_outlet_follows_from_the_evidence(
    seeds: dict[str, ArticleDraft], name: str, outlet: str
) -> None:
    assert seeds[name].metadata.outlet.name == outlet


def test_headlines_and_standfirsts(seeds: dict[str, ArticleDraft]) -> None:
    headlines = {name: draft.metadata.headline for name, draft in seeds.items()}
    assert headlines == {
        "000": "What do Kim and Putin want from their meeting?",
        "001": "",
        "002": "Vladimir Putin meets Kim Jong Un: what they agreed",
        "003": "At a Mostly Symbolic Summit, Putin and Kim Play the Long Game",
        "004": "",
    }
    assert seeds["000"].metadata.standfirst.startswith("North Korean leader Kim Jong-un and")
    assert seeds["002"].metadata.standfirst.startswith("North Korean leader travelled by")
    assert seeds["003"].metadata.standfirst == ""


def test_layouts(seeds: dict[str, ArticleDraft]) -> None:
    assert {name: draft.metadata.layout for name, draft in seeds.items()} == {
        "000": Layout.PRESS_REVIEW,
        "001": Layout.PLAIN,
        "002": Layout.ROUNDUP,
        "003": Layout.PLAIN,
        "004": Layout.PLAIN,
    }


def test_a_date_in_a_caption_is_only_suggested(seeds: dict[str, ArticleDraft]) -> None:
    metadata = seeds["003"].metadata
    assert metadata.published is None
    assert metadata.suggested_date == date(2019, 4, 25)
    assert metadata.date_evidence == "April 25, 2019"


def test_a_weekday_is_evidence_of_no_date(seeds: dict[str, ArticleDraft]) -> None:
    assert seeds["002"].metadata.suggested_date is None
    assert seeds["002"].metadata.date_evidence == "on Thursday"


def test_teasers_give_neither_date_nor_byline(seeds: dict[str, ArticleDraft]) -> None:
    assert seeds["002"].metadata.published is None
    assert seeds["002"].metadata.byline == ""


def test_the_address_and_the_paywall(seeds: dict[str, ArticleDraft]) -> None:
    assert seeds["001"].metadata.url.startswith("https://www.scmp.com/news/asia/east-asia/article/")
    assert [name for name, draft in seeds.items() if draft.metadata.cut] == ["003"]


def test_hints_outrank_the_text(draft_of: DraftOf) -> None:
    hints = Hints(
        outlet=OutletProfile("Village Voice"),
        carrier="a blog",
        headline="Another headline",
        byline="A. Nother",
        published=date(2020, 1, 2),
        url="https://www.scmp.com/x",
        language="fr",
    )
    metadata = draft_of(f"Headline\nBy Jane Doe\n3 May 2019\n{PARAGRAPH}", hints).metadata
    assert metadata.outlet.name == "Village Voice"
    assert (metadata.carrier, metadata.headline, metadata.byline) == (
        "a blog",
        "Another headline",
        "A. Nother",
    )
    assert (metadata.published, metadata.language) == (date(2020, 1, 2), "fr")


def test_byline_date_and_dateline_of_the_text(draft_of: DraftOf) -> None:
    head = "Headline\nBy Jane Doe and John Roe\nPublished: 3 May 2019\n\n"
    text = f"{head}PARIS (Reuters) - {PARAGRAPH}"
    metadata = draft_of(text).metadata
    assert metadata.byline == "Jane Doe and John Roe"
    assert metadata.published == date(2019, 5, 3)
    assert metadata.dateline == "PARIS (Reuters)"
    assert metadata.outlet.name == "Reuters"


def test_a_newspaper_in_a_credit_is_not_the_author(draft_of: DraftOf) -> None:
    text = f"A crowd in the rain. Photo: The Guardian\n{PARAGRAPH}\n{PARAGRAPH}"
    assert draft_of(text).metadata.outlet == UNKNOWN_OUTLET


def test_nothing_said_nothing_known(draft_of: DraftOf) -> None:
    metadata = draft_of(PARAGRAPH).metadata
    assert metadata.outlet == UNKNOWN_OUTLET
    assert (metadata.headline, metadata.url, metadata.date_evidence) == ("", "", "")
