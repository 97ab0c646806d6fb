"""Pages as outlets make them, and what becomes of them."""

from __future__ import annotations

import json

from summit_reader.bootstrap import draft_of
from summit_reader.domain.article import ArticleDraft, Hints, RawArticle
from summit_reader.domain.passage import PassageKind
from summit_reader.intake.reader import all_of, articles_in

STORM = (
    "The harbour of Northam was closed on Monday because of the storm, and no ferry left it.",
    "“We have never seen waves like these,” said Ann Lee, who has run the ferry for ten years.",
    "The mayor, Tom Roe, told reporters that the sea wall had held in spite of the damage.",
    "Repairs will take at least two weeks, the harbour office said in a statement on Tuesday.",
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry stops in the storm",
    "description": "No boats leave Northam.",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "Max Doe"}],
    "datePublished": "2024-03-04T23:30:00-05:00",
    "publisher": {"@type": "Organization", "name": "The Tide"},
    "articleSection": "Region",
    "isAccessibleForFree": False,
}


def page(
    *paragraphs: str,
    head: str = "",
    linked: object = None,
    title: str = "",
    lang: str = "en",
    encoding: str = "utf-8",
) -> bytes:
    """A page as an outlet makes it, with menus around the article."""
    data = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    body = "".join(f"<p>{text}</p>" for text in paragraphs or STORM)
    heading = f"<h1>{title}</h1>" if title else ""
    markup = (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>{title} | The Tide</title>{head}{data}'
        f'</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article>{heading}{body}</article><footer>Imprint, contact</footer></body></html>"
    )
    return markup.encode(encoding)


def read(content: bytes, name: str = "page.html", hints: Hints = Hints()) -> RawArticle:  # noqa: B008 - frozen
    (raw,) = all_of(articles_in(content, name, hints))
    return raw


def draft(content: bytes, hints: Hints = Hints()) -> ArticleDraft:  # noqa: B008 - frozen
    return draft_of(read(content, hints=hints))


def passages(article: ArticleDraft, kind: PassageKind) -> list[str]:
    return [one.cleaned.of(article.cleaned.text) for one in article.passages if one.kind is kind]
