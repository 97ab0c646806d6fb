from __future__ import annotations

import pytest

from summit_reader.domain.feed import FeedCandidate
from summit_reader.intake.feeds.links import feeds_named_in

PAGE = b"""<!doctype html><html><head><base href="/en/">
<link rel="stylesheet" type="text/css" href="x.css">
<link rel="alternate" hreflang="de" href="/de/">
<link rel="Alternate" type="application/rss+xml; charset=utf-8" title="News &amp; more" href="rss">
<link rel="alternate feed" type="application/atom+xml" href="https://other.example/atom">
<link rel="alternate" type="application/rss+xml" href="rss">
<link rel="alternate" type="application/feed+json" href="javascript:x">
</head><body></body></html>"""


def test_a_page_names_its_feeds() -> None:
    assert feeds_named_in(PAGE, "https://tide.example/a/b") == (
        FeedCandidate("https://tide.example/en/rss", "News & more"),
        FeedCandidate("https://other.example/atom", ""),
    )


@pytest.mark.parametrize("page", [b"", b"\0", b"<", b"plain", b"<div>" * 100_000, b"\xff\xfe<html"])
def test_a_page_that_names_none_is_no_trouble(page: bytes) -> None:
    assert feeds_named_in(page, "https://tide.example/") == ()
