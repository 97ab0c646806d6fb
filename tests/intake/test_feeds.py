from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.article import RawArticle
from summit_reader.domain.fetch_errors import NoFeed
from summit_reader.domain.importing import Failure
from summit_reader.intake.feeds.feed import is_feed, read_feed
from summit_reader.intake.reader import articles_in, reader_of

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Tide &amp;amp; Harbour</title><link>https://tide.example/</link><language>en-GB</language>
  <item>
    <title>Harbour to close</title>
    <link>/2021/harbour</link>
    <guid isPermaLink="false">tide-1</guid>
    <pubDate>Thu, 04 Mar 2021 18:30:00 +0900</pubDate>
    <dc:creator>Ada Byrne</dc:creator>
    <description>The quay is sold.</description>
    <content:encoded><![CDATA[<p>“We will close it,” said the mayor.</p>
      <script>alert(1)</script><p onclick="x()">Boats&nbsp;left.<img src=x onerror=y></p>]]>
    </content:encoded>
  </item>
  <item><description>Only a description, without a headline.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://post.example/a/">
<title type="html">Harbour &lt;b>Post&lt;/b></title>
<entry><id>tag:1</id><title>Kai verkauft</title><link href="kai"/>
<author><name>Jo Roe</name></author><author><name>Al Poe</name></author>
<updated>2021-03-04T18:30:00-05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei.</p></div></content>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://old.example/"><title>Old</title>
</channel><item rdf:about="https://old.example/1"><title>One</title>
<link>https://old.example/1</link><description>Said so.</description></item></rdf:RDF>"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Quay",
    "home_page_url": "https://quay.example/",
    "language": "fr",
    "authors": [{"name": "La rédaction"}],
    "items": [
        {
            "id": 7,
            "url": "https://quay.example/7",
            "title": "Le quai",
            "content_html": "<p>Un.</p><p>Deux.</p>",
            "date_published": "2021-03-04T18:30:00+01:00",
            "tags": ["port"],
        },
        {"id": "8", "content_text": "Trois < quatre"},
    ],
}


@contextmanager
def watched() -> Iterator[list[str]]:
    """What the interpreter opens or connects to meanwhile."""
    seen: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        touches = event.startswith(("socket.", "urllib.", "subprocess.", "os.system"))
        if watching and (touches or event == "open"):
            seen.append(f"{event} {arguments}")

    sys.addaudithook(hook)
    yield seen
    watching = False


def read(content: str | bytes, url: str = "https://tide.example/feed") -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    return [item.text for item in read_feed(data, "feed", url=url).items]


def test_rss_brings_headline_text_author_date_and_link() -> None:
    feed = read_feed(RSS.encode(), "feed", url="https://tide.example/feed")
    first, second = feed.items
    said = first.imprint
    assert (feed.title, feed.homepage, feed.language) == (
        "Tide & Harbour", "https://tide.example/", "en",
    )  # fmt: skip
    assert (said.headline, said.authors) == ("Harbour to close", ("Ada Byrne",))
    assert said.url == "https://tide.example/2021/harbour"
    assert said.published == datetime(2021, 3, 4, 18, 30, tzinfo=timezone(timedelta(hours=9)))
    assert said.standfirst == "The quay is sold."
    assert first.text == (
        "Harbour to close\n\nThe quay is sold.\n\n"
        "“We will close it,” said the mayor.\n\nBoats left."
    )
    assert second.text == "Only a description, without a headline."


def test_atom_brings_paragraphs_authors_and_its_own_zone() -> None:
    (item,) = read_feed(ATOM.encode(), "feed").items
    assert item.text == "Kai verkauft\n\nEins.\n\nZwei."
    assert item.imprint.authors == ("Jo Roe", "Al Poe")
    assert item.imprint.url == "https://post.example/a/kai"
    assert item.imprint.language == "de"
    assert isinstance(item.imprint.published, datetime)
    assert item.imprint.published.utcoffset() == timedelta(hours=-5)
    assert read_feed(ATOM.encode(), "feed").title == "Harbour Post"


def test_rdf_and_json_feed_are_read() -> None:
    assert read(RDF) == ["One\n\nSaid so."]
    feed = read_feed(json.dumps(JSON_FEED).encode(), "feed")
    assert [item.text for item in feed.items] == ["Le quai\n\nUn.\n\nDeux.", "Trois < quatre"]
    said = feed.items[0].imprint
    assert (said.authors, said.language, said.section) == (("La rédaction",), "fr", "port")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "iso-8859-1", "cp1252", "koi8-r"])
def test_a_declared_encoding_is_believed(encoding: str) -> None:
    word = "Ельцин" if encoding == "koi8-r" else "Café déjà"
    feed = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><item>'
    feed += f"<title>{word}</title></item></channel></rss>"
    assert read(feed.encode(encoding)) == [word]
    assert is_feed(feed.encode(encoding))


def test_what_the_server_says_of_the_encoding_is_heard() -> None:
    feed = "<rss version='2.0'><channel><item><title>Ельцин</title></item></channel></rss>"
    found = read_feed(feed.encode("koi8-r"), "feed", content_type="text/xml; charset=koi8-r")
    assert [item.text for item in found.items] == ["Ельцин"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Mon, 01 Jan 0001 00:00:00 GMT", 1),
        ("Fri, 31 Dec 9999 23:59:59 -1200", 9999),
        ("0001-01-01T00:00:00+14:00", 1),
        ("31 Jun 2021 12:00:00 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_odd_dates_cost_nothing_but_the_date(printed: str, expected: int | None) -> None:
    feed = f"<rss version='2.0'><channel><item><title>One</title><pubDate>{printed}</pubDate>"
    (item,) = read_feed(f"{feed}</item></channel></rss>".encode(), "feed").items
    published = item.imprint.published
    assert (published.year if published else None) == expected


def test_a_mere_day_stays_a_day() -> None:
    feed = ATOM.replace("2021-03-04T18:30:00-05:00", "2021-03-04")
    (item,) = read_feed(feed.encode(), "feed").items
    assert item.imprint.published == date(2021, 3, 4)
    assert not isinstance(item.imprint.published, datetime)


def test_keys_stay_when_a_feed_is_read_again_and_tell_items_apart() -> None:
    once, again = (read_feed(RSS.encode(), "feed").items for _ in range(2))
    assert [one.key for one in once] == [one.key for one in again]
    assert len({one.key for one in once}) == len(once)


def test_the_kept_item_is_a_feed_that_reads_the_same() -> None:
    for content in (RSS, ATOM, json.dumps(JSON_FEED)):
        for item in read_feed(content.encode(), "feed", url="https://tide.example/").items:
            (again,) = read_feed(item.raw, "item").items
            assert again.text == item.text
            assert again.imprint.published == item.imprint.published
            assert again.imprint.url == item.imprint.url


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>kept",
        "<style>p{background:url(http://x)}</style>kept",
        "<iframe src='file:///etc/passwd'>x</iframe>kept",
        "<svg><script>x</script><text>y</text></svg>kept",
        "<!-- hidden -->kept",
        "<object data='x'><embed src='y'>kept",
        "<p style='background:url(javascript:x)'>kept</p>",
        "kept<noscript>no</noscript>",
    ],
)
def test_nothing_active_is_left(markup: str) -> None:
    feed = f"<rss version='2.0'><channel><item><description><![CDATA[{markup}]]></description>"
    assert read(f"{feed}</item></channel></rss>") == ["kept"]


def test_links_that_are_no_web_addresses_are_dropped() -> None:
    for address in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://"):
        feed = f"<rss version='2.0'><channel><item><title>T</title><link>{address}</link>"
        (item,) = read_feed(f"{feed}</item></channel></rss>".encode(), "feed", url="").items
        assert item.imprint.url == ""


def test_hostile_feeds_open_nothing_and_connect_to_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read me")
    read(RSS)  # what is imported late is imported now
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY l "lol">'
    bomb = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    feeds = [
        f'{entity}]><rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>',
        f"{entity}<!ENTITY l0 'lol'>{bomb}]><rss><channel><item><title>&l9;</title></item>",
        '<!DOCTYPE rss PUBLIC "-//x" "http://127.0.0.1:9/rss.dtd">' + RSS.partition("?>")[2],
        '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>' + RSS.partition("?>")[2],
        RSS.replace("<channel>", f'<channel xml:base="file://{secret}">'),
        str(secret),
        f"file://{secret}",
        "http://127.0.0.1:9/",
    ]
    with watched() as seen:
        for feed in feeds:
            try:
                texts = read(feed, url="")
            except NoFeed:
                continue
            assert "do not read me" not in "".join(texts)
            assert len("".join(texts)) < 10_000
    assert seen == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<",
        b"<!--",
        b"<!DOCTYPE rss [",
        b"<html><body>no</body></html>",
        b"<opml><body/></opml>",
        b"{}",
        b"{" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1"',
        b"PK\x03\x04",
        b"http://127.0.0.1/",
        bytes(1000),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NoFeed):
        read_feed(content, "feed")


@pytest.mark.parametrize(
    "content",
    [
        RSS[: RSS.index("Boats")],
        RSS.replace("</description>", ""),
        RSS.replace("&amp;", "&"),
        RSS.replace("Harbour to close", "\0\x01\ud800 Harbour".encode("utf-8", "replace").decode()),
        RSS.replace("Boats", "<div>" * 20_000),
        RSS.replace("Boats", "<table><tr><td>" * 5_000),
        RSS.replace("Boats", "a" * 500_000),
        RSS.replace("<item>", "<item>" * 500),
    ],
)
def test_broken_feeds_bring_what_there_is(content: str) -> None:
    assert any("Harbour" in text for text in read(content))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "url", "title", "content_html", "authors", "name", "items", "tags"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(json_values, max_size=4), json_values)
def test_a_json_feed_of_wrong_types_costs_no_more_than_itself(
    items: list[object], authors: object
) -> None:
    feed = {"version": "https://jsonfeed.org/version/1", "items": items, "authors": authors}
    found = read_feed(json.dumps(feed).encode(), "feed")
    assert len(found.items) == sum(isinstance(item, dict) for item in items)
    for item in found.items:
        item.text.encode("utf-8")


@given(st.binary(max_size=300), st.integers(0, len(RSS)))
def test_any_bytes_in_a_feed_are_put_up_with(junk: bytes, at: int) -> None:
    content = RSS.encode()
    try:
        found = read_feed(content[:at] + junk + content[at:], "feed")
    except NoFeed:
        return
    for item in found.items:
        item.text.encode("utf-8")


def test_a_feed_as_a_file_is_as_many_articles() -> None:
    articles = list(articles_in(RSS.encode(), "tide.xml"))
    assert [one.name for one in articles if isinstance(one, RawArticle)] == [
        "tide.xml#1", "tide.xml#2",
    ]  # fmt: skip
    assert all(one.imprint.outlet == "Tide & Harbour" for one in articles
               if isinstance(one, RawArticle))  # fmt: skip


def test_an_item_without_a_word_is_a_failure_among_the_others() -> None:
    feed = "<rss version='2.0'><channel><item><category>x</category></item>"
    feed += "<item><title>One</title></item></channel></rss>"
    nothing, one = articles_in(feed.encode(), "tide.xml")
    assert isinstance(nothing, Failure)
    assert isinstance(one, RawArticle)


def test_pages_and_texts_are_not_taken_for_feeds() -> None:
    for content in (b"<html><rss></html>", b"<kml><feed/></kml>", b"rss <rss>", b"{}"):
        assert not is_feed(content)
        assert reader_of(content).format != "feed"
