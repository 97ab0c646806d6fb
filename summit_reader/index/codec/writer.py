"""A Whoosh writer that hands whole documents to the columns, and merges segments as arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import IndexingError, SegmentWriter

from summit_reader.index.codec.codec import ColumnarCodec
from summit_reader.index.codec.documents import Documents
from summit_reader.index.codec.plans import Plan, plan
from summit_reader.index.codec.segment import ColumnarSegment
from summit_reader.index.codec.terms import Terms

MOST_SEGMENTS = 8
"""A query pays for every segment; more are never left behind."""

_MOSTLY_GONE = 0.5


class ColumnarWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Writes one segment; use it like any Whoosh writer. Arguments are those of `SegmentWriter`."""

    def __init__(self, index: FileIndex, **arguments: Any) -> None:
        self._readers: list[SegmentReader] = []
        self._plans: dict[tuple[str, type], Plan] = {}
        self._shapes: dict[tuple[str, ...], list[tuple[str, str | None]]] = {}
        super().__init__(index, codec=ColumnarCodec(), compound=False, **arguments)

    def add_document(self, **fields: Any) -> None:
        """Add a document, as `IndexWriter.add_document` says.

        Raises:
            UnknownFieldError: if the schema lacks one of the fields.
            ValueError: if a boost is given; boosts belong into queries.
        """
        self._check_state()
        shape = tuple(fields)
        names = self._shapes.get(shape) or self._shape(shape)
        prepared = []
        for name, kept_as in names:
            value = fields[name]
            if value is not None:
                plan = self._plans.get((name, type(value))) or self._plan(name, value)
                kept = value if kept_as is None else fields[kept_as]
                prepared.append((plan, plan.prepared(value, kept)))
        document, words = self.docnum, 0
        self.perdocwriter.start_doc(document)
        for plan, value in prepared:
            words += plan.put(document, value)
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1
        self.fieldwriter.end_document(document, words)

    def _shape(self, given: tuple[str, ...]) -> list[tuple[str, str | None]]:
        """The fields of documents that are given these, and under what name others are stored."""
        if any(name.endswith("_boost") for name in given if name.startswith("_")):
            message = "boosts are given in queries, not in documents"
            raise ValueError(message)
        names = [name for name in given if not name.startswith("_")]
        self._check_fields(self.schema, names)
        stored = {name: f"_stored_{name}" for name in names}
        self._shapes[given] = shape = [
            (name, stored[name] if stored[name] in given else None) for name in names
        ]
        return shape

    def _plan(self, name: str, value: Any) -> Plan:
        made = plan(name, self.schema[name], value, self.fieldwriter, self.perdocwriter)
        self._plans[name, type(value)] = made
        return made

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
