"""Writes a segment's postings: from runs of new words and from segments that are merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.base import FieldWriter as WhooshFieldWriter
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Format, Frequency, Positions

from summit_reader.index.codec.families import Families, FamilyWriter
from summit_reader.index.codec.merging import Source, Stretch, blocks
from summit_reader.index.codec.narrow import best_width
from summit_reader.index.codec.postings import FieldPostings, FieldWriter, Shape
from summit_reader.index.codec.runs import RunBuffer
from summit_reader.index.codec.sections import Array, SectionWriter
from summit_reader.index.codec.terms import Terms

WORDS_A_RUN = 1 << 21
"""Words of all fields together that are held in memory before they are sorted and set aside."""


class MergedField:
    """A field of an older segment as a source of postings; its deleted documents are left out."""

    def __init__(self, postings: FieldPostings, numbers: Array) -> None:
        self._postings = postings
        self._numbers = numbers
        self.terms = list(postings.terms.between(0, len(postings.terms)))
        self.sizes = postings.all_holders(0, len(self.terms))
        self.places_above = postings.places_above
        self.words = postings.places_count

    def read(self, start: int, end: int) -> Stretch:
        """The postings of the terms `[start, end)`, under the numbers of the new segment."""
        stretch = self._postings.stretch(start, end)
        documents = self._numbers[self._postings.holding(start, end)]
        frequencies = self._postings.frequencies(*stretch)
        places = self._postings.all_places(*stretch) if self._postings.has_places else None
        term = np.repeat(np.arange(end - start), self.sizes[start:end])
        kept = documents >= 0
        if not kept.all():
            if places is not None:
                places = places[np.repeat(kept, frequencies)]
            term, documents, frequencies = term[kept], documents[kept], frequencies[kept]
        words = np.bincount(term, weights=frequencies, minlength=end - start).astype(np.int64)
        return Stretch(
            np.bincount(term, minlength=end - start),
            words,
            documents.astype(np.uint32),
            frequencies,
            places,
        )

    def close(self) -> None:
        """Nothing of its own is open."""


class PostingsWriter(WhooshFieldWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Gathers postings in any order of documents given, and writes them when it is closed."""

    def __init__(self, path: Path) -> None:
        self._sections = SectionWriter(path)
        self._buffers: dict[str, RunBuffer] = {}
        self._formats: dict[str, Format] = {}
        self._families: dict[str, Families | None] = {}
        self._partitions: dict[str, tuple[list[bytes], Array]] = {}
        self._documents = 0
        self._waiting = 0
        self._field: tuple[str, Format] = ("", Existence())
        self._term = b""

    @property
    def is_closed(self) -> bool:
        """Whether the file is finished."""
        return self._sections.closed

    # --- new documents --------------------------------------------------------------------------

    def add_words(self, name: str, field: FieldType, document: int, words: Sequence[str]) -> int:
        """Put a document's words, "" for an empty place; gives their number."""
        self._documents = max(self._documents, document + 1)
        buffer = self._buffers.get(name) or self._buffer(name, field)
        self._waiting += len(words)
        return buffer.add_words(document, words)

    def add_items(self, name: str, field: FieldType, document: int, items: Any) -> int:
        """Put what a Whoosh field made of a value; gives the sum of frequencies."""
        self._documents = max(self._documents, document + 1)
        buffer = self._buffers.get(name) or self._buffer(name, field)
        positioned = isinstance(field.format, Positions)
        length = 0
        for term, frequency, weight, value in items:
            if weight != frequency:
                _check_weight(name, frequency, weight)
            places = field.format.decode_positions(value) if positioned else None
            buffer.add_posting(document, term, frequency, places)
            length += frequency
        self._waiting += length
        return length

    def spill_if_full(self) -> None:
        """Set words aside on disk once they are too many for memory."""
        if self._waiting >= WORDS_A_RUN:
            self.spill()

    def spill(self) -> None:
        """Set all words aside on disk."""
        self._waiting = 0
        for buffer in self._buffers.values():
            buffer.spill()

    def merge(self, terms: Terms, numbers: Array, schema: Schema) -> None:
        """Take the postings of another segment.

        `numbers` gives the new number of each of its documents, -1 for those that are gone. Its
        documents come after all that were added so far.
        """
        self.spill()
        self._documents = max(self._documents, int(numbers.max(initial=-1)) + 1)
        for name, postings in terms.fields.items():
            if name in schema and schema[name].format is not None:
                buffer = self._buffer(name, schema[name])
                buffer.runs.append(MergedField(postings, numbers))

    def _buffer(self, name: str, field: FieldType) -> RunBuffer:
        buffer = self._buffers.get(name)
        if buffer is None:
            _check_format(name, field.format)
            self._formats[name] = field.format
            self._families[name] = getattr(field, "families", None)
            places = isinstance(field.format, Positions)
            buffer = self._buffers[name] = RunBuffer(self._sections.folder, places=places)
        return buffer

    # --- what a stock Whoosh writer calls ---------------------------------------------------------

    def start_field(self, fieldname: str, fieldobj: FieldType) -> None:
        """Begin a field."""
        self._field = fieldname, fieldobj.format
        self._buffer(fieldname, fieldobj)

    def start_term(self, text: bytes) -> None:
        """Begin a term."""
        self._term = text

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int) -> None:
        """Put a posting of the current term."""
        name, format_ = self._field
        places = format_.decode_positions(vbytes) if isinstance(format_, Positions) else None
        frequency = len(places) if places is not None else round(weight)
        _check_weight(name, frequency, weight)
        self._documents = max(self._documents, docnum + 1)
        self._buffers[name].add_posting(docnum, self._term, frequency, places)

    def finish_term(self) -> None:
        """End the term."""

    def finish_field(self) -> None:
        """End the field: a stock writer comes term by term, so a run ends with it."""
        self._buffers[self._field[0]].spill()

    # --- the file -------------------------------------------------------------------------------

    def close(self) -> None:
        """Merge all runs and segments and write the file."""
        self.spill()
        try:
            written = []
            for name in self._in_order():
                runs = self._buffers[name].runs
                if runs and self._write(name, runs):
                    written.append(name)
            self._sections.finish({"fields": written, "documents": self._documents})
        finally:
            self._let_go()

    def abandon(self) -> None:
        """Leave no file."""
        self._sections.abandon()
        self._let_go()

    def _let_go(self) -> None:
        for buffer in self._buffers.values():
            for run in buffer.runs:
                run.close()
            buffer.runs.clear()

    def _in_order(self) -> Iterator[str]:
        """The fields, those first by which others are partitioned."""
        partitions = self._partitioning()
        yield from (name for name in sorted(self._buffers) if name in partitions)
        yield from (name for name in sorted(self._buffers) if name not in partitions)

    def _partitioning(self) -> set[str]:
        return {each.partition for each in self._families.values() if each is not None}

    def _write(self, name: str, sources: Sequence[Source]) -> bool:
        """Write one field; says whether it holds anything."""
        format_, families = self._formats[name], self._families[name]
        width = 0
        if isinstance(format_, Positions):
            beyond = np.sum([source.places_above for source in sources], axis=0)
            width = best_width(sum(source.words for source in sources), *beyond.tolist())
        shape = Shape(frequencies=type(format_) is not Existence, places_width=width)
        field = FieldWriter(self._sections, name, shape)
        watch = None
        if families is not None:
            nothing: list[bytes] = []
            parts, part_of = self._partitions.get(
                families.partition, (nothing, np.zeros(self._documents, np.uint8))
            )
            watch = FamilyWriter(families, parts, part_of)
        is_partition = name in self._partitioning()
        part_of_document = np.zeros(self._documents if is_partition else 0, np.uint16)
        for block in blocks(sources):
            if is_partition:
                ordinals = np.arange(len(block.terms)) + len(field.terms) + 1
                part_of_document[block.documents] = np.repeat(ordinals, block.holders)
            field.extend(block)
            if watch is not None:
                watch.see(block)
        field.finish()
        if is_partition:
            self._partitions[name] = field.terms, part_of_document
        if watch is not None:
            watch.finish(self._sections, name, field.terms)
        return bool(field.terms)


def _check_format(name: str, format_: Format) -> None:
    if type(format_) not in {Existence, Frequency, Positions}:
        message = f"{name}: this codec has no columns for {type(format_).__name__}"
        raise TypeError(message)


def _check_weight(name: str, frequency: int, weight: float) -> None:
    if weight != frequency:
        message = f"{name}: weights other than frequencies are given in queries, not in documents"
        raise ValueError(message)
