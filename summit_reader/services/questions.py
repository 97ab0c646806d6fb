"""The question that a new point is proposed with, from words that stand somewhere already."""

from __future__ import annotations

import re

from summit_reader.domain.point import PointOrigin
from summit_reader.index.parsing import parse
from summit_reader.index.query import Leaf, Place, leaves

LONGEST = 120
"""Characters of a proposed question; a longer text is cut between words."""

_AROUND = " \t\n\"'“”„«»‘’‹›•–—-.,;:…"
_SIGNS = re.compile(r"~\d*|[\"*?()“”„]")
_LEAD = re.compile(r"^(?:q|question|frage)\s?[:.]\s", re.IGNORECASE)


def question_from(words: str, origin: PointOrigin) -> str:
    """The words as a question to set takes side by side on; empty if nothing of them is left.

    Marks around them and a final stop go; a question mark stays. Of a search, only what it looks
    for is kept: no fields, no signs, nothing that is excluded.
    """
    if origin is PointOrigin.SEARCH:
        words = _looked_for(words)
    elif origin is PointOrigin.HEADING:
        words = _LEAD.sub("", words.strip())
    asked = " ".join(words.split()).strip(_AROUND)
    return asked if len(asked) <= LONGEST else _cut(asked)


def _cut(text: str) -> str:
    """The beginning, up to the end of its first sentence or between two words."""
    kept = text[: LONGEST + 1]
    stop = max(kept.rfind(". "), kept.rfind("? ") + 1, kept.rfind("! "))
    if stop > LONGEST // 3:
        return kept[:stop].rstrip(_AROUND)
    return (kept.rsplit(" ", 1)[0] if " " in kept else kept[:LONGEST]).rstrip(_AROUND)


def _looked_for(query: str) -> str:
    """The words of a query that texts are to have, as they were typed."""
    tree = parse(query).tree
    found = (
        [] if tree is None else [leaf for leaf in leaves(tree) if leaf.place is not Place.OUTLET]
    )
    return " ".join(dict.fromkeys(_typed(leaf, query) for leaf in found))


def _typed(leaf: Leaf, query: str) -> str:
    bare = _SIGNS.sub(" ", leaf.span.of(query).rpartition(":")[2])
    return " ".join(bare.split())
