"""Values of documents in columns: numbers, a few distinct byte strings, and stored fields.

Whoosh's own columns are written value by value in Python and read the same way. These hold the same
values under Whoosh's column types, and are arrays: sorting, filtering and counting facets read them
whole, and merging concatenates them.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from whoosh.columns import (
    BitColumn,
    Column,
    ColumnReader,
    FixedBytesColumn,
    NumericColumn,
    RefBytesColumn,
    VarBytesColumn,
)

from summit_reader.index.codec.dictionary import TermDictionary, write_terms
from summit_reader.index.codec.sections import (
    Array,
    SectionFile,
    SectionWriter,
    smallest_dtype,
)


class NumberColumnWriter:
    """Gathers the numbers of one column."""

    def __init__(self, column: Column) -> None:
        code = column._typecode if isinstance(column, NumericColumn) else "B"  # noqa: SLF001 - nothing else says it
        self._default = column.default_value()
        self._dtype = np.dtype(code)
        self._documents = array("I")
        self._values = array(code)
        self._merged: list[tuple[int, Array]] = []

    def add(self, document: int, value: Any) -> None:
        """Set the value of one document."""
        self._documents.append(document)
        self._values.append(value)

    def drop(self, document: int) -> None:
        """Forget what was set for this document, the last one."""
        while self._documents and self._documents[-1] == document:
            self._documents.pop()
            self._values.pop()

    def merge(self, base: int, column: NumberColumn, live: Array | None) -> None:
        """Take the values of another segment's documents, numbered from `base`."""
        self._merged.append((base, column.values if live is None else column.values[live]))

    def finish(self, sections: SectionWriter, name: str, documents: int) -> None:
        """Write the column."""
        values = np.full(documents, self._default, self._dtype)
        values[np.frombuffer(self._documents, np.uint32)] = np.frombuffer(self._values, self._dtype)
        for base, merged in self._merged:
            values[base : base + len(merged)] = merged
        sections.add(f"column {name}/numbers", values)


class TextColumnWriter:
    """Gathers the byte strings of one column; each distinct one is kept once."""

    def __init__(self, column: Column) -> None:
        self._codes: dict[bytes, int] = {bytes(column.default_value()): 0}
        self._documents = array("I")
        self._values = array("I")
        self._merged: list[tuple[int, Array]] = []

    def add(self, document: int, value: bytes) -> None:
        """Set the value of one document."""
        self._documents.append(document)
        self._values.append(self._codes.setdefault(value, len(self._codes)))

    def drop(self, document: int) -> None:
        """Forget what was set for this document, the last one."""
        while self._documents and self._documents[-1] == document:
            self._documents.pop()
            self._values.pop()

    def merge(self, base: int, column: TextColumn, live: Array | None) -> None:
        """Take the values of another segment's documents, numbered from `base`."""
        texts = column.texts.between(0, len(column.texts))
        codes = np.array(
            [self._codes.setdefault(text, len(self._codes)) for text in texts], np.uint32
        )
        of_document = column.codes if live is None else column.codes[live]
        self._merged.append((base, codes[of_document]))

    def finish(self, sections: SectionWriter, name: str, documents: int) -> None:
        """Write the column: codes in the order of their texts."""
        texts = sorted(self._codes)
        order = np.empty(len(texts), smallest_dtype(len(texts)))
        order[[self._codes[text] for text in texts]] = np.arange(len(texts))
        codes = np.full(documents, order[0], order.dtype)
        codes[np.frombuffer(self._documents, np.uint32)] = order[
            np.frombuffer(self._values, np.uint32)
        ]
        for base, merged in self._merged:
            codes[base : base + len(merged)] = order[merged]
        sections.add(f"column {name}/codes", codes)
        write_terms(sections, f"column {name}", texts)


class StoredWriter:
    """Writes the stored fields, document after document, pickled."""

    def __init__(self, sections: SectionWriter) -> None:
        self._blob = sections.grow("stored/blob", "u1")
        self._ends = sections.grow("stored/ends", "<u8")
        self._ends.extend(np.zeros(1, np.uint64))
        self._fresh = array("Q")

    def add(self, fields: dict[str, Any]) -> None:
        """Put the next document's fields."""
        if fields:
            self._blob.extend_bytes(pickle.dumps(fields, pickle.HIGHEST_PROTOCOL))
        self._fresh.append(self._blob.length)

    def merge(self, stored: Stored, live: Array | None) -> None:
        """Put another segment's documents."""
        self.flush()
        sizes = np.diff(stored.ends)
        if live is None:
            self._blob.extend(stored.blob)
        else:
            keep = np.zeros(len(sizes), bool)
            keep[live] = True
            edges = np.flatnonzero(np.diff(np.concatenate(([0], keep.view(np.int8), [0]))))
            for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
                self._blob.extend(stored.blob[int(stored.ends[start]) : int(stored.ends[end])])
            sizes = sizes[live]
        self._ends.extend(np.cumsum(sizes) + (self._blob.length - int(sizes.sum())))

    def flush(self) -> None:
        """Write what is known of the documents so far."""
        self._ends.extend(np.frombuffer(self._fresh, np.uint64))
        self._fresh = array("Q")


class NumberColumn(ColumnReader):  # type: ignore[misc]  # Whoosh ships no types
    """A column of numbers; `values` is all of it."""

    def __init__(self, file: SectionFile, name: str) -> None:
        self.values = file[f"column {name}/numbers"]
        self._sign = 1

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, document: int) -> Any:
        return self.values[document].item()

    def sort_key(self, document: int) -> Any:
        """The value, negated when the order is reversed."""
        return self._sign * self.values[document].item()

    def load(self) -> list[Any]:
        """All values."""
        values: list[Any] = self.values.tolist()
        return values

    def __iter__(self) -> Iterator[Any]:
        return iter(self.load())

    def set_reverse(self) -> None:
        """Let `sort_key` sort descending."""
        self._sign = -1


class TextColumn(ColumnReader):  # type: ignore[misc]  # Whoosh ships no types
    """A column of byte strings: `codes` by document, ascending like the `texts` they stand for."""

    def __init__(self, file: SectionFile, name: str) -> None:
        self.codes = file[f"column {name}/codes"]
        self.texts = TermDictionary(file, f"column {name}")

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, document: int) -> bytes:
        return self.texts[int(self.codes[document])]

    def __iter__(self) -> Iterator[bytes]:
        return map(self.texts.__getitem__, self.codes.tolist())


class Stored:
    """The stored fields of all documents."""

    def __init__(self, file: SectionFile) -> None:
        self.blob = file["stored/blob"]
        self.ends = file["stored/ends"]

    def __getitem__(self, document: int) -> dict[str, Any]:
        start, end = self.ends[document : document + 2].tolist()
        if start == end:
            return {}
        fields: dict[str, Any] = pickle.loads(self.blob[start:end].tobytes())  # noqa: S301 - verified by the index's owner
        return fields


def column_writer(column: Column) -> NumberColumnWriter | TextColumnWriter:
    """What gathers values of a Whoosh column type.

    Raises:
        TypeError: for a type this codec has no array for.
    """
    if isinstance(column, NumericColumn | BitColumn):
        return NumberColumnWriter(column)
    if isinstance(column, FixedBytesColumn | RefBytesColumn | VarBytesColumn):
        return TextColumnWriter(column)
    message = f"no array can hold a {type(column).__name__}"
    raise TypeError(message)


def column_reader(file: SectionFile, name: str) -> NumberColumn | TextColumn:
    """The column of that name."""
    if f"column {name}/numbers" in file:
        return NumberColumn(file, name)
    return TextColumn(file, name)


def column_names(file: SectionFile) -> Iterable[str]:
    """The names of the columns in a file."""
    for section in file.names():
        if section.startswith("column ") and section.endswith(("/numbers", "/codes")):
            yield section.removeprefix("column ").rpartition("/")[0]
