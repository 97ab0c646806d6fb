"""What a reader types into the search field, read as a tree of words.

The language: words stand for AND; `OR`, `NOT` and `-` in capitals or before a word; brackets;
"phrases" as printed; `sanct*` for beginnings of printed words. A word that holds a hyphen or an
apostrophe is several words in a row (`Jong-un`), stems allowed; `US` in capitals is also the United
States. Text is read while it is being
typed, so that whatever is unfinished or unbalanced is read as if it were closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summit_reader.domain.errors import QueryProblem
from summit_reader.index.abbreviations import spelt_out
from summit_reader.index.analyzer import terms

LONGEST_QUERY = 1_000
"""Characters that are read; what is pasted beyond them is left out."""

DEEPEST = 25
"""Brackets in one another that are told apart; those further in are overlooked."""

SHORTEST_PREFIX = 2
"""Letters before a star; `s*` would be half the dictionary and is read as the word `s`."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, in its printed form or any other of its stem."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; `printed` allows no other forms of them.

    A `variant` says what was typed in other words, and so never ranks as the form that was typed.
    """

    words: tuple[str, ...]
    printed: bool
    variant: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every printed word that begins like this."""

    text: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part matches, wherever in the article."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part matches."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not match."""

    part: Query


Leaf = Term | Phrase | Prefix
Query = Leaf | AllOf | AnyOf | Not

_QUOTES = '"“”„‟«»＂'
# Narrow no-break spaces group the digits of a number, so that they part no words here.
_SPACE = r"[^\S\xa0\u202f\u2009]"
_LEXEME = re.compile(
    rf"(?P<phrase>[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]?)"
    r"|(?P<open>\()|(?P<close>\))"
    r"|(?P<minus>[-–−](?=[^\s\-–−]))"
    rf"|(?P<word>(?:(?!{_SPACE})[^(){_QUOTES}])+)"
)


@dataclass(slots=True)
class _Bracket:
    """What stands in a bracket so far: alternatives, each a list of parts."""

    negated: bool
    alternatives: list[list[Query]] = field(default_factory=lambda: [[]])

    def add(self, part: Query | None, *, negated: bool) -> None:
        if part is not None:
            self.alternatives[-1].append(_negation(part) if negated else part)

    def query(self) -> Query | None:
        groups = [_joined(AllOf, parts) for parts in self.alternatives if parts]
        return _joined(AnyOf, groups) if groups else None


class _Reading:
    """How far a query is read: the brackets that are open, and whether a NOT waits for its word."""

    def __init__(self) -> None:
        self._brackets = [_Bracket(negated=False)]
        self._overlooked = 0
        self._negated = False
        self.puzzling = False

    def take(self, kind: str | None, printed: str, quoted: str | None) -> None:
        """Read the next lexeme."""
        if kind == "minus" or printed == "NOT":
            self._negated = not self._negated
            return
        if kind == "open":
            self._enter()
        elif kind == "close":
            self._leave()
        elif printed == "OR":
            self._brackets[-1].alternatives.append([])
        elif printed != "AND":
            part = _word(printed) if quoted is None else _phrase(quoted)
            self.puzzling |= part is None and not _unfinished(printed)
            self._brackets[-1].add(part, negated=self._negated)
        self._negated = False

    def query(self) -> Query | None:
        """All of it, open brackets closed."""
        while len(self._brackets) > 1:
            self._leave()
        return self._brackets[0].query()

    def _enter(self) -> None:
        if len(self._brackets) > DEEPEST:
            self._overlooked += 1
        else:
            self._brackets.append(_Bracket(self._negated))

    def _leave(self) -> None:
        if self._overlooked:
            self._overlooked -= 1
        elif len(self._brackets) > 1:
            bracket = self._brackets.pop()
            self._brackets[-1].add(bracket.query(), negated=bracket.negated)


def parse(text: str) -> Query | None:
    """The query that `text` stands for; None where nothing is asked yet.

    Raises:
        QueryProblem: if characters were typed and no word can be made of them.
    """
    text = text[:LONGEST_QUERY]
    reading = _Reading()
    for lexeme in _LEXEME.finditer(text):
        reading.take(lexeme.lastgroup, lexeme.group(), lexeme["quoted"])
    query = reading.query()
    if query is None and reading.puzzling:
        shown = text.encode("utf-8", "backslashreplace").decode()
        raise QueryProblem(query=shown, reason="there is no word in it")
    return query


def leaves(query: Query, *, negated: bool = False) -> Iterator[Leaf]:
    """The words and phrases that are looked for, each once a place; excluded ones left out."""
    if isinstance(query, Not):
        yield from leaves(query.part, negated=not negated)
    elif isinstance(query, AllOf | AnyOf):
        for part in query.parts:
            yield from leaves(part, negated=negated)
    elif not negated:
        yield query


def _phrase(quoted: str) -> Query | None:
    found = tuple(terms(quoted))
    return Phrase(found, printed=True) if found else None


def _word(printed: str) -> Query | None:
    found = terms(printed)
    if not found:
        return None
    if printed.endswith("*") and printed[-2].isalnum() and len(found[-1]) >= SHORTEST_PREFIX:
        beginning = Prefix(found.pop())
        return _joined(AllOf, [_row(found), beginning]) if found else beginning
    full = spelt_out(printed, found[0]) if len(found) == 1 else ()
    if full:
        return AnyOf((Term(found[0]), Phrase(full, printed=True, variant=True)))
    return _row(found)


def _row(found: list[str]) -> Query:
    return Term(found[0]) if len(found) == 1 else Phrase(tuple(found), printed=False)


def _unfinished(printed: str) -> bool:
    """Whether it is nothing but signs of the query language, as they stand while one types."""
    return all(sign.isspace() or sign in _QUOTES + "-–−*" for sign in printed)


def _negation(part: Query) -> Query:
    return part.part if isinstance(part, Not) else Not(part)


def _joined(kind: type[AllOf | AnyOf], parts: list[Query]) -> Query:
    """The parts joined, nested ones of the same kind lifted, repetitions left out."""
    flat: dict[Query, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else kind(tuple(flat))
