"""One open segment as the evaluator sees it: columns at hand, masks and norms remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

import numpy as np
from whoosh.reading import SegmentReader

from summit_reader.index.codec.columns import NumberColumn, TextColumn
from summit_reader.index.codec.documents import Documents
from summit_reader.index.codec.families import partition
from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import Array
from summit_reader.index.codec.terms import Terms

REMEMBERED = 64
"""Masks and the like kept for a segment, the longest unused forgotten first."""

_Made = TypeVar("_Made")


class SegmentView:
    """A segment whose postings are columns."""

    def __init__(self, reader: SegmentReader) -> None:
        self.reader = reader
        self.schema = reader.schema
        self.terms: Terms = reader._terms  # noqa: SLF001 - Whoosh gives no other way
        self.documents: Documents = reader._perdoc  # noqa: SLF001 - as above
        self.count = self.documents.doc_count_all()
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()
        self.live: Array | None = None
        if self.documents.has_deletions():
            self.live = np.ones(self.count, bool)
            self.live[np.fromiter(self.documents.deleted_docs(), np.int64)] = False

    def field(self, name: str) -> FieldPostings | None:
        """The postings of a field; None where the segment has none."""
        return self.terms.fields.get(name) if name in self.schema else None

    def remembered(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gave for this key when it was first asked for."""
        if key in self._remembered:
            self._remembered.move_to_end(key)
            return self._remembered[key]  # type: ignore[return-value]  # one kind of value a key
        made = make()
        self._remembered[key] = made
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        return made

    def column(self, name: str) -> NumberColumn | TextColumn | None:
        """A column of values; None where no document has any."""
        if not self.documents.has_column(name):
            return None
        return self.remembered(("column", name), lambda: self.documents.column(name))

    def parts(self, name: str) -> tuple[list[bytes], Array]:
        """The terms of a field of which each document holds one, and which it is, from 1 on."""
        return self.remembered(("parts", name), lambda: partition(self.field(name), self.count))

    def one_each(self, name: str) -> Array | None:
        """Which term of a field each document holds, from 1 on; None if any holds several."""
        postings = self.field(name)
        if postings is None:
            return None
        terms = len(postings.terms)

        def fill() -> Array | None:
            held = postings.holding(0, terms)
            of_document = np.zeros(self.count, np.min_scalar_type(terms))
            numbers = np.arange(1, terms + 1)
            of_document[held] = np.repeat(numbers, postings.all_holders(0, terms))
            return of_document if np.count_nonzero(of_document) == len(held) else None

        return self.remembered(("one each", name), fill)

    def document_parts(self, name: str, part: str) -> tuple[Array, int] | None:
        """Which part each document is of, and the number of `part`; None if all are of that one."""
        parts, part_of = self.parts(name)
        number = parts.index(part.encode()) + 1
        alone = self.remembered(("one part", name), lambda: bool((part_of == 1).all()))
        return None if alone and number == 1 else (part_of, number)
