"""Files within files: the failures among them, and what those around them state of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.protocol import Within


def read_part(within: Within, content: bytes, name: str, hints: Hints) -> Iterator[Item]:
    """The articles in a part of a file; where it cannot be read, the failure that says so."""
    try:
        yield from within(content, name, hints)
    except FileProblem as problem:
        yield Failure(Path(name), problem)


def stating(raw: Item, stated: Imprint) -> Item:
    """`raw`, if it is an article, with what somebody else states of it.

    What it states itself fills the gaps. A headline that does not open the text is put above it,
    where it can be searched and cited.
    """
    if not isinstance(raw, RawArticle):
        return raw
    own = raw.imprint
    merged = replace(
        own,
        outlet=stated.outlet or own.outlet,
        headline=stated.headline or own.headline,
        authors=stated.authors or own.authors,
        published=stated.published or own.published,
        url=stated.url or own.url,
        language=stated.language or own.language,
    )
    text = raw.source_text
    if merged.headline and merged.headline not in text[: 2 * len(merged.headline) + 400]:
        text = f"{merged.headline}\n\n{text}"
    return replace(raw, imprint=merged, source_text=text)
