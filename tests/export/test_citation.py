from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from summit_reader.domain.comparison import Source
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.take import Take, TakeKind, Voice, VoiceKind
from summit_reader.export.citation import citation_of
from summit_reader.export.reference import is_web_address

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
TITLE = "“Vladimir Putin meets Kim Jong Un: what they agreed”"


def outlet(name: str) -> Voice:
    return Voice(name, VoiceKind.OUTLET)


def test_a_paper_quoted_in_a_press_review(polityka: Pinned) -> None:
    assert str(citation_of(*polityka)) == (
        "Polityka (PL), “Kim begging for flour”, quoted in eurotopics, "
        "“What do Kim and Putin want from their meeting?”, n.d."
    )


def test_an_expert_in_a_paper_on_somebody_elses_page(lankov: Pinned) -> None:
    assert str(citation_of(*lankov)) == (
        "Andrei Lankov, veteran North Korea analyst, in South China Morning Post (HK), "
        "“What’s at stake for Kim and Putin?”, carried by a forum post, n.d., "
        "https://www.scmp.com/news/article/3007622/summit"
    )


def test_unnamed_voices_in_an_outlet_in_a_roundup(make_take: Make, make_source: Make) -> None:
    take = make_take(
        "desperate",
        outlet=OutletRef(5, "The Independent", "GB"),
        chain=(
            Voice("analysts", VoiceKind.UNNAMED),
            outlet("The Independent"),
            outlet("The Week"),
        ),
    )
    assert str(citation_of(take, make_source())) == (
        f"analysts, in The Independent (GB), quoted in The Week, {TITLE}, n.d."
    )


def test_a_chain_that_stops_at_the_outlet_is_completed_from_the_source(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("x", outlet=OutletRef(6, "CBS News", "US"), chain=())
    source = make_source(carrier="a blog")
    assert str(citation_of(take, source)) == (
        f"CBS News (US), quoted in The Week, {TITLE}, carried by a blog, n.d."
    )


def test_a_voice_that_passes_on_another_ones_words(make_take: Make, make_source: Make) -> None:
    chain = (Voice("Kim", VoiceKind.PERSON), Voice("Peskov", VoiceKind.PERSON, "spokesman"))
    take = make_take("x", chain=chain)
    assert str(citation_of(take, make_source())) == (
        f"Kim, according to Peskov, spokesman, in The Week (GB), {TITLE}, n.d."
    )


def test_an_affiliation_that_is_the_outlet_is_not_said_twice(
    make_take: Make, make_source: Make
) -> None:
    take = make_take("x", chain=(Voice("Andrew Roth", VoiceKind.PERSON, "The Week"),))
    assert str(citation_of(take, make_source())).startswith("Andrew Roth, in The Week (GB), ")


def test_a_thesis_is_not_called_quoted(make_take: Make, make_source: Make) -> None:
    take = make_take("x", kind=TakeKind.THESIS, outlet=OutletRef(4, "Tages-Anzeiger", "CH"))
    assert "Tages-Anzeiger (CH), summed up by The Week, " in str(citation_of(take, make_source()))


def test_the_writer_of_the_text_stands_by_its_title(make_take: Make, make_source: Make) -> None:
    source = make_source(byline="By Ann Writer")
    assert str(citation_of(make_take("x"), source)) == (
        f"The Week (GB), {TITLE} by Ann Writer, n.d."
    )


def test_a_stated_date_is_printed_the_same_everywhere(make_take: Make, make_source: Make) -> None:
    source = make_source(published=date(2019, 4, 25), suggested_date=date(2020, 1, 1))
    assert str(citation_of(make_take("x"), source)) == f"The Week (GB), {TITLE}, 25 April 2019"


def test_a_hinted_date_is_only_hinted_at(make_take: Make, make_source: Make) -> None:
    source = make_source(suggested_date=date(2019, 4, 25), date_evidence="April 25, 2019")
    assert str(citation_of(make_take("x"), source)).endswith(", n.d. (caption: April 25, 2019)")


def test_a_hint_without_its_words_says_perhaps(make_take: Make, make_source: Make) -> None:
    source = make_source(suggested_date=date(2019, 4, 25))
    assert str(citation_of(make_take("x"), source)).endswith(", n.d. (perhaps 25 April 2019)")


def test_a_weekday_alone_is_no_date(make_take: Make, make_source: Make) -> None:
    source = make_source(date_evidence="on Thursday")
    assert str(citation_of(make_take("x"), source)).endswith(", n.d.")


def test_marks_inside_a_title_become_single(make_take: Make, make_source: Make) -> None:
    source = make_source(title='Kim calls Putin "friend"')
    assert "“Kim calls Putin ‘friend’”" in str(citation_of(make_take("x"), source))


def test_a_hostile_title_stays_on_its_line(make_take: Make, make_source: Make) -> None:
    source = make_source(title="Fine\u202e\n\x1b[31m print")
    assert "“Fine [31m print”" in str(citation_of(make_take("x"), source))


def test_without_a_title_none_is_made_up(make_take: Make, make_source: Make) -> None:
    assert str(citation_of(make_take("x"), make_source(title=""))) == "The Week (GB), n.d."


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org/x",
        "https:",
        "https://",
        "http://[",
        "https://example.org/ x",
        "https://example.org/\u202ex",
        'https://example.org/"onclick=x',
        "",
    ],
)
def test_only_complete_web_addresses_are_linked(
    make_take: Make, make_source: Make, url: str
) -> None:
    citation = citation_of(make_take("x"), make_source(url=url))
    assert not is_web_address(url)
    assert all(run.link != url or not run.link for run in citation.runs)
