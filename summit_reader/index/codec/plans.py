"""How the value of a field gets into a segment: decided once for all documents that are alike.

A plan first prepares a value, which may fail, and then puts it, which does not: a document with a
bad value leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from whoosh.fields import FieldType
from whoosh.formats import Positions

from summit_reader.index.codec.documents import DocumentsWriter
from summit_reader.index.codec.inverted import PostingsWriter, check_weight
from summit_reader.index.codec.text import PrintedText
from summit_reader.index.codec.tokens import Words, packed

_REMEMBERED = 1 << 12


class Plan(Protocol):
    """What happens to the values of one field."""

    name: str

    def prepared(self, value: Any, kept: Any) -> Any:
        """The value as `put` takes it; `kept` is what is stored and sorted by in its place."""

    def put(self, document: int, prepared: Any) -> int:
        """Write it; gives how many words or terms it has."""


class AnyPlan:
    """Every field Whoosh knows: its own `index` says what the terms are."""

    def __init__(
        self, name: str, field: FieldType, postings: PostingsWriter, documents: DocumentsWriter
    ) -> None:
        self.name = name
        self._field = field
        self._postings = postings
        self._documents = documents

    def prepared(self, value: Any, kept: Any) -> tuple[list[Any], Any, Any]:
        """Its terms, what is stored, and what stands in the column."""
        field = self._field
        if field.vector:
            self._documents.add_vector_items(self.name, field, ())
        column = field.to_column_value(kept) if field.column_type and kept is not None else None
        items = list(field.index(value)) if field.indexed else []
        for _, frequency, weight, _ in items:
            check_weight(self.name, frequency, weight)
        return items, kept, column

    def put(self, document: int, prepared: tuple[list[Any], Any, Any]) -> int:
        """Write it; gives the number of its words."""
        items, kept, column = prepared
        field, length = self._field, 0
        if field.indexed:
            length = self._postings.add_items(self.name, field, document, items)
        if field.stored or field.scorable:
            self._documents.add_field(
                self.name, field, kept if field.stored else None, length if field.scorable else 0
            )
        if column is not None:
            self._documents.add_column_value(self.name, field.column_type, column)
        return length


class WordsPlan:
    """Fields of words that were cut before."""

    def __init__(
        self, name: str, field: PrintedText, postings: PostingsWriter, documents: DocumentsWriter
    ) -> None:
        self.name = name
        self._field = field
        self._add_words = postings.words_of(name, field)
        self._add_length = documents.lengths_of(name)

    def prepared(self, value: Any, kept: Any) -> Words:
        """The words in columns."""
        return value if isinstance(value, Words) else packed(value)

    def put(self, document: int, prepared: Words) -> int:
        """Write them; gives their number."""
        count = self._add_words(document, prepared)
        self._add_length(document, count)
        return count


class ValuePlan:
    """Fields of single values that repeat: outlets, days, languages. They are remembered."""

    def __init__(
        self, name: str, field: FieldType, postings: PostingsWriter, documents: DocumentsWriter
    ) -> None:
        self.name = name
        self._any = AnyPlan(name, field, postings, documents)
        self._known: dict[Any, tuple[tuple[bytes, ...], Any]] = {}
        self._add_terms = postings.terms_of(name, field)
        self._set: Callable[[int, Any], None] | None = (
            documents.column_of(name, field.column_type) if field.column_type else None
        )

    def prepared(self, value: Any, kept: Any) -> tuple[tuple[bytes, ...], Any]:
        """Its terms, and what stands in the column."""
        if kept is value and value in self._known:
            return self._known[value]
        items, _, column = self._any.prepared(value, kept)
        made = tuple(term for term, *_ in items), column
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        if kept is value:
            self._known[value] = made
        return made

    def put(self, document: int, prepared: tuple[tuple[bytes, ...], Any]) -> int:
        """Write it; gives how many terms it has."""
        terms, column = prepared
        self._add_terms(document, terms)
        if self._set is not None and column is not None:
            self._set(document, column)
        return len(terms)


def plan(
    name: str,
    field: FieldType,
    value: Any,
    postings: PostingsWriter,
    documents: DocumentsWriter,
) -> Plan:
    """The plan for a field and for values of the type of this one."""
    if isinstance(field, PrintedText):
        return WordsPlan(name, field, postings, documents)
    plain = not (field.stored or field.scorable or field.vector or not field.indexed)
    if plain and not isinstance(field.format, Positions) and type(value) in {str, int, bytes}:
        return ValuePlan(name, field, postings, documents)
    return AnyPlan(name, field, postings, documents)
