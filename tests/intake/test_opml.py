from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.feed import ListedFeed
from summit_reader.domain.fetch_errors import FeedsToFollow, NoFeedList
from summit_reader.intake.feeds.fragments import line_of_text
from summit_reader.intake.feeds.opml import feeds_listed_in, opml_of
from summit_reader.intake.reader import articles_in

OPML = """<?xml version="1.0" encoding="{0}"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Asie &amp; côté">
  <outline text="Korea"><outline text="Tide" xmlUrl="https://tide.example/f?a=1&amp;b=2"/></outline>
  <outline type="rss" title="Été" xmlUrl="feed://post.example/f"/>
</outline>
<outline text="Bad" xmlUrl="javascript:alert(1)"/>
<outline text="Again" xmlUrl="https://tide.example/f?a=1&amp;b=2"/>
</body></opml>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "utf-8-sig", "cp1252"])
def test_a_list_is_read_with_its_folders_in_any_encoding(encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    found = feeds_listed_in(OPML.format(declared).encode(encoding), "mine.opml")
    assert found == (
        ListedFeed("https://tide.example/f?a=1&b=2", "Tide", ("Asie & côté", "Korea")),
        ListedFeed("http://post.example/f", "Été", ("Asie & côté",)),
    )


def test_a_wrong_declaration_is_put_up_with() -> None:
    found = feeds_listed_in(OPML.format("utf-8").encode("cp1252"), "mine.opml")
    assert found[1].title == "Été"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<opml/>", b"<rss/>", b"http://127.0.0.1/", b"<opml><body><outline text='x'/>",
        b"<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><opml><body>&x;</body></opml>",
    ],
)  # fmt: skip
def test_what_names_no_feed_is_no_list(content: bytes) -> None:
    with pytest.raises(NoFeedList):
        feeds_listed_in(content, "mine.opml")


def test_folders_too_deep_to_be_meant_are_cut() -> None:
    deep = "<outline text='f'>" * 3_000 + "<outline text='x' xmlUrl='https://e.example/'/>"
    (feed,) = feeds_listed_in(f"<opml><body>{deep}".encode(), "deep.opml")
    assert len(feed.folders) < 20


names = st.text(max_size=20).map(line_of_text).filter(bool)
listed = st.builds(
    ListedFeed,
    url=st.integers(0, 9).map(lambda n: f"https://f{n}.example/?a=1&b=<{n}>"),
    title=names,
    folders=st.lists(names, max_size=3).map(tuple),
)


@given(st.lists(listed, min_size=1, max_size=8, unique_by=lambda feed: feed.url), names)
def test_what_is_written_is_read_again(feeds: list[ListedFeed], title: str) -> None:
    again = feeds_listed_in(opml_of(feeds, title), "mine.opml")
    assert sorted(again, key=lambda feed: feed.url) == sorted(feeds, key=lambda feed: feed.url)


def test_a_list_offered_as_a_text_says_what_to_do_with_it() -> None:
    with pytest.raises(FeedsToFollow, match="feeds add"):
        list(articles_in(OPML.format("utf-8").encode(), "mine.opml"))
