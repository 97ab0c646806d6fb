"""What a page prints beside its article: other stories it offers, and what its readers wrote."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class RelatedItem:
    """Another story that the page leads to, as printed there; what it does not print is empty.

    `section` is the heading it runs under ("The Explainer"), `source` its place in the source text.
    """

    headline: str
    source: Span
    section: str = ""
    author: str = ""
    summary: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ReaderComment:
    """What a reader wrote under the article; `written` is the date as printed."""

    text: str
    source: Span
    author: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class SetApart:
    """All of it, in the order of the page."""

    related: tuple[RelatedItem, ...] = ()
    comments: tuple[ReaderComment, ...] = ()
