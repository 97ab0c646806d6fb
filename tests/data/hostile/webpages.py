"""Hostile pages and feeds."""

from __future__ import annotations

from summit_reader.domain.errors import FileProblem
from tests.data.documents import HEADLINE, LONG
from tests.data.hostile.archives import ENTITY_BOMB, EXTERNAL_ENTITY
from tests.data.hostile.kinds import Kind

BODY = f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{one}</p>" for one in LONG * 3)
ANYTHING = (FileProblem,)
"""Who reads pages and feeds decides what is an error; that it is one of ours is asked here."""


def _page(inside: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{inside}</body></html>".encode()


def _feed(inside: str, doctype: str = "") -> bytes:
    feed = f'<rss version="2.0"><channel>{inside}</channel></rss>'
    return f'<?xml version="1.0"?>{doctype}{feed}'.encode()


ITEM = f"<item><title>{HEADLINE}</title><description>{LONG[0]}</description></item>"

WEBPAGES = (
    Kind(
        "page of 3,000 tables in tables", lambda: _page("<table><tr><td>" * 3_000 + BODY), ANYTHING
    ),
    Kind("page of 20,000 divisions in divisions", lambda: _page("<div>" * 20_000 + BODY), ANYTHING),
    Kind(
        "page of 100,000 paragraphs",
        lambda: _page("<p>word</p>" * 100_000),
        ANYTHING,
        needs_deadline=True,
    ),
    Kind("page with a comment without end", lambda: _page(f"{BODY}<!-- {BODY}"), ANYTHING),
    Kind(
        "page with an attribute of 4 MB",
        lambda: _page(f"<p title='{'x' * 2**22}'>{BODY}"),
        ANYTHING,
    ),
    Kind(
        "page that lies about its encoding", lambda: _page(BODY, "<meta charset=utf-16>"), ANYTHING
    ),
    Kind("page of scripts without end", lambda: _page(BODY + "<script>" * 50_000), ANYTHING),
    Kind("page with an entity bomb", lambda: ENTITY_BOMB.encode() + _page(f"{BODY}&i;"), ANYTHING),
    Kind("feed with an entity bomb", lambda: _feed(ITEM + "&i;", ENTITY_BOMB), ANYTHING),
    Kind("feed with an external entity", lambda: _feed(ITEM + "&x;", EXTERNAL_ENTITY), ANYTHING),
    Kind("feed that is cut short", lambda: _feed(ITEM)[:-30], ANYTHING),
    Kind(
        "list of feeds nested 10,000 deep",
        lambda: b"<opml><body>" + b"<outline>" * 10_000,
        ANYTHING,
    ),
)
