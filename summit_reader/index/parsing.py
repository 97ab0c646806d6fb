"""What a reader types into the search field, read as a tree.

The language: words stand for AND; `OR`, `NOT` in capitals and `-` before a word; brackets;
"phrases" as printed, `"a b"~5` for words near each other; `sanct*`, `wom?n`, `kremlin~`; fields
before a colon, which hold for a word, a phrase or a bracket. A word that holds a hyphen or an
apostrophe is several words in a row (`Jong-un`), stems allowed; `US` in capitals is also the
United States.

Text is read while it is being typed. Whatever is unfinished or wrong is left out or read as if it
were closed, and noted as a fault that points at its characters; whether a fault forbids searching
is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summit_reader.domain.clause import Clause, clause
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.search import QueryFault
from summit_reader.domain.spans import Span
from summit_reader.index.lexing import Kind, Lexeme, lexemes
from summit_reader.index.query import (
    AllOf,
    AnyOf,
    Leaf,
    Place,
    Prefix,
    Property,
    Query,
    Term,
    Valued,
    changed,
    joined,
    leaves,
    moved,
    negation,
)
from summit_reader.index.values import value_of
from summit_reader.index.words import is_unfinished, phrase_of, word_of

LONGEST_QUERY = 2_000
"""Characters that are read; what is pasted beyond them is left out."""

_SHOWN = 80
"""Characters of a query that a message repeats."""

DEEPEST = 25
"""Brackets in one another that are told apart; those further in are overlooked."""

_PLACES = {
    "title": Place.TITLE,
    "said": Place.SAID,
    "speaker": Place.SPEAKER,
    "outlet": Place.OUTLET,
}
_SCOPED_TO = {"comments": Place.COMMENTS, "removed": Place.REMOVED}


@dataclass(frozen=True, slots=True)
class Reading:
    """The tree a text was read as, None where nothing is asked yet, and what is wrong with it."""

    text: str
    tree: Query | None
    faults: tuple[QueryFault, ...]


@dataclass(slots=True)
class _Bracket:
    """What stands in a bracket so far: alternatives, each a list of parts."""

    opened: Span
    negation: Span | None
    field_name: str
    alternatives: list[list[Query]] = field(default_factory=lambda: [[]])
    operator: Lexeme | None = None

    def add(self, part: Query | None, negated: Span | None) -> None:
        if part is not None:
            if negated is not None:
                part = negation(part, Span(negated.start, max(part.span.end, negated.end)))
            self.alternatives[-1].append(part)
            self.operator = None

    def query(self) -> Query | None:
        groups = [joined(AllOf, _scoped(parts)) for parts in self.alternatives if parts]
        return joined(AnyOf, groups) if groups else None


class _Parser:
    """How far a query is read: open brackets, and what waits for the word it belongs to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._brackets = [_Bracket(Span(0, 0), None, "")]
        self._overlooked = 0
        self._negation: Span | None = None
        self._field: Lexeme | None = None
        self._wordless: list[Span] = []
        self.faults: list[QueryFault] = []

    def take(self, lexeme: Lexeme) -> None:
        """Read the next lexeme."""
        if lexeme.kind is Kind.MINUS or self._is_operator(lexeme, "NOT"):
            self._settle_field()
            self._negation = lexeme.span if self._negation is None else None
        elif lexeme.kind is Kind.FIELD:
            self._settle_field()
            if lexeme.is_alone:
                self._blame(lexeme.span, _nothing_after(f"{lexeme.text}:"))
            else:
                self._field = lexeme
        elif lexeme.kind is Kind.OPEN:
            self._enter(lexeme)
        elif lexeme.kind is Kind.CLOSE:
            self._settle_field()
            self._leave(lexeme)
        elif self._is_operator(lexeme, "OR") or self._is_operator(lexeme, "AND"):
            self._join(lexeme)
        else:
            self._add(lexeme)

    def query(self) -> Query | None:
        """All of it, open brackets closed."""
        self._settle_field()
        self._settle_negation()
        while len(self._brackets) > 1:
            reason = clause("this bracket is not closed")
            self._blame(self._brackets[-1].opened, reason, unfinished=True)
            self._close()
        self._settle_operator()
        query = self._brackets[0].query()
        if query is None:  # beside words, signs without letters are overlooked
            reason = clause("there is no word in it")
            self.faults.extend(QueryFault(span, reason) for span in self._wordless)
        return query

    def _is_operator(self, lexeme: Lexeme, word: str) -> bool:
        return lexeme.kind is Kind.WORD and lexeme.text == word and self._field is None

    def _add(self, lexeme: Lexeme) -> None:
        name = self._field.text if self._field else self._brackets[-1].field_name
        start = self._field.span.start if self._field else lexeme.span.start
        span = Span(start, lexeme.span.end)
        part = self._part(lexeme, name, span)
        if part is not None:
            self._brackets[-1].add(part, self._negation)
        self._field = self._negation = None

    def _part(self, lexeme: Lexeme, name: str, span: Span) -> Query | None:
        if lexeme.kind is Kind.PHRASE and not lexeme.is_closed:
            opening = Span(lexeme.span.start, lexeme.span.start + 1)
            self._blame(opening, clause("this quotation mark is not closed"), unfinished=True)
        if name and name not in _PLACES:
            part: Query | Clause | None = value_of(name, lexeme.text, span)
        else:
            place = _PLACES.get(name, Place.ANYWHERE)
            if lexeme.kind is Kind.PHRASE:
                part = phrase_of(lexeme.text, lexeme.gap, place, span)
            else:
                part = word_of(lexeme.text, place, span)
            if part is None and not is_unfinished(lexeme.text):
                self._wordless.append(lexeme.span)
        if isinstance(part, Clause):
            self._blame(lexeme.span, part)
            return None
        return part

    def _join(self, lexeme: Lexeme) -> None:
        self._settle_negation()
        bracket = self._brackets[-1]
        if not bracket.alternatives[-1]:
            self._blame(lexeme.span, clause("nothing stands before “{sign}”", sign=lexeme.text))
        elif lexeme.text == "OR":
            bracket.alternatives.append([])
        bracket.operator = lexeme

    def _enter(self, lexeme: Lexeme) -> None:
        if len(self._brackets) > DEEPEST:
            if not self._overlooked:
                reason = clause("more than {count} brackets stand in one another", count=DEEPEST)
                self._blame(lexeme.span, reason)
            self._overlooked += 1
        else:
            inherited = self._brackets[-1].field_name
            name = self._field.text if self._field else inherited
            self._brackets.append(_Bracket(lexeme.span, self._negation, name))
        self._field = self._negation = None

    def _leave(self, lexeme: Lexeme) -> None:
        self._settle_negation()
        if self._overlooked:
            self._overlooked -= 1
        elif len(self._brackets) > 1:
            self._close()
        else:
            self._blame(lexeme.span, clause("this bracket was not opened"))

    def _close(self) -> None:
        self._settle_operator()
        bracket = self._brackets.pop()
        self._brackets[-1].add(bracket.query(), bracket.negation)

    def _settle_field(self) -> None:
        if self._field is not None:
            self._blame(self._field.span, _nothing_after(f"{self._field.text}:"))
            self._field = None

    def _settle_negation(self) -> None:
        if self._negation is not None:
            self._blame(self._negation, clause("it excludes nothing"))
            self._negation = None

    def _settle_operator(self) -> None:
        operator = self._brackets[-1].operator
        if operator is not None and self._brackets[-1].alternatives != [[]]:
            self._blame(operator.span, _nothing_after(operator.text))

    def _blame(self, span: Span, reason: Clause, *, unfinished: bool = False) -> None:
        at_end = not self._text[span.end :].strip(") \t\n")
        self.faults.append(QueryFault(span, _printable_clause(reason), unfinished or at_end))


def parse(text: str) -> Reading:
    """How `text` is read, whatever it is.

    >>> str(parse("kim date:2019-13").faults[0].reason)
    'there is no month 13'
    """
    kept = text[:LONGEST_QUERY]
    parser = _Parser(kept)
    for lexeme in lexemes(kept):
        parser.take(lexeme)
    tree = parser.query()
    faults = sorted(parser.faults, key=lambda fault: fault.span)
    if len(text) > LONGEST_QUERY:
        reason = clause("it is longer than {count} characters", count=LONGEST_QUERY)
        faults.insert(0, QueryFault(Span(LONGEST_QUERY, len(text)), reason))
    return Reading(text, tree, tuple(faults))


def read(text: str, *, strict: bool = False) -> Reading:
    """How `text` is read, if it can be searched for.

    Raises:
        QueryProblem: if something was typed that no query can be made of or, when `strict`, if
            there is any fault in it.
    """
    reading = parse(text)
    serious = [fault for fault in reading.faults if strict or not fault.is_unfinished]
    if serious and (strict or reading.tree is None):
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        fault = serious[0]
        raise QueryProblem(query=_printable(shown), reason=fault.reason, span=fault.span)
    return reading


def as_typed(tree: Query, end: int, shortest: int) -> Query:
    """The tree with the word that ends at `end`, where the reader types, read as a beginning."""

    def begun(leaf: Leaf) -> Query:
        if isinstance(leaf, Term) and leaf.span.end == end and len(leaf.text) >= shortest:
            return AnyOf((leaf, Prefix(leaf.text, leaf.place, leaf.span)), leaf.span)
        return leaf

    return changed(tree, begun)


def _nothing_after(sign: str) -> Clause:
    return clause("nothing stands after “{sign}”", sign=sign)


def _printable_clause(said: Clause) -> Clause:
    facts = (
        (name, _printable(fact) if isinstance(fact, str) else fact) for name, fact in said.facts
    )
    return Clause(said.words, tuple(facts))


def _printable(text: str) -> str:
    """The text with half characters written out, which no terminal takes."""
    return text.encode("utf-8", "backslashreplace").decode()


def _scoped(parts: list[Query]) -> list[Query]:
    """The parts with their words moved to where `in:comments` or `in:removed` sends them."""
    for part in parts:
        if isinstance(part, Valued) and part.property is Property.IN and len(part.values) == 1:
            place = _SCOPED_TO.get(part.values[0])
            others = [other for other in parts if other is not part]
            if place is not None and any(_anywhere(others)):
                return [moved(other, place) for other in others]
    return parts


def _anywhere(parts: list[Query]) -> Iterator[bool]:
    return (leaf.place is Place.ANYWHERE for part in parts for leaf in leaves(part))
