"""How a query was read, in one line for the reader.

The line is a clause, not a text: only the window knows in which language it is to be said.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from summit_reader.domain.clause import Clause, Fact, Month, clause
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
    Property,
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
    Place.TITLE: "{words} in headlines",
    Place.SAID: "{words} in quotations",
    Place.SPEAKER: "{words} as speaker",
    Place.OUTLET: "{words} as outlet",
    Place.COMMENTS: "{words} in comments",
    Place.REMOVED: "{words} in removed text",
}
_IS = {
    Property.COUNTRY: "country {values}",
    Property.LANGUAGE: "language {values}",
    Property.ROLE: "role {values}",
    Property.HAS: "has {values}",
    Property.IN: "in {values}",
}
_AND = "{first} and {rest}"
_OR = "{first} or {rest}"


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


def understood(query: Query) -> Clause:
    """The query in words.

    >>> from summit_reader.index.parsing import parse
    >>> str(understood(parse('kim -"will not" date:2019-04').tree))
    'kim and not “will not” exactly and published in April 2019'
    """
    said = _said(query)
    return said if isinstance(said, Clause) else clause("{words}", words=said)


def _said(query: Query, *, inner: bool = False) -> Fact:
    if isinstance(query, AllOf | AnyOf):
        parts = [_said(part, inner=True) for part in query.parts[:_MOST_PARTS]]
        if len(query.parts) > _MOST_PARTS:
            parts.append(clause("{count} more", count=len(query.parts) - _MOST_PARTS))
        joined = _joined(_AND if isinstance(query, AllOf) else _OR, parts)
        return clause("({inside})", inside=joined) if inner else joined
    if isinstance(query, Not):
        return clause("not {part}", part=_said(query.part, inner=True))
    if isinstance(query, OneTake):
        return _said(query.part, inner=inner)
    if isinstance(query, Valued):
        return clause(_IS[query.property], values=_joined(_OR, query.values))
    if isinstance(query, Dated):
        return _period(query)
    words = _leaf(query)
    return words if query.place is Place.ANYWHERE else clause(_WHERE[query.place], words=words)


def _joined(how: str, parts: Sequence[Fact]) -> Fact:
    *before, said = parts
    for part in reversed(before):
        said = clause(how, first=part, rest=said)
    return said


def _leaf(leaf: Leaf) -> Fact:
    if isinstance(leaf, Term):
        return _joined(_OR, (leaf.text, *leaf.variants))
    if isinstance(leaf, Prefix):
        return clause("words that begin with “{begun}”", begun=leaf.text)
    if isinstance(leaf, Wildcard):
        return clause("words like “{pattern}”", pattern=leaf.pattern)
    return _similar(leaf) if isinstance(leaf, Fuzzy) else _phrase(leaf)


def _similar(leaf: Fuzzy) -> Clause:
    if leaf.distance == 1:
        return clause("words within one letter of “{word}”", word=leaf.text)
    return clause(
        "words within {letters} letters of “{word}”", letters=leaf.distance, word=leaf.text
    )


def _phrase(leaf: Phrase) -> Clause:
    words = " ".join(leaf.words)
    if leaf.gap:
        return clause("“{words}” at most {count} words apart", words=words, count=leaf.gap)
    return clause("“{words}” exactly" if leaf.printed else "“{words}”", words=words)


def _period(dated: Dated) -> Clause:
    first, last = dated.first, dated.last
    if first is None or last is None:
        if first is not None:
            return clause("published from {first}", first=first)
        return clause("published until {last}", last=last) if last else clause("published")
    if first == last:
        return clause("published on {day}", day=first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.year, first.month) == (last.year, last.month):
            return clause("published in {month}", month=Month(first))
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return clause("published in {year}", year=str(first.year))
    return clause("published from {first} to {last}", first=first, last=last)
