from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from summit_reader.domain.article import Hints
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.passage import PassageKind
from tests.intake.saved_pages import LINKED, STORM, draft, page, passages, read


def test_what_a_page_says_for_machines() -> None:
    imprint = read(page(linked=LINKED, title="Ferry stops in the storm")).imprint
    assert imprint.headline == "Ferry stops in the storm"
    assert imprint.authors == ("Jane Roe", "Max Doe")
    assert imprint.published == datetime(2024, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert (imprint.outlet, imprint.language, imprint.section) == ("The Tide", "en", "Region")
    assert imprint.paywalled


def test_what_a_page_says_in_its_head() -> None:
    head = (
        '<meta property="og:title" content="Ferry stops">'
        '<meta property="og:site_name" content="The Tide">'
        '<meta name="author" content="By Jane Roe">'
        '<meta property="article:published_time" content="2024-03-04T08:00:00Z">'
        '<meta property="article:section" content="Region">'
        '<link rel="canonical" href="https://tide.example/2024/ferry">'
    )
    imprint = read(page(head=head)).imprint
    assert (imprint.headline, imprint.authors) == ("Ferry stops", ("Jane Roe",))
    assert imprint.published == datetime(2024, 3, 4, 8, tzinfo=UTC)
    assert (imprint.section, imprint.url) == ("Region", "https://tide.example/2024/ferry")


def test_the_day_is_the_one_where_it_was_stated() -> None:
    told = draft(page(linked=LINKED, title="Ferry stops in the storm")).metadata
    assert told.published == date(2024, 3, 4)
    assert told.byline == "Jane Roe, Max Doe"
    assert told.outlet.name == "The Tide"


def test_what_the_reader_says_goes_before_what_the_page_says() -> None:
    hints = Hints(
        outlet=OutletProfile("The Wave"), headline="No ferry", byline="Nobody",
        published=date(1999, 1, 1), url="https://wave.example/1", language="fr",
    )  # fmt: skip
    told = draft(page(linked=LINKED, title="Ferry stops in the storm"), hints).metadata
    assert (told.outlet.name, told.headline, told.byline) == ("The Wave", "No ferry", "Nobody")
    assert (told.published, told.url) == (date(1999, 1, 1), "https://wave.example/1")
    assert told.language == "fr"


def test_a_headline_is_one_however_it_ends() -> None:
    article = draft(page(title="“The sea wall has held.”"))
    assert passages(article, PassageKind.HEADLINE) == ["“The sea wall has held.”"]
    assert passages(article, PassageKind.BODY) == list(STORM)


def test_a_standfirst_is_what_the_page_describes_itself_with() -> None:
    lead = "No boats leave the harbour of Northam while waves reach over the sea wall for hours."
    linked = LINKED | {"description": lead}
    article = draft(page(lead, *STORM, linked=linked, title="Ferry stops in the storm"))
    assert passages(article, PassageKind.STANDFIRST) == [lead]
    assert article.metadata.standfirst == lead


@pytest.mark.parametrize(
    "title",
    ["Ferry stops | The Tide", "Ferry stops - The Tide", "Ferry stops – tide.example",
     "Ferry stops – The Tide – 04.03.2024", "Ferry stops · THE TIDE", "Ferry stops｜The Tide"],
)  # fmt: skip
def test_the_name_of_the_site_is_no_part_of_the_headline(title: str) -> None:
    head = (
        f'<meta property="og:title" content="{title}">'
        '<meta property="og:site_name" content="The Tide">'
        '<link rel="canonical" href="https://www.tide.example/ferry">'
    )
    assert read(page(head=head)).imprint.headline == "Ferry stops"


def test_a_dash_in_a_headline_stays() -> None:
    head = '<meta property="og:title" content="Ferry stops – and nobody knows for how long">'
    assert read(page(head=head)).imprint.headline == "Ferry stops – and nobody knows for how long"


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ({"name": "Jane Roe"}, ("Jane Roe",)),
        ({"name": ["Jane Roe", "Max Doe"]}, ("Jane Roe", "Max Doe")),
        ([{"name": "Jane Roe"}, "Max Doe", {"name": "jane roe"}], ("Jane Roe", "Max Doe")),
        ({"@id": "#jane"}, ("Jane Roe",)),
        ([{"name": "Roe, Doe and Co."}, {"name": "Jane Roe"}], ("Roe, Doe and Co.", "Jane Roe")),
        ({"name": "Jane &quot;J&quot; Roe"}, ('Jane "J" Roe',)),
        (["https://tide.example/jane", {"name": "x" * 500}, {"name": None}, 7, None], ()),
        ([{"name": "The Tide"}, {"name": "Jane Roe"}], ("Jane Roe",)),
        ("By Jane Roe and Max Doe", ("Jane Roe", "Max Doe")),
        ("Jane Roe; Max Doe | Ann Lee", ("Jane Roe", "Max Doe", "Ann Lee")),
        ("Jane Roe, Max Doe, Ann Lee", ("Jane Roe", "Max Doe", "Ann Lee")),
        ("Jane Roe, Harbour Correspondent", ("Jane Roe, Harbour Correspondent",)),
        ("Ministry of Health and Welfare", ("Ministry of Health and Welfare",)),
    ],
)  # fmt: skip
def test_authors_in_every_shape(author: object, authors: tuple[str, ...]) -> None:
    graph = {"@graph": [LINKED | {"author": author}, {"@id": "#jane", "name": "Jane Roe"}]}
    assert read(page(linked=graph, title="Ferry stops in the storm")).imprint.authors == authors


def test_where_the_outlet_signs_a_name_in_print_goes_first() -> None:
    linked = LINKED | {"author": {"@type": "Organization", "name": "The Tide"}}
    unsigned = draft(page(linked=linked, title="Ferry stops in the storm"))
    assert unsigned.metadata.byline == "The Tide"
    signed = draft(page("By Jane Roe", *STORM, linked=linked, title="Ferry stops in the storm"))
    assert signed.metadata.byline == "Jane Roe"


@pytest.mark.parametrize(
    "script",
    ["{", "[1, 2", "null", '"text"', "[[[[]]]]", '{"@type": 7}', '{"@type": ["NewsArticle", 7]}',
     '{"@type": "NewsArticle", "author": [[["x"]]], "headline": {"a": 1}, "publisher": [null]}',
     '{"@type": "NewsArticle", "headline": "\\ud800", "mainEntityOfPage": [1], "url": 7}',
     "[" * 50_000, '{"a":' * 50_000, '<!-- {"@type": "NewsArticle"} -->',
     "/*<![CDATA[*/ {} /*]]>*/"],
)  # fmt: skip
def test_data_of_any_shape_do_no_harm(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    raw = read(page(head=head, title="Ferry stops in the storm"))
    assert raw.source_text.split("\n\n")[1:] == list(STORM)
    assert raw.source_text.encode()


def test_data_with_slips_are_read() -> None:
    script = '<!-- {"@type": "NewsArticle", "headline": "Ferry\nstops", "author": "Jane Roe",} -->;'
    head = f'<script type="application/ld+json">{script}</script>'
    assert read(page(head=head)).imprint.authors == ("Jane Roe",)


def test_of_several_articles_the_one_of_this_page() -> None:
    others = [LINKED | {"headline": f"Other {n}", "url": f"https://t.example/{n}"} for n in (1, 2)]
    here = LINKED | {"url": "https://t.example/ferry", "author": "Jane Roe"}
    head = '<link rel="canonical" href="http://www.t.example/ferry/?utm=1">'
    imprint = read(page(linked=[*others, here], head=head)).imprint
    assert imprint.headline == "Ferry stops in the storm"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://t.example/2024/03/04/ferry", date(2024, 3, 4)),
        ("https://t.example/news-2024-ferry", None),
        ("https://t.example/20240304/ferry", date(2024, 3, 4)),
        ("https://t.example/2024/13/04/ferry", None),
    ],
)
def test_a_date_in_the_address(address: str, day: date | None) -> None:
    raw = read(page(head=f'<link rel="canonical" href="{address}">'))
    assert raw.imprint.published == day


@pytest.mark.parametrize(
    "stated", ["0001-01-01T00:00:00Z", "2999-12-31", "yesterday", "9" * 400, ""]
)
def test_dates_nobody_can_mean_do_no_harm(stated: str) -> None:
    told = draft(page(linked=LINKED | {"datePublished": stated})).metadata
    assert told.published is None or told.published.year in {1, 2999}


def test_the_address_a_page_was_fetched_from() -> None:
    raw = read(page(), name="https://t.example/ferry?utm=1")
    assert raw.imprint.url == "https://t.example/ferry?utm=1"
    head = '<link rel="canonical" href="/ferry">'
    raw = read(page(head=head), name="https://t.example/ferry?utm=1")
    assert raw.imprint.url == "https://t.example/ferry"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", "//", "#"]
)
def test_addresses_that_are_none(href: str) -> None:
    raw = read(page(head=f'<link rel="canonical" href="{href}">'))
    assert raw.imprint.url == ""


def test_a_moment_is_told_with_its_zone_where_the_page_has_it_anywhere() -> None:
    linked = LINKED | {"datePublished": "2024-03-04 18:11:01.0"}
    head = '<meta name="date" content="2024-03-04T18:11:01+02:00">'
    published = read(page(linked=linked, head=head)).imprint.published
    assert published == datetime(2024, 3, 4, 18, 11, 1, tzinfo=timezone(timedelta(hours=2)))
    later = '<meta name="date" content="2024-03-05T18:11:01+02:00">'
    unzoned = read(page(linked=linked, head=later)).imprint.published
    assert str(unzoned) == "2024-03-04 18:11:01"
