"""Which parts of a query one and the same quotation has to answer.

`speaker:lankov said:flour` asks for a take in which Lankov speaks of flour, not for an article in
which he speaks and somebody mentions flour. Whatever stands together and is a matter of takes is
therefore gathered: beside something that a take must be, what it must not be belongs to it as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summit_reader.index.query import (
    LEAVES,
    AllOf,
    AnyOf,
    Not,
    OneTake,
    Place,
    Property,
    Query,
    Valued,
    joined,
)

_OF_TAKES = {Place.SAID, Place.SPEAKER}


def gathered(query: Query) -> Query:
    """The query with `OneTake` around each group of parts that a single take has to answer."""
    return _settled(*_gathered(query))


def _settled(found: Query, is_of_takes: bool) -> Query:  # noqa: FBT001 - what `_gathered` gives
    return OneTake(found, found.span) if is_of_takes else found


def takes_asked_for(query: Query, *, negated: bool = False) -> Iterator[Query]:
    """The parts that single takes have to answer, those that are excluded left out."""
    if isinstance(query, Not):
        yield from takes_asked_for(query.part, negated=not negated)
    elif isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from takes_asked_for(part, negated=negated)
    elif isinstance(query, OneTake) and not negated:
        yield query.part


def _gathered(query: Query) -> tuple[Query, bool]:
    """The query, gathered inside, and whether a single take has to answer all of it."""
    if isinstance(query, Not):
        return replace(query, part=gathered(query.part)), False
    if isinstance(query, AnyOf):
        parts = [_gathered(part) for part in query.parts]
        if all(is_of_takes for _, is_of_takes in parts):
            return replace(query, parts=tuple(part for part, _ in parts)), True
        return replace(query, parts=tuple(_settled(*part) for part in parts)), False
    if isinstance(query, AllOf):
        return _together(query)
    if isinstance(query, Valued):
        return query, query.property is Property.ROLE
    return query, isinstance(query, LEAVES) and query.place in _OF_TAKES


def _together(query: AllOf) -> tuple[Query, bool]:
    of_takes: list[Query] = []
    others: list[Query] = []
    excluded: list[Not] = []
    for part in query.parts:
        # Each part is gathered once: brackets within brackets would double the work otherwise.
        found, is_of_takes = _gathered(part.part if isinstance(part, Not) else part)
        if isinstance(part, Not):
            (excluded if is_of_takes else others).append(replace(part, part=found))
        else:
            (of_takes if is_of_takes else others).append(found)
    if not of_takes:
        apart = (replace(each, part=_settled(each.part, is_of_takes=True)) for each in excluded)
        return replace(query, parts=(*others, *apart)), False
    one = joined(AllOf, [*of_takes, *excluded])
    if not others:
        return one, True
    return replace(query, parts=(OneTake(one, one.span), *others)), False
