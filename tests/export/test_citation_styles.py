from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind, Voice, VoiceKind
from summit_reader.export.citation import citation_of
from summit_reader.export.options import CitationStyle

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
STYLES = [style for style in CitationStyle if style is not CitationStyle.PLAIN]
SEEN = date(2020, 5, 3)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            CitationStyle.CHICAGO,
            (
                "Polityka, “Kim begging for flour,” quoted in “What do Kim and Putin want from "
                "their meeting?,” eurotopics, n.d."
            ),
        ),
        (
            CitationStyle.APA,
            (
                "Polityka, “Kim begging for flour,” as cited in What do Kim and Putin want from "
                "their meeting? (n.d.). eurotopics."
            ),
        ),
        (
            CitationStyle.MLA,
            (
                "Polityka, “Kim begging for flour,” qtd. in “What do Kim and Putin want from their "
                "meeting?” eurotopics, n.d."
            ),
        ),
        (
            CitationStyle.HARVARD,
            (
                "Polityka, ‘Kim begging for flour’, quoted in eurotopics (n.d.) ‘What do Kim and "
                "Putin want from their meeting?’."
            ),
        ),
    ],
)
def test_a_paper_quoted_in_an_undated_review(
    polityka: Pinned, style: CitationStyle, text: str
) -> None:
    assert str(citation_of(*polityka, style)) == text


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            CitationStyle.CHICAGO,
            (
                "Ada Byrne, mayor, quoted in Ann Writer and Bo Li, “Harbour to close,” The Tide, "
                "April 25, 2019, carried by a blog, https://tide.example/1."
            ),
        ),
        (
            CitationStyle.APA,
            (
                "Ada Byrne, mayor, as cited in Writer, A., & Li, B. (2019, April 25). Harbour to "
                "close. The Tide [carried by a blog]. https://tide.example/1"
            ),
        ),
        (
            CitationStyle.MLA,
            (
                "Ada Byrne, mayor, qtd. in Writer, Ann, and Bo Li. “Harbour to close.” The Tide, "
                "25 Apr. 2019, carried by a blog, https://tide.example/1. Accessed 3 May 2020."
            ),
        ),
        (
            CitationStyle.HARVARD,
            (
                "Ada Byrne, mayor, quoted in Writer, A. and Li, B. (2019) ‘Harbour to close’, "
                "The Tide, 25 April. Carried by a blog. Available at: https://tide.example/1 "
                "(Accessed: 3 May 2020)."
            ),
        ),
    ],
)
def test_a_speaker_in_a_signed_and_dated_text(
    make_take: Make, make_source: Make, style: CitationStyle, text: str
) -> None:
    tide = OutletRef(4, "The Tide", "GB")
    chain = (Voice("Ada Byrne", VoiceKind.PERSON, "mayor"), Voice("The Tide", VoiceKind.OUTLET))
    source = make_source(
        "The Tide",
        "Harbour to close",
        byline="By Ann Writer and Bo Li",
        published=date(2019, 4, 25),
        carrier="a blog",
        url="https://tide.example/1",
    )
    take = make_take("x", outlet=tide, chain=chain)
    assert str(citation_of(take, source, style, SEEN)) == text


@pytest.mark.parametrize("style", STYLES)
def test_the_outlet_is_set_in_italics_and_the_address_leads_there(
    lankov: Pinned, style: CitationStyle
) -> None:
    runs = citation_of(*lankov, style).runs
    assert [run.text for run in runs if run.italic] == ["South China Morning Post"]
    assert [run.link for run in runs if run.link] == [lankov[1].metadata.url]


@pytest.mark.parametrize("style", STYLES)
def test_three_outlets_are_all_named(make_take: Make, make_source: Make, style: str) -> None:
    chain = tuple(
        Voice(name, VoiceKind.OUTLET) for name in ("The Tide", "The Independent", "The Week")
    )
    take = make_take("x", outlet=OutletRef(4, "The Tide"), chain=chain)
    text = str(citation_of(take, make_source(), CitationStyle(style)))
    assert text.index("The Tide") < text.index("The Independent") < text.index("The Week")


@pytest.mark.parametrize("style", STYLES)
def test_a_summary_is_not_called_a_quotation(
    make_take: Make, make_source: Make, style: CitationStyle
) -> None:
    take = make_take("x", kind=TakeKind.THESIS, outlet=OutletRef(4, "The Tide"))
    assert "The Tide, summed up in " in str(citation_of(take, make_source(), style))


@pytest.mark.parametrize("style", STYLES)
def test_an_agency_that_signs_its_own_text_is_named_once(
    make_take: Make, style: CitationStyle
) -> None:
    afp = Source(1, "Kim calls", Metadata(OutletProfile("AFP"), byline="AFP"))
    take = make_take("x", outlet=OutletRef(4, "AFP"), chain=())
    assert str(citation_of(take, afp, style)).count("AFP") == 1


@pytest.mark.parametrize("style", STYLES)
def test_many_authors_are_shortened_as_the_style_asks(
    make_take: Make, make_source: Make, style: CitationStyle
) -> None:
    source = make_source(byline="Ann Writer, Bo Li, Cy Young, Di Jones")
    text = str(citation_of(make_take("x"), source, style))
    assert ("et al." in text) is (style is not CitationStyle.APA)
    assert ("Jones" in text) is (style is CitationStyle.APA)


@pytest.mark.parametrize("style", STYLES)
@given(title=st.text(), byline=st.text(), outlet=st.text(min_size=1), headline=st.text())
def test_whatever_a_page_says_makes_one_line(
    style: CitationStyle, title: str, byline: str, outlet: str, headline: str
) -> None:
    take = Take(
        id=1,
        article_id=1,
        kind=TakeKind.DIRECT,
        role=Role.REPORTING,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of("words", (Span(0, 5),)),
        outlet=OutletRef(1, "The Tide"),
        chain=(),
        segments=("words",),
        headline=headline,
    )
    source = Source(1, title, Metadata(OutletProfile(outlet), byline=byline))
    text = str(citation_of(take, source, style))
    assert len(text.splitlines()) == 1
    assert "n.d." in text
