"""How a query was read, in one line for the reader."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice

from summit_reader.index.query import (
    AllOf,
    AnyOf,
    Dated,
    Fuzzy,
    Leaf,
    Not,
    OneTake,
    Phrase,
    Place,
    Prefix,
    Query,
    Term,
    Valued,
    Wildcard,
)

MOST_FORMS = 12
"""Forms that one line can name."""

_SCANNED = 400
"""Words of the index that are looked at before the most frequent of them are named."""

_MOST_PARTS = 20

Forms = Callable[[Leaf], Iterable[tuple[str, int]]]
"""Gives the words of the index a leaf stands for, with the number of articles that hold each."""

_WHERE = {
    Place.ANYWHERE: "",
    Place.TITLE: " in headlines",
    Place.SAID: " in quotations",
    Place.SPEAKER: " as speaker",
    Place.OUTLET: " as outlet",
    Place.COMMENTS: " in comments",
    Place.REMOVED: " in removed text",
}


def forms_looked_for(wanted: Sequence[Leaf], forms: Forms) -> tuple[str, ...]:
    """The words as typed and, most frequent first, their other forms that the index holds."""
    found: dict[str, None] = {}
    for leaf in wanted:
        if len(found) >= MOST_FORMS:
            break
        if isinstance(leaf, Phrase):
            found[" ".join(leaf.words)] = None
            continue
        if isinstance(leaf, Term):
            found[leaf.text] = None
        held = sorted(islice(forms(leaf), _SCANNED), key=lambda item: -item[1])
        found.update(dict.fromkeys(form for form, _ in held))
    return tuple(islice(found, MOST_FORMS))


def understood(query: Query) -> str:
    """The query in words.

    >>> from summit_reader.index.parsing import parse
    >>> understood(parse('kim -"will not" date:2019-04').tree)
    'kim and not “will not” exactly and published in April 2019'
    """
    return _said(query)


def _said(query: Query, *, inner: bool = False) -> str:
    if isinstance(query, AllOf | AnyOf):
        word = " and " if isinstance(query, AllOf) else " or "
        parts = [_said(part, inner=True) for part in query.parts[:_MOST_PARTS]]
        if len(query.parts) > _MOST_PARTS:
            parts.append(f"{len(query.parts) - _MOST_PARTS} more")
        text = word.join(parts)
        return f"({text})" if inner else text
    if isinstance(query, Not):
        return f"not {_said(query.part, inner=True)}"
    if isinstance(query, OneTake):
        return _said(query.part, inner=inner)
    if isinstance(query, Valued):
        return _value(query)
    if isinstance(query, Dated):
        return _period(query)
    return _leaf(query) + _WHERE[query.place]


def _leaf(leaf: Leaf) -> str:
    if isinstance(leaf, Term):
        return " or ".join((leaf.text, *leaf.variants))
    if isinstance(leaf, Prefix):
        return f"words that begin with “{leaf.text}”"
    if isinstance(leaf, Wildcard):
        return f"words like “{leaf.pattern}”"
    if isinstance(leaf, Fuzzy):
        letters = "one letter" if leaf.distance == 1 else f"{leaf.distance} letters"
        return f"words within {letters} of “{leaf.text}”"
    quoted = f"“{' '.join(leaf.words)}”"
    if leaf.gap:
        return f"{quoted} at most {leaf.gap} words apart"
    return f"{quoted} exactly" if leaf.printed else quoted


def _value(valued: Valued) -> str:
    return f"{valued.property.value} {' or '.join(valued.values)}"


def _period(dated: Dated) -> str:
    first, last = dated.first, dated.last
    if first is None or last is None:
        since = f" from {_day(first)}" if first else ""
        until = f" until {_day(last)}" if last else ""
        return f"published{since}{until}"
    if first == last:
        return f"published on {_day(first)}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.year, first.month) == (last.year, last.month):
            return f"published in {first:%B} {first.year}"
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return f"published in {first.year}"
    return f"published from {_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
