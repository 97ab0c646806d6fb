"""A query as a tree: what is looked for, where, and which characters asked for it.

The tree is what the reader said. What of the index answers it is decided in `compiling`; the line
that explains it is made in `wording`. Two nodes are equal if they mean the same: where they stand
in the text does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from summit_reader.domain.spans import Span

_NOWHERE = Span(0, 0)


MOST_GAP = 10
"""Words that may stand between two words of a phrase. Further apart they are not near: the index
keeps passages so far from one another that no phrase reaches from one into the next."""


class Place(StrEnum):
    """Which words of an article are looked at."""

    ANYWHERE = "anywhere"
    TITLE = "title"
    SAID = "said"
    SPEAKER = "speaker"
    OUTLET = "outlet"
    COMMENTS = "comments"
    REMOVED = "removed"


class Property(StrEnum):
    """What an article is besides its words."""

    COUNTRY = "country"
    LANGUAGE = "language"
    ROLE = "role"
    HAS = "has"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Term:
    """One word, in its printed form or any other of its stem.

    `variants` are other spellings of it, which count as much.
    """

    text: str
    place: Place = Place.ANYWHERE
    variants: tuple[str, ...] = ()
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; `printed` allows no other forms of them.

    Up to `gap` other words may stand between each and the next; two words may then change places.
    A `variant` says what was typed in other words, and so never ranks as the form that was typed.
    """

    words: tuple[str, ...]
    printed: bool
    place: Place = Place.ANYWHERE
    gap: int = 0
    variant: bool = False
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every printed word that begins like this."""

    text: str
    place: Place = Place.ANYWHERE
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Every printed word of this shape: * stands for any letters, ? for one."""

    pattern: str
    place: Place = Place.ANYWHERE
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every printed word with the same first letter and at most `distance` letters otherwise."""

    text: str
    distance: int
    place: Place = Place.ANYWHERE
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Valued:
    """The property has one of these values."""

    property: Property
    values: tuple[str, ...]
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """Published from `first` to `last`, both included; None leaves that side open."""

    first: date | None
    last: date | None
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part matches."""

    parts: tuple[Query, ...]
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part matches."""

    parts: tuple[Query, ...]
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not match."""

    part: Query
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class OneTake:
    """One and the same take of the article matches the part; made by `quotations`, not typed."""

    part: Query
    span: Span = field(default=_NOWHERE, compare=False)


Leaf = Term | Phrase | Prefix | Wildcard | Fuzzy
Query = Leaf | Valued | Dated | AllOf | AnyOf | Not | OneTake

LEAVES = (Term, Phrase, Prefix, Wildcard, Fuzzy)


def leaves(query: Query, *, negated: bool = False) -> Iterator[Leaf]:
    """The words and phrases that are looked for, each once a place; excluded ones left out."""
    if isinstance(query, Not):
        yield from leaves(query.part, negated=not negated)
    elif isinstance(query, OneTake):
        yield from leaves(query.part, negated=negated)
    elif isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from leaves(part, negated=negated)
    elif isinstance(query, LEAVES) and not negated:
        yield query


def parts(query: Query) -> Iterator[Query]:
    """The words, phrases and properties that are asked for; excluded ones left out."""
    if isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from parts(part)
    elif isinstance(query, OneTake):
        yield from parts(query.part)
    elif not isinstance(query, Not):
        yield query


def changed(query: Query, change: Callable[[Leaf], Query]) -> Query:
    """The same tree with `change` made to every leaf."""
    if isinstance(query, Not | OneTake):
        return replace(query, part=changed(query.part, change))
    if isinstance(query, AllOf | AnyOf):
        return replace(query, parts=tuple(changed(part, change) for part in query.parts))
    return change(query) if isinstance(query, LEAVES) else query


def moved(query: Query, place: Place) -> Query:
    """The same tree with the words that may stand anywhere looked for in `place`."""

    def at_place(leaf: Leaf) -> Query:
        return replace(leaf, place=place) if leaf.place is Place.ANYWHERE else leaf

    return changed(query, at_place)


def negation(part: Query, span: Span) -> Query:
    """What matches where `part` does not."""
    return part.part if isinstance(part, Not) else Not(part, span)


def joined(kind: type[AllOf | AnyOf], parts: list[Query]) -> Query:
    """The parts joined, nested ones of the same kind lifted, repetitions left out."""
    flat: dict[Query, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
    if len(flat) == 1:
        return next(iter(flat))
    spans = [part.span for part in flat]
    return kind(tuple(flat), Span(min(s.start for s in spans), max(s.end for s in spans)))
