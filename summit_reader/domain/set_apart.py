"""What a page prints beside its article: other stories, what readers wrote, and the rest."""

from __future__ import annotations

from dataclasses import dataclass

from summit_reader.domain.passage import RemovedRange
from summit_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class RelatedItem:
    """Another story that the page leads to, as printed there; what it does not print is empty.

    `section` is the heading it runs under ("The Explainer"), `source` its place in the source text
    and `ranges` the removed ranges it was read from.
    """

    headline: str
    source: Span
    section: str = ""
    author: str = ""
    summary: str = ""
    url: str = ""
    ranges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ReaderComment:
    """What a reader wrote under the article; `written` is the date as printed.

    `source` and `ranges` are as in `RelatedItem`.
    """

    text: str
    source: Span
    author: str = ""
    written: str = ""
    ranges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SetApart:
    """All of it, in the order of the page; `removed` is what is neither of the others.

    What was restored is among `removed`, whatever it was before.
    """

    related: tuple[RelatedItem, ...] = ()
    comments: tuple[ReaderComment, ...] = ()
    removed: tuple[RemovedRange, ...] = ()
