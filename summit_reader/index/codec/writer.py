"""A Whoosh writer that hands whole documents to the columns, and merges segments as arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from whoosh.fields import FieldType
from whoosh.formats import Positions
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import IndexingError, SegmentWriter

from summit_reader.index.codec.codec import ColumnarCodec
from summit_reader.index.codec.documents import Documents
from summit_reader.index.codec.segment import ColumnarSegment
from summit_reader.index.codec.terms import Terms
from summit_reader.index.codec.text import PrintedText

MOST_SEGMENTS = 8
"""A query pays for every segment; more are never left behind."""

_MOSTLY_GONE = 0.5
_REMEMBERED = 1 << 12


class _Plan:
    """What happens to the values of one field."""

    __slots__ = ("column", "field", "is_indexed", "is_printed", "kept_as", "name")

    def __init__(self, name: str, field: FieldType) -> None:
        self.name = name
        self.kept_as = f"_stored_{name}"
        self.field = field
        self.is_printed = isinstance(field, PrintedText)
        self.is_indexed = bool(field.indexed)
        self.column = field.column_type or None


class ColumnarWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Writes one segment; use it like any Whoosh writer. Arguments are those of `SegmentWriter`."""

    def __init__(self, index: FileIndex, **arguments: Any) -> None:
        self._readers: list[SegmentReader] = []
        self._shapes: dict[tuple[str, ...], list[_Plan]] = {}
        self._indexed: dict[tuple[str, str | int | bytes], list[Any]] = {}
        super().__init__(index, codec=ColumnarCodec(), compound=False, **arguments)

    def add_document(self, **fields: Any) -> None:
        """Add a document, as `IndexWriter.add_document` says.

        Raises:
            UnknownFieldError: if the schema lacks one of the fields.
            ValueError: if a boost is given; boosts belong into queries.
        """
        self._check_state()
        shape = tuple(fields)
        if shape not in self._shapes:
            self._shapes[shape] = self._plans(shape)
        self.perdocwriter.start_doc(self.docnum)
        try:
            for plan in self._shapes[shape]:
                value = fields[plan.name]
                if value is not None:
                    self._add_value(plan, value, fields.get(plan.kept_as, value))
        except BaseException:
            self.perdocwriter.cancel_doc()
            raise
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1
        self.fieldwriter.spill_if_full()

    def _plans(self, shape: tuple[str, ...]) -> list[_Plan]:
        """How to index documents that have these fields; made once for all that are alike."""
        if any(name.endswith("_boost") for name in shape if name.startswith("_")):
            message = "boosts are given in queries, not in documents"
            raise ValueError(message)
        names = sorted(name for name in shape if not name.startswith("_"))
        self._check_fields(self.schema, names)
        return [_Plan(name, self.schema[name]) for name in names]

    def _add_value(self, plan: _Plan, value: Any, kept: Any) -> None:
        name, field = plan.name, plan.field
        length = 0
        if field.vector:
            self.perdocwriter.add_vector_items(name, field, ())
        if plan.is_printed:
            length = self.fieldwriter.add_words(name, field, self.docnum, value)
        elif plan.is_indexed:
            items = self._items(name, field, value)
            length = self.fieldwriter.add_items(name, field, self.docnum, items)
        if field.stored or field.scorable:
            self.perdocwriter.add_field(
                name, field, kept if field.stored else None, length if field.scorable else 0
            )
        if plan.column is not None and kept is not None:
            self.perdocwriter.add_column_value(name, plan.column, field.to_column_value(kept))

    def _items(self, name: str, field: FieldType, value: Any) -> list[Any]:
        """What a Whoosh field makes of a value; all of it, so that a bad value leaves nothing.

        Values without positions are often the same: outlets, days, languages. They are remembered.
        """
        if isinstance(field.format, Positions) or not isinstance(value, str | int | bytes):
            return list(field.index(value))
        items = self._indexed.get((name, value))
        if items is None:
            if len(self._indexed) >= _REMEMBERED:
                self._indexed.clear()
            items = self._indexed[name, value] = list(field.index(value))
        return items

    def add_reader(self, reader: SegmentReader) -> None:
        """Take over the documents of another segment that are not deleted.

        Raises:
            IndexingError: if another codec wrote it.
        """
        self._check_state()
        terms, documents = reader._terms, reader._perdoc  # noqa: SLF001 - there is no other way
        if not isinstance(terms, Terms) or not isinstance(documents, Documents):
            message = f"{reader} is of another codec"
            raise IndexingError(message)
        live = documents.live()
        numbers = np.full(documents.doc_count_all(), -1, np.int64)
        count = len(numbers) if live is None else len(live)
        numbers[slice(None) if live is None else live] = np.arange(count) + self.docnum
        self.perdocwriter.merge(documents, live, self.schema)
        self.fieldwriter.merge(terms, numbers, self.schema)
        self.docnum += count
        self._added = True

    def add_segment(self, segment: ColumnarSegment) -> None:
        """Take over a segment of this index; it is read until the new one is written."""
        reader = SegmentReader(self.storage, self.schema, segment)
        self._readers.append(reader)
        self.add_reader(reader)

    def _merge_segments(
        self, mergetype: Policy | None, optimize: bool | None, merge: bool | None
    ) -> list[ColumnarSegment]:
        """Choose the policy as Whoosh does, with our own in the place of its two."""
        optimize = self.optimize if optimize is None else optimize
        merge = self.merge if merge is None else merge
        policy = merge_all if optimize else merge_smallest if merge else merge_none
        kept: list[ColumnarSegment] = (mergetype or self.mergetype or policy)(self, self.segments)
        return kept

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.fieldwriter.close()

    def _close_segment(self) -> None:
        if not self.perdocwriter.is_closed:
            self.perdocwriter.abandon()
        if not self.fieldwriter.is_closed:
            self.fieldwriter.abandon()
        self.pool.cleanup()
        while self._readers:
            self._readers.pop().close()


def merge_none(
    writer: ColumnarWriter,  # noqa: ARG001 - a policy has one shape
    segments: Sequence[ColumnarSegment],
) -> list[ColumnarSegment]:
    """Leave all segments as they are."""
    return list(segments)


def merge_all(writer: ColumnarWriter, segments: Sequence[ColumnarSegment]) -> list[ColumnarSegment]:
    """Make one segment of all."""
    for segment in segments:
        if segment.doc_count():
            writer.add_segment(segment)
    return []


def merge_smallest(
    writer: ColumnarWriter, segments: Sequence[ColumnarSegment]
) -> list[ColumnarSegment]:
    """Add segments to the writer that are better merged; gives those that stay.

    Merged are those that have lost most of their documents. If more than `MOST_SEGMENTS` would be
    left, the smallest are merged too, and every next one that is no larger than what it joins, so
    that a document is copied only as often as the index multiplies.
    """
    by_size = sorted(segments, key=ColumnarSegment.doc_count)
    merged = [
        each for each in by_size if each.deleted_count() > _MOSTLY_GONE * each.doc_count_all()
    ]
    kept = [each for each in by_size if each not in merged]
    if len(kept) + 1 > MOST_SEGMENTS:
        joined = writer.docnum + sum(each.doc_count() for each in merged)
        while kept and (len(kept) + 1 > MOST_SEGMENTS or kept[0].doc_count() <= joined):
            merged.append(kept.pop(0))
            joined += merged[-1].doc_count()
    for segment in merged:
        if segment.doc_count():
            writer.add_segment(segment)
    return [each for each in segments if each not in merged]


Policy = Callable[[ColumnarWriter, Sequence[ColumnarSegment]], list[ColumnarSegment]]
"""Adds segments to the writer and gives those that stay."""
