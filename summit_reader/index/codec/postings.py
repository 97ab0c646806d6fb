"""The postings of one field, term after term, in columns.

A posting is a document that holds a term, how often, and where. Documents are stored as the low
sixteen bits of their number; the high bits are those of the *chunk* they stand in, a stretch of one
term's postings within 65,536 documents. A term is looked up in its chunks without reading the rest.
Postings of neighbouring terms are neighbours, so that a prefix is one stretch.

Places (word positions) follow one another in the order of the postings. Where a posting's places
begin is the sum of all frequencies before it; the sum is stored for every 32nd posting.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from summit_reader.index.codec.dictionary import TermDictionary, write_terms
from summit_reader.index.codec.narrow import BYTE, SHORT, NarrowArray, NarrowWriter
from summit_reader.index.codec.sections import Array, SectionFile, SectionWriter

CHUNK_BITS = 16
MARK_EVERY = 32
"""Postings from one stored beginning of places to the next."""

_LOW = (1 << CHUNK_BITS) - 1
_FEW_CHUNKS = 64
_ASKED_SHARE = 8
"""Asked about more than an eighth of a stretch, it is read whole."""


@dataclass(frozen=True, slots=True)
class Block:
    """Postings of consecutive terms on their way into a field."""

    terms: list[bytes]
    holders: Array
    """For each term, the number of documents that hold it; none is 0."""
    documents: Array
    frequencies: Array | None
    places: Array | None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field's postings say about a document, and how wide its places are."""

    frequencies: bool
    places_width: int
    """Bytes of a place; 0 where none are kept."""


class FieldWriter:
    """Writes one field, block after block, terms ascending."""

    def __init__(self, sections: SectionWriter, name: str, shape: Shape) -> None:
        self._sections = sections
        self._name = name
        self._shape = shape
        self.terms: list[bytes] = []
        self._chunks_before: list[Array] = [np.zeros(1, np.uint32)]
        self._chunks = self._postings = self._places = 0
        self._highs = sections.grow(f"{name}/highs", "<u2")
        self._starts = sections.grow(f"{name}/starts", "<u8")
        self._lows = sections.grow(f"{name}/lows", "<u2")
        if shape.frequencies:
            self._frequencies = NarrowWriter(sections, f"{name}/frequencies", 1)
        if shape.places_width:
            self._marks = sections.grow(f"{name}/marks", "<u8")
            self._positions = NarrowWriter(sections, f"{name}/positions", shape.places_width)

    def extend(self, block: Block) -> None:
        """Write a block whose terms sort after all before them."""
        self.terms.extend(block.terms)
        documents = block.documents
        ends = np.cumsum(block.holders)
        begins_chunk = np.zeros(len(documents), bool)
        begins_chunk[ends - block.holders] = True
        high = documents >> CHUNK_BITS
        begins_chunk[1:] |= high[1:] != high[:-1]
        first = np.flatnonzero(begins_chunk)
        self._highs.extend(high[first])
        self._starts.extend(first + self._postings)
        self._chunks_before.append((np.searchsorted(first, ends) + self._chunks).astype(np.uint32))
        self._lows.extend((documents & _LOW).astype(np.uint16))
        if block.frequencies is not None and self._shape.frequencies:
            self._frequencies.extend(block.frequencies)
        if block.places is not None and block.frequencies is not None and self._shape.places_width:
            begin = np.cumsum(block.frequencies, dtype=np.int64) - block.frequencies
            self._marks.extend(begin[-self._postings % MARK_EVERY :: MARK_EVERY] + self._places)
            self._positions.extend(block.places)
            self._places += len(block.places)
        self._chunks += len(first)
        self._postings += len(documents)

    def finish(self) -> None:
        """Write what is known only now."""
        self._starts.extend(np.array([self._postings]))
        self._sections.settle()
        write_terms(self._sections, self._name, self.terms)
        self._sections.add(f"{self._name}/chunks", np.concatenate(self._chunks_before))


class FieldPostings:
    """The postings of one field, read in place."""

    def __init__(self, file: SectionFile, name: str, documents: int) -> None:
        self.terms = TermDictionary(file, name)
        self.documents = documents
        self._chunks = file[f"{name}/chunks"]
        self._chunk_of = self._chunks.data
        self._highs = file[f"{name}/highs"]
        self._starts = file[f"{name}/starts"]
        self._start_of = self._starts.data
        self._lows = file[f"{name}/lows"]
        self._frequencies = (
            NarrowArray(file, f"{name}/frequencies") if f"{name}/frequencies" in file else None
        )
        self._positions = (
            NarrowArray(file, f"{name}/positions") if f"{name}/positions" in file else None
        )
        self._marks = file[f"{name}/marks"] if self._positions is not None else None

    @property
    def has_places(self) -> bool:
        """Whether it is known where in a document a term stands."""
        return self._positions is not None

    @property
    def has_frequencies(self) -> bool:
        """Whether it is known how often a term stands in a document."""
        return self._frequencies is not None

    @property
    def places_count(self) -> int:
        """How many places there are in all."""
        return 0 if self._positions is None else len(self._positions)

    @property
    def places_above(self) -> tuple[int, int]:
        """How many places exceed 254 and 65,534."""
        if self._positions is None:
            return 0, 0
        return self._positions.count_above(BYTE), self._positions.count_above(SHORT)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The postings `[from, to)` of the terms with ordinals `[start, end)`."""
        starts, chunks = self._start_of, self._chunk_of
        return starts[chunks[start]], starts[chunks[end]]

    def holders(self, ordinal: int) -> int:
        """How many documents hold the term, deleted ones included."""
        start, end = self.stretch(ordinal, ordinal + 1)
        return end - start

    def all_holders(self, start: int, end: int) -> Array:
        """For each of the terms `[start, end)`, the number of documents that hold it."""
        return np.diff(self._starts[self._chunks[start : end + 1]]).astype(np.int64)

    def holding(self, start: int, end: int) -> Array:
        """The documents of the postings of terms `[start, end)`; ascending for a single term."""
        first, last = self._chunk_of[start], self._chunk_of[end]
        here = self._lows[self._start_of[first] : self._start_of[last]].astype(np.uint32)
        if self.documents > 1 << CHUNK_BITS and len(here):
            if last - first < _FEW_CHUNKS:  # a loop costs less than `repeat`
                base = self._start_of[first]
                for chunk in range(first, last):
                    if high := int(self._highs[chunk]):
                        begin, end_ = self._start_of[chunk] - base, self._start_of[chunk + 1] - base
                        here[begin:end_] += np.uint32(high << CHUNK_BITS)
            else:
                lengths = np.diff(self._starts[first : last + 1]).astype(np.int64)
                highs = self._highs[first:last].astype(np.uint32) << np.uint32(CHUNK_BITS)
                here += np.repeat(highs, lengths)
        return here

    def frequencies(self, start: int, end: int) -> Array:
        """How often the term stands in the document, for postings `[start, end)`."""
        if self._frequencies is None:
            return np.ones(end - start, np.uint8)
        return self._frequencies.stretch(start, end)

    def frequencies_at(self, postings: Array) -> Array:
        """How often the term stands in the document, for each of `postings`."""
        if self._frequencies is None:
            return np.ones(len(postings), np.uint8)
        return self._frequencies.at(postings)

    def frequencies_in(self, ordinal: int, documents: Array) -> Array:
        """How often the term stands in each of `documents` (ascending), 0 where it does not."""
        if len(documents) * _ASKED_SHARE > self.holders(ordinal):
            frequencies = self.frequencies(*self.stretch(ordinal, ordinal + 1))
            everywhere = np.zeros(self.documents, frequencies.dtype)
            everywhere[self.holding(ordinal, ordinal + 1)] = frequencies
            asked: Array = everywhere[documents]
            return asked
        at, postings = self.find(ordinal, documents)
        frequencies = self.frequencies_at(postings)
        found = np.zeros(len(documents), frequencies.dtype)
        found[at] = frequencies
        return found

    def find(self, ordinal: int, documents: Array) -> tuple[Array, Array]:
        """Which of `documents` (ascending) hold the term: their places among them, and postings."""
        first, last = self._chunk_of[ordinal], self._chunk_of[ordinal + 1]
        if len(documents) * _ASKED_SHARE > self.holders(ordinal):
            return self._find_many(ordinal, documents)
        found: list[Array] = []
        postings: list[Array] = []
        for chunk in range(first, last):
            high = int(self._highs[chunk]) << CHUNK_BITS
            if self.documents > 1 << CHUNK_BITS:
                low_at = int(np.searchsorted(documents, np.uint32(high)))
                high_at = int(np.searchsorted(documents, np.uint32(high + _LOW), "right"))
                if low_at == high_at:
                    continue
                wanted = (documents[low_at:high_at] & _LOW).astype(np.uint16)
            else:
                low_at, wanted = 0, documents.astype(np.uint16)
            start, end = self._start_of[chunk], self._start_of[chunk + 1]
            lows = self._lows[start:end]
            at = np.searchsorted(lows, wanted)
            at[at == len(lows)] = 0
            held = np.flatnonzero(lows[at] == wanted)
            found.append(held + low_at)
            postings.append(at[held] + start)
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        if len(found) == 1:
            return found[0], postings[0]
        return np.concatenate(found), np.concatenate(postings)

    def _find_many(self, ordinal: int, documents: Array) -> tuple[Array, Array]:
        """As `find`, by an array of all documents instead of searching for each."""
        holding = self.holding(ordinal, ordinal + 1)
        posting_of = np.zeros(self.documents, np.uint32)
        posting_of[holding] = np.arange(1, len(holding) + 1, dtype=np.uint32)
        postings = posting_of[documents]
        held = np.flatnonzero(postings)
        return held, postings[held].astype(np.int64) + (self.stretch(ordinal, ordinal + 1)[0] - 1)

    def places(self, postings: Array) -> tuple[Array, Array]:
        """How many places each of `postings` (ascending) has, and all of them in a row."""
        if self._positions is None or self._marks is None:
            message = "this field keeps no places"
            raise LookupError(message)
        counts = self.frequencies_at(postings).astype(np.int64)
        begins = self._begins(postings)
        total = int(counts.sum())
        shift = begins - (np.cumsum(counts) - counts)
        return counts, self._positions.at(np.repeat(shift, counts) + np.arange(total))

    def _begins(self, postings: Array) -> Array:
        """Where the places of each posting (ascending) begin."""
        marked = postings // MARK_EVERY
        begins: Array = self._marks[marked].astype(np.int64)  # type: ignore[index]  # checked by `places`
        rest = postings - marked * MARK_EVERY
        if not len(postings) or not rest.any():
            return begins
        first, last = int(marked[0]) * MARK_EVERY, int(postings[-1])
        if len(postings) * _ASKED_SHARE > last - first:
            frequencies = self.frequencies(first, last + 1)
            before = np.cumsum(frequencies, dtype=np.int64) - frequencies + begins[0]
            all_begins: Array = before[postings - first]
            return all_begins
        steps = np.arange(MARK_EVERY - 1)
        window = (marked * MARK_EVERY)[:, None] + steps
        np.minimum(window, len(self._lows) - 1, out=window)
        before = self.frequencies_at(window.ravel()).reshape(window.shape)
        before = np.where(steps < rest[:, None], before, 0)
        begins += before.sum(axis=1, dtype=np.int64)
        return begins

    def all_places(self, start: int, end: int) -> Array:
        """The places of postings `[start, end)`, one after another."""
        if self._positions is None or start == end:
            return np.zeros(0, np.uint32)
        ends = np.array([start, end - 1])
        begin, last = self._begins(ends).tolist()
        return self._positions.stretch(begin, last + int(self.frequencies(end - 1, end)[0]))
