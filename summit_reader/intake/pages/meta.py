"""What a page says of its article in its head and mark-up: OpenGraph, meta elements, headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from summit_reader.intake.characters import sound

_MOST_META = 400
_LONGEST = 2_000
"""Characters of a value; a longer one is none of those that are read."""

HEADLINES = ("og:title", "twitter:title", "dc.title", "citation_title", "title")
DESCRIPTIONS = ("og:description", "description", "twitter:description")
PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article.published", "article:published", "citation_publication_date", "citation_date",
    "article_date_original", "originalpublicationdate", "bt:pubdate", "last-modified",
)  # fmt: skip
AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author",
    "dc.creator", "dc.contributor", "dcterms.creator", "cxenseparse:author", "citation_author",
    "authors", "byl", "twitter:creator:name", "article:author_name",
)  # fmt: skip
SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:app:name:iphone")
SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "dc.subject")
PAYWALL = ("article:content_tier", "cxenseparse:pageclass", "is_paid_content")
_PAID = frozenset({"locked", "metered", "paid", "premium"})


@dataclass(frozen=True, slots=True)
class Head:
    """A page's meta elements by name in small letters, and what else it says of itself."""

    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    headings: tuple[str, ...] = ()
    canonical: str = ""
    language: str = ""
    times: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()

    def first(self, names: tuple[str, ...]) -> str:
        """The first value under the first of `names` that has one."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")

    @property
    def is_paid(self) -> bool:
        """Whether the page says that its article is not free."""
        return any(self.first((name,)).casefold() in _PAID for name in PAYWALL[:1])


def head_of(tree: Any) -> Head:  # noqa: ANN401 - lxml has no types
    """What the page parsed as `tree` says of itself."""
    meta: dict[str, list[str]] = {}
    for number, element in enumerate(tree.iter("meta")):
        if number == _MOST_META:
            break
        value = _line(element.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().casefold()
            if name and value:
                meta.setdefault(name, []).append(value)
    return Head(
        meta={name: tuple(values) for name, values in meta.items()},
        title=next(_texts(tree, ".//title"), ""),
        headings=tuple(_texts(tree, ".//h1")),
        canonical=_canonical(tree),
        language=_line(tree.get("lang"))
        or _line(tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
        times=tuple(_line(one.get("datetime")) for one in tree.iterfind(".//time[@datetime]")),
        authors=tuple(_texts(tree, ".//a[@rel='author']")),
    )


def _canonical(tree: Any) -> str:  # noqa: ANN401 - as above
    for element in tree.iterfind(".//link[@rel='canonical']"):
        return _line(element.get("href"))
    return ""


def _texts(tree: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - as above
    for element in tree.iterfind(path):
        text = _line("".join(element.itertext()))
        if text:
            yield text


def _line(value: str | None) -> str:
    """A value in one line; empty if it is too long to be one."""
    if not value or len(value) > _LONGEST:
        return ""
    return " ".join(sound(value).split())
