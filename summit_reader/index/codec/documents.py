"""What a segment keeps by document: stored fields, columns, and the lengths of its fields."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.base import PerDocumentReader, PerDocumentWriter, Segment
from whoosh.columns import Column
from whoosh.fields import FieldType, Schema

from summit_reader.index.codec.columns import (
    NumberColumn,
    NumberColumnWriter,
    Stored,
    StoredWriter,
    TextColumn,
    TextColumnWriter,
    column_names,
    column_reader,
    column_writer,
)
from summit_reader.index.codec.sections import (
    Array,
    SectionFile,
    SectionWriter,
    smallest_dtype,
)


class _Lengths:
    """The lengths of one field, gathered."""

    def __init__(self) -> None:
        self.documents = array("I")
        self.lengths = array("I")
        self.merged: list[tuple[int, Array]] = []

    def add(self, document: int, length: int) -> None:
        if length:
            self.documents.append(document)
            self.lengths.append(length)

    def drop(self, document: int) -> None:
        while self.documents and self.documents[-1] == document:
            self.documents.pop()
            self.lengths.pop()

    def finish(self, documents: int) -> Array:
        lengths = np.zeros(documents, np.uint32)
        lengths[np.frombuffer(self.documents, np.uint32)] = np.frombuffer(self.lengths, np.uint32)
        for base, merged in self.merged:
            lengths[base : base + len(merged)] = merged
        return lengths.astype(smallest_dtype(int(lengths.max(initial=0))))


class DocumentsWriter(PerDocumentWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Writes a segment's documents; made and driven by a Whoosh writer."""

    def __init__(self, path: Path) -> None:
        self._sections = SectionWriter(path)
        self._stored = StoredWriter(self._sections)
        self._columns: dict[str, NumberColumnWriter | TextColumnWriter] = {}
        self._lengths: dict[str, _Lengths] = {}
        self._fields: dict[str, Any] = {}
        self.count = 0

    @property
    def is_closed(self) -> bool:
        """Whether the file is finished."""
        return self._sections.closed

    def start_doc(self, docnum: int) -> None:
        """Begin the next document, which must have this number."""
        if docnum != self.count:
            message = f"document {docnum} began where {self.count} was due"
            raise ValueError(message)
        self._fields = {}

    def add_field(self, fieldname: str, fieldobj: FieldType, value: Any, length: int) -> None:
        """Keep a stored value and the length of a field."""
        if value is not None:
            self._fields[fieldname] = value
        if length:
            self.lengths_of(fieldname)(self.count, length)

    def lengths_of(self, name: str) -> Callable[[int, int], None]:
        """What keeps the length of the field in a document."""
        return self._lengths.setdefault(name, _Lengths()).add

    def add_column_value(self, fieldname: str, columnobj: Column, value: Any) -> None:
        """Keep a value in the field's column."""
        self.column_of(fieldname, columnobj)(self.count, value)

    def column_of(self, name: str, column: Column) -> Callable[[int, Any], None]:
        """What keeps a document's value in the field's column."""
        writer = self._columns.get(name)
        if writer is None:
            writer = self._columns[name] = column_writer(column)
        return writer.add

    def add_vector_items(self, fieldname: str, fieldobj: FieldType, items: Any) -> None:
        """Refuse: places by term say what a vector would."""
        message = f"{fieldname}: this codec keeps no vectors"
        raise TypeError(message)

    def finish_doc(self) -> None:
        """End the document."""
        self._stored.add(self._fields)
        self.count += 1

    def cancel_doc(self) -> None:
        """Drop the document that was begun."""
        self._fields = {}
        for gathered in (*self._columns.values(), *self._lengths.values()):
            gathered.drop(self.count)

    def merge(self, documents: Documents, live: Array | None, schema: Schema) -> None:
        """Take another segment's documents, all or those that are `live` (ascending).

        Columns of fields that left the schema are left behind.
        """
        base = self.count
        self._stored.merge(documents.stored, live)
        for name in documents.columns():
            if name in schema and schema[name].column_type:
                if name not in self._columns:
                    self._columns[name] = column_writer(schema[name].column_type)
                writer = self._columns[name]
                writer.merge(base, documents.column(name), live)
        for name in documents.measured():
            lengths = documents.lengths(name)
            known = self._lengths.setdefault(name, _Lengths())
            known.merged.append((base, lengths if live is None else lengths[live]))
        self.count += documents.doc_count_all() if live is None else len(live)

    def close(self) -> None:
        """Write the file."""
        self._stored.flush()
        totals = {}
        for name, gathered in self._lengths.items():
            lengths = gathered.finish(self.count)
            totals[name] = int(lengths.sum(dtype=np.int64))
            self._sections.add(f"lengths {name}", lengths)
        for name, column in self._columns.items():
            column.finish(self._sections, name, self.count)
        self._sections.finish({"documents": self.count, "totals": totals})
        self._columns, self._lengths = {}, {}  # they hold views of what was merged

    def abandon(self) -> None:
        """Leave no file."""
        self._sections.abandon()


class Documents(PerDocumentReader):  # type: ignore[misc]  # Whoosh ships no types
    """A segment's documents, read in place."""

    def __init__(self, path: Path, segment: Segment) -> None:
        self._file = SectionFile(path)
        self._segment = segment
        self._count = int(self._file.facts["documents"])
        self._totals: dict[str, int] = self._file.facts["totals"]
        self.stored = Stored(self._file)

    def close(self) -> None:
        """Let go of the file."""
        del self.stored
        self._file.close()

    def doc_count(self) -> int:
        """How many documents are not deleted."""
        return self._count - int(self._segment.deleted_count())

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones included."""
        return self._count

    def has_deletions(self) -> bool:
        """Whether any is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether this one is deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Any:
        """The numbers of those that are deleted."""
        return self._segment.deleted_docs()

    def live(self) -> Array | None:
        """The numbers of those that are not deleted, ascending; None if that is all of them."""
        if not self.has_deletions():
            return None
        mask = np.ones(self._count, bool)
        mask[np.fromiter(self.deleted_docs(), np.int64)] = False
        return np.flatnonzero(mask)

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """The stored fields of a document."""
        return self.stored[docnum]

    def supports_columns(self) -> bool:
        """Whoosh asks whether there may be columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether any document has a value in that column."""
        return any(f"column {fieldname}/{kind}" in self._file for kind in ("numbers", "codes"))

    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(column_names(self._file))

    def list_columns(self) -> list[str]:
        """As `columns`, under Whoosh's name."""
        return self.columns()

    def column(self, name: str) -> NumberColumn | TextColumn:
        """The column of that name."""
        return column_reader(self._file, name)

    def column_reader(self, fieldname: str, column: Column) -> NumberColumn | TextColumn:
        """As `column`, under Whoosh's name."""
        return self.column(fieldname)

    def measured(self) -> list[str]:
        """The fields whose lengths are known."""
        return list(self._totals)

    def lengths(self, fieldname: str) -> Array:
        """How many words each document has in the field."""
        if fieldname not in self._totals:
            return np.zeros(self._count, np.uint8)
        return self._file[f"lengths {fieldname}"]

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many words the document has in the field."""
        if fieldname not in self._totals:
            return default
        return int(self._file[f"lengths {fieldname}"][docnum])

    def field_length(self, fieldname: str) -> int:
        """How many words all documents together have in the field."""
        return self._totals.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """The fewest words of a document in the field."""
        return int(self.lengths(fieldname).min(initial=2**32 - 1)) if self._count else 0

    def max_field_length(self, fieldname: str) -> int:
        """The most words of a document in the field."""
        return int(self.lengths(fieldname).max(initial=0))
