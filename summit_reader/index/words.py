"""A word or a phrase of the query, with its stars, question marks and tildes."""

from __future__ import annotations

import re

from summit_reader.domain.clause import Clause, clause
from summit_reader.domain.spans import Span
from summit_reader.index.abbreviations import spelt_out
from summit_reader.index.analyzer import terms
from summit_reader.index.lexing import MINUS_SIGNS, QUOTES
from summit_reader.index.query import (
    MOST_GAP,
    AllOf,
    AnyOf,
    Fuzzy,
    Phrase,
    Place,
    Prefix,
    Query,
    Term,
    Wildcard,
    joined,
)

SHORTEST_PREFIX = 2
"""Letters that a word with stars must have; `s*` would be half the dictionary."""

MOST_STARS = 3
"""Stars inside one word; each multiplies the work of comparing a word with it."""

MOST_DISTANCE = 2
"""Letters by which similar words differ; beyond it, everything is similar to everything."""


_TILDE = re.compile(r"([^~]*[^\W_])~(\d?)(?!.*~)\W*", re.DOTALL)
_SHAPE = re.compile(r"(?P<head>.*[^\w*?])??(?P<shape>[\w*?]*(?:\*|\?(?=\w))[\w*?]*)\W*", re.DOTALL)
_WILD = re.compile(r"\*+|\?")
_SHORT_WORD = 5


def word_of(printed: str, place: Place, span: Span) -> Query | Clause | None:
    """What a word stands for: nothing if there are no letters in it, or a clause on its fault."""
    tilde = _TILDE.fullmatch(printed)
    if tilde is not None:
        return _similar(tilde[1], tilde[2], place, span)
    if "*" in printed or "?" in printed:
        shape = _SHAPE.fullmatch(printed.rstrip("?"))
        if shape is not None:
            return _shaped(shape["head"] or "", shape["shape"], place, span)
    found = terms(printed)
    if not found:
        return None
    full = spelt_out(printed, found[0]) if len(found) == 1 and place is Place.ANYWHERE else ()
    if full:
        spelt = Phrase(full, printed=True, variant=True, span=span)
        return AnyOf((Term(found[0], place, span=span), spelt), span)
    return _row(found, place, span)


def phrase_of(quoted: str, gap: int, place: Place, span: Span) -> Query | None:
    """The words between two quotation marks; None if there are none."""
    found = tuple(terms(quoted))
    if not found:
        return None
    return Phrase(found, printed=True, place=place, gap=min(gap, MOST_GAP), span=span)


def is_unfinished(printed: str) -> bool:
    """Whether it is nothing but signs of the query language, as they stand while one types."""
    return all(sign.isspace() or sign in QUOTES + MINUS_SIGNS for sign in printed)


def distance_for(word: str) -> int:
    """How many letters of a word may be mistaken."""
    return 1 if len(word) <= _SHORT_WORD else MOST_DISTANCE


def _similar(printed: str, distance: str, place: Place, span: Span) -> Query | Clause:
    if distance and not 1 <= int(distance) <= MOST_DISTANCE:
        return clause("similar words differ in 1 or {most} letters", most=MOST_DISTANCE)
    found = terms(printed)
    if not found:
        return clause("there is no word in it")
    last = found.pop()
    similar = Fuzzy(last, int(distance) if distance else distance_for(last), place, span)
    return joined(AllOf, [_row(found, place, span), similar]) if found else similar


def _shaped(head: str, shape: str, place: Place, span: Span) -> Query | Clause:
    pattern = "".join(
        "*" if piece.startswith("*") else piece if piece == "?" else "".join(terms(piece))
        for piece in re.split(r"(\*+|\?)", shape)
        if piece
    )
    letters = _WILD.sub("", pattern)
    if not letters:
        return clause("a star needs letters before it")
    if pattern[0] in "*?":
        return clause("a word cannot begin with * or ?")
    if len(letters) < SHORTEST_PREFIX:
        return clause("a star needs {least} letters at least", least=SHORTEST_PREFIX)
    if pattern.count("*") > MOST_STARS:
        return clause("a word can hold {most} stars at most", most=MOST_STARS)
    is_beginning = _WILD.search(pattern[:-1]) is None
    wild: Query = Prefix(letters, place, span) if is_beginning else Wildcard(pattern, place, span)
    before = terms(head)
    return joined(AllOf, [_row(before, place, span), wild]) if before else wild


def _row(found: list[str], place: Place, span: Span) -> Query:
    if len(found) == 1:
        return Term(found[0], place, span=span)
    return Phrase(tuple(found), printed=False, place=place, span=span)
