from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind, Voice, VoiceKind
from summit_reader.export import page as pages
from summit_reader.export.handout import hand_out
from summit_reader.export.stylesheet import STYLESHEET

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
VOID = {"meta", "br"}


def page_of(comparison: Comparison) -> str:
    return pages.page_of(hand_out(comparison))


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(polityka: Pinned, lankov: Pinned, make_clipping: Make) -> Page:
    clippings = (
        make_clipping(polityka, 0, 0, note="Flour,\nnot money."),
        make_clipping(lankov, 1, 1),
    )
    return Page(page_of(Comparison(7, "Who pays for the summit?", "Both agree.", clippings)))


def test_everything_of_the_comparison_is_on_the_page(page: Page) -> None:
    for words in (
        "Who pays for the summit?",
        "“Things are so bad that Kim has asked Russia for 100,000 tonnes of flour.”",
        "“Kim understands Russians are not going to shower him with money”",
        "thesis by eurotopics: The North Korean leader is begging for alms",
        "Andrei Lankov, veteran North Korea analyst",
        "Polityka › eurotopics",
        "Both agree.",
        "quoted in eurotopics",
    ):
        assert words in page.text
    assert page.open == []


def test_nothing_is_run_and_nothing_fetched(page: Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "video", "form", "base"}
    assert "url(" not in STYLESHEET
    assert "@import" not in STYLESHEET
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def test_every_mark_leads_to_its_source_and_ids_are_unique(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = [a["href"][1:] for a in page.all("a") if a["href"].startswith("#")]
    assert inner == ["source-1", "source-2"]
    assert set(inner) <= set(ids)
    labelled = [a["aria-labelledby"] for _, a in page.elements if "aria-labelledby" in a]
    assert set(labelled) <= set(ids)


def test_a_hand_out_carries_what_reading_it_back_needs(page: Page, lankov: Pinned) -> None:
    facts = page.all("article")[1]
    take = lankov[0]
    assert facts["data-clipping"] == "clip-1-1"
    assert facts["data-take"] == str(take.id)
    assert facts["data-digest"] == take.anchor.digest
    assert tuple(json.loads(facts["data-exact"])) == take.anchor.exact
    assert facts["data-segments"] == "0-64"


def test_only_web_addresses_are_links(lankov: Pinned, make_clipping: Make) -> None:
    take, source = lankov
    hostile = replace(source, metadata=replace(source.metadata, url="javascript:alert(1)"))
    page = Page(page_of(Comparison(1, "x", "", (make_clipping((take, hostile)),))))
    assert [a["href"] for a in page.all("a")] == ["#source-1"]
    assert "javascript:alert(1)" in page.text


def test_indirect_words_are_no_blockquote(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    koo = Voice("Koo", VoiceKind.PERSON)
    take = make_take("They did not travel.", kind=TakeKind.INDIRECT, chain=(koo,))
    page = Page(page_of(Comparison(1, "x", "", (make_clipping((take, make_source())),))))
    assert not page.all("blockquote")
    assert "Koo (reported): They did not travel." in page.text


def test_a_column_that_runs_out_keeps_its_place(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    clippings = (
        make_clipping(polityka, 0, 0),
        make_clipping(lankov, 1, 1),
        make_clipping(lankov, 1, 2),
    )
    html = page_of(Comparison(1, "x", "", clippings))
    assert '<div class="row">\n<div></div>\n<article' in html


def test_an_empty_comparison_is_a_page_too() -> None:
    page = Page(page_of(Comparison(1, "", "", ())))
    assert "0 takes" in page.text
    assert page.open == []


def test_both_schemes_and_paper_are_provided_for() -> None:
    assert "@media (prefers-color-scheme: dark)" in STYLESHEET
    assert "@media print" in STYLESHEET
    assert STYLESHEET.count("{") == STYLESHEET.count("}")
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", STYLESHEET)) - {"--columns"}
    assert used <= set(re.findall(r"(--[a-z0-9-]+):", STYLESHEET))


HOSTILE = st.one_of(
    st.sampled_from(
        [
            '"><script>alert(1)</script>',
            "</style><script>",
            "' onload='x",
            "\u202e\x00\ud800",
            "]]>",
        ]
    ),
    st.text(st.characters(exclude_categories=())),
)


@given(words=HOSTILE, name=HOSTILE, url=HOSTILE, note=HOSTILE)
def test_hostile_words_stay_words(words: str, name: str, url: str, note: str) -> None:
    take = Take(
        1, 1, TakeKind.DIRECT, Role.EXPERT, Origin.MARKED, Anchor.of(words, (Span(0, len(words)),)),
        OutletRef(1, name, name), (Voice(name, VoiceKind.PERSON, name),), (words,), headline=name,
        thesis=words, subject=name,
    )  # fmt: skip
    metadata = Metadata(OutletProfile(name), carrier=name, byline=name, url=url, date_evidence=note)
    clipping = Clipping(note, take, Source(1, name, metadata), 0, 0, note)
    html = page_of(Comparison(1, name, note, (clipping,)))
    html.encode("utf-8")
    page = Page(html)
    assert page.open == []
    assert {tag for tag, _ in page.elements} <= {
        "html", "head", "meta", "title", "style", "body", "header", "main", "section", "div",
        "article", "h1", "h2", "h3", "p", "span", "blockquote", "sup", "a", "aside", "br", "ol",
        "li",
    }  # fmt: skip
    assert not any(attr.startswith("on") for _, attributes in page.elements for attr in attributes)
    assert not set("\u202e\u2066\x00") & set(html)
