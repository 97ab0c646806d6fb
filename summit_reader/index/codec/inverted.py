"""Writes a segment's postings: from runs of new words and from segments that are merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.base import FieldWriter as WhooshFieldWriter
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Format, Frequency, Positions

from summit_reader.index.codec.families import Families, FamilyWriter
from summit_reader.index.codec.merging import Source, Stretch, blocks
from summit_reader.index.codec.narrow import best_width
from summit_reader.index.codec.pairs import PairBuffer, pairs_field
from summit_reader.index.codec.postings import FieldPostings, FieldWriter, Shape
from summit_reader.index.codec.runs import PostingBuffer, WordBuffer
from summit_reader.index.codec.sections import Array, SectionWriter
from summit_reader.index.codec.terms import Terms
from summit_reader.index.codec.tokens import Words

WORDS_A_RUN = 3 << 19
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


class _Gathering:
    """What one field has been given so far: older segments and runs, in the order they came."""

    def __init__(self, folder: Path, field: FieldType) -> None:
        _check_format(field)
        self.format: Format = field.format
        self.families: Families | None = getattr(field, "families", None)
        self.sources: list[Source] = []
        self.common: frozenset[bytes] = getattr(field, "common", frozenset())
        """The words whose pairs are kept; none once anything came without its pairs."""
        self.pair_sources: list[Source] = []
        self._pairs = PairBuffer(folder, self.common) if self.common else None
        self.words = WordBuffer(folder, self._pairs.see if self._pairs else None)
        self.postings = PostingBuffer(folder, places=isinstance(field.format, Positions))

    def spill(self) -> None:
        """Set what waits in memory aside on disk."""
        for buffer in (self.words, self.postings):
            run = buffer.run()
            if run is not None:
                self.sources.append(run)
                if buffer is self.postings:
                    self.common = frozenset()
        pairs = self._pairs.run() if self._pairs else None
        if pairs is not None:
            self.pair_sources.append(pairs)

    def merge(self, terms: Terms, name: str, numbers: Array) -> None:
        """Take the field of an older segment."""
        self.sources.append(MergedField(terms.fields[name], numbers))
        pairs = terms.pairs(name)
        if pairs is None or pairs.common != self.common:
            self.common = frozenset()
        else:
            self.pair_sources.append(MergedField(pairs.postings, numbers))

    def close(self) -> None:
        """Let go of all files."""
        for source in (*self.sources, *self.pair_sources):
            source.close()
        self.sources.clear()
        self.pair_sources.clear()


class PostingsWriter(WhooshFieldWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Gathers postings in any order of documents given, and writes them when it is closed."""

    def __init__(self, path: Path) -> None:
        self._sections = SectionWriter(path)
        self._fields: dict[str, _Gathering] = {}
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

    def words_of(self, name: str, field: FieldType) -> Callable[[int, Words], int]:
        """What puts a document's words into the field and gives their number."""
        return self._gathering(name, field).words.add

    def terms_of(self, name: str, field: FieldType) -> Callable[[int, Sequence[bytes]], None]:
        """What puts terms that a document holds once into the field."""
        return self._gathering(name, field).postings.add_once

    def end_document(self, document: int, words: int) -> None:
        """Note that a document is complete, and set words aside on disk if they are too many."""
        self._documents = document + 1
        self._waiting += words
        if self._waiting >= WORDS_A_RUN:
            self.spill()

    def add_items(self, name: str, field: FieldType, document: int, items: Any) -> int:
        """Put what a Whoosh field made of a value; gives the sum of frequencies."""
        buffer = self._gathering(name, field).postings
        positioned = isinstance(field.format, Positions)
        length = 0
        for term, frequency, _, value in items:
            places = field.format.decode_positions(value) if positioned else None
            buffer.add(document, term, frequency, places)
            length += frequency
        return length

    def spill(self) -> None:
        """Set all words aside on disk."""
        self._waiting = 0
        for each in self._fields.values():
            each.spill()

    def merge(self, terms: Terms, numbers: Array, schema: Schema) -> None:
        """Take the postings of another segment.

        `numbers` gives the new number of each of its documents, -1 for those that are gone. Its
        documents come after all that were added so far.
        """
        self.spill()
        self._documents = max(self._documents, int(numbers.max(initial=-1)) + 1)
        for name in terms.fields:
            if name in schema and schema[name].format is not None:
                self._gathering(name, schema[name]).merge(terms, name, numbers)

    def _gathering(self, name: str, field: FieldType) -> _Gathering:
        known = self._fields.get(name)
        if known is None:
            known = self._fields[name] = _Gathering(self._sections.folder, field)
        return known

    # --- what a stock Whoosh writer calls ---------------------------------------------------------

    def start_field(self, fieldname: str, fieldobj: FieldType) -> None:
        """Begin a field."""
        self._field = fieldname, fieldobj.format
        self._gathering(fieldname, fieldobj)

    def start_term(self, text: bytes) -> None:
        """Begin a term."""
        self._term = text

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int) -> None:
        """Put a posting of the current term."""
        name, format_ = self._field
        places = format_.decode_positions(vbytes) if isinstance(format_, Positions) else None
        frequency = len(places) if places is not None else round(weight)
        check_weight(name, frequency, weight)
        self._documents = max(self._documents, docnum + 1)
        self._fields[name].postings.add(docnum, self._term, frequency, places)

    def finish_term(self) -> None:
        """End the term."""

    def finish_field(self) -> None:
        """End the field: a stock writer comes term by term, so a run ends with it."""
        self._fields[self._field[0]].spill()

    # --- the file -------------------------------------------------------------------------------

    def close(self) -> None:
        """Merge all runs and segments and write the file."""
        self.spill()
        try:
            gathered = ((name, self._fields[name]) for name in self._in_order())
            written = [
                name for name, field in gathered if field.sources and self._write(name, field)
            ]
            pairs = {
                name: sorted(word.decode("utf-8", "surrogatepass") for word in field.common)
                for name, field in self._fields.items()
                if name in written and self._write_pairs(name, field)
            }
            facts = {"fields": written, "pairs": pairs, "documents": self._documents}
            self._sections.finish(facts)
        finally:
            self._let_go()

    def abandon(self) -> None:
        """Leave no file."""
        self._sections.abandon()
        self._let_go()

    def _let_go(self) -> None:
        for each in self._fields.values():
            each.close()

    def _in_order(self) -> Iterator[str]:
        """The fields, those first by which others are partitioned."""
        partitions = self._partitioning()
        yield from (name for name in sorted(self._fields) if name in partitions)
        yield from (name for name in sorted(self._fields) if name not in partitions)

    def _partitioning(self) -> set[str]:
        families = (each.families for each in self._fields.values())
        return {each.partition for each in families if each is not None}

    def _write(self, name: str, gathered: _Gathering) -> bool:
        """Write one field; says whether it holds anything."""
        format_, families, sources = gathered.format, gathered.families, gathered.sources
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

    def _write_pairs(self, name: str, gathered: _Gathering) -> bool:
        """Write the pairs of one field; says whether they are all of them."""
        if not gathered.common:
            return False
        shape = Shape(frequencies=False, places_width=0)
        field = FieldWriter(self._sections, pairs_field(name), shape)
        for block in blocks(gathered.pair_sources):
            field.extend(block)
        field.finish()
        return True


def _check_format(field: FieldType) -> None:
    if type(field.format) not in {Existence, Frequency, Positions}:
        message = f"this codec has no columns for {type(field.format).__name__}: {field!r}"
        raise TypeError(message)


def check_weight(name: str, frequency: int, weight: float) -> None:
    """Refuse a weight that is not a frequency.

    Raises:
        ValueError: if it is none.
    """
    if weight != frequency:
        message = f"{name}: weights other than frequencies are given in queries, not in documents"
        raise ValueError(message)
