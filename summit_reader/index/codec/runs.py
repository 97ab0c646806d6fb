"""Words of new documents on their way into a segment: gathered, sorted, and set aside on disk.

Memory holds the words of one run only. A full run is sorted by term and document and written to an
unnamed file; `merging` reads the runs back stretch by stretch, in the order of their terms.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import numpy as np

from summit_reader.index.codec.merging import Source, Stretch
from summit_reader.index.codec.narrow import BYTE, SHORT
from summit_reader.index.codec.sections import Array, smallest_dtype

_NO_TERM = -1


class Run:
    """A sorted run in its file. A `merging.Source`."""

    def __init__(
        self,
        folder: Path,
        terms: list[bytes],
        holders: Array,
        lengths: Array,
        columns: tuple[Array, Array, Array | None],
    ) -> None:
        self.terms = terms
        self.sizes = holders
        self._postings = np.concatenate(([0], np.cumsum(holders)))
        self._words = np.concatenate(([0], np.cumsum(lengths)))
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `close`
        self._columns: list[tuple[np.dtype[np.unsignedinteger], int]] = []
        places = columns[2]
        self.places_above = (
            (0, 0) if places is None else (int((places > BYTE).sum()), int((places > SHORT).sum()))
        )
        self.words = 0 if places is None else len(places)
        for column in columns:
            if column is not None:
                narrow = column.astype(smallest_dtype(int(column.max(initial=0))))
                self._columns.append((narrow.dtype, self._file.tell()))
                self._file.write(narrow.data)

    def read(self, start: int, end: int) -> Stretch:
        """The postings of the terms `[start, end)`."""
        of_postings = int(self._postings[start]), int(self._postings[end])
        of_words = int(self._words[start]), int(self._words[end])
        spans = (of_postings, of_postings, of_words)
        documents, frequencies, *places = (
            self._column(*column, *span) for column, span in zip(self._columns, spans, strict=False)
        )
        return Stretch(
            self.sizes[start:end],
            np.diff(self._words[start : end + 1]),
            documents,
            frequencies,
            places[0] if places else None,
        )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _column(
        self, dtype: np.dtype[np.unsignedinteger], place: int, start: int, end: int
    ) -> Array:
        self._file.seek(place + start * dtype.itemsize)
        return np.frombuffer(self._file.read((end - start) * dtype.itemsize), dtype)


class _Vocabulary(dict[str, int]):
    """The number of each word of a run, given out as words are met."""

    def __init__(self) -> None:
        super().__init__()
        self[""] = _NO_TERM
        self.terms: list[bytes] = []

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self.terms)
        self.terms.append(word.encode("utf-8", "surrogatepass"))
        return number


class RunBuffer:
    """What one field's new documents hold, since the last run was set aside."""

    def __init__(self, folder: Path, *, places: bool) -> None:
        self._folder = folder
        self._places = places
        self.runs: list[Source] = []
        self._start_over()

    def _start_over(self) -> None:
        self._vocabulary = _Vocabulary()
        self._coded: dict[bytes, int] = {}
        self._words: list[int] = []
        self._documents = array("I")
        self._counts = array("I")
        self._positions: array[int] | None = None

    def add_words(self, document: int, words: Sequence[str]) -> int:
        """Put a document's words, in order, "" for an empty place; gives the number of words."""
        before = len(self._words)
        self._words.extend(map(self._vocabulary.__getitem__, words))
        count = len(self._words) - before
        self._documents.append(document)
        self._counts.append(count)
        if self._positions is not None:
            self._positions.extend(range(count))
        return count - (words.count("") if "" in words else 0)

    def add_posting(
        self, document: int, term: bytes, frequency: int, positions: Sequence[int] | None
    ) -> None:
        """Put one term of a document."""
        number = self._coded.get(term)
        if number is None:
            number = self._coded[term] = len(self._vocabulary.terms)
            self._vocabulary.terms.append(term)
        if self._places and self._positions is None:
            self._positions = array("I")
            for count in self._counts:
                self._positions.extend(range(count))
        if frequency == 1:
            self._words.append(number)
        else:
            self._words.extend([number] * frequency)
        self._documents.append(document)
        self._counts.append(frequency)
        if self._positions is not None and positions is not None:
            self._positions.extend(positions)

    def spill(self) -> None:
        """Sort what there is and set it aside."""
        if self._words:
            run = self._sorted()
            if run is not None:
                self.runs.append(run)
        self._start_over()

    def _sorted(self) -> Run | None:
        words = np.array(self._words, np.int32)
        self._words = []
        counts = np.frombuffer(self._counts, np.uint32).astype(np.int64)
        documents = np.repeat(np.frombuffer(self._documents, np.uint32), counts)
        if self._positions is not None:
            positions = np.frombuffer(self._positions, np.uint32)
        else:
            positions = np.arange(len(words), dtype=np.uint32)
            positions -= np.repeat((np.cumsum(counts) - counts).astype(np.uint32), counts)
        terms = self._vocabulary.terms
        order = sorted(range(len(terms)), key=terms.__getitem__)
        if not order:
            return None
        rank = np.empty(len(terms), np.uint64)
        rank[order] = np.arange(len(terms), dtype=np.uint64)
        bits = np.uint64(max(len(words) - 1, 1).bit_length())
        key = rank[words]
        key <<= bits
        key |= np.arange(len(words), dtype=np.uint64)
        if (words < 0).any():
            key = key[words >= 0]
        if not len(key):
            return None
        key.sort()
        place = (key & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        key >>= bits
        documents = documents[place]
        begins = np.empty(len(key), bool)
        begins[0] = True
        np.not_equal(key[1:], key[:-1], out=begins[1:])
        begins_term = np.flatnonzero(begins)
        begins[1:] |= documents[1:] != documents[:-1]
        heads = np.flatnonzero(begins)
        held = key[begins_term].astype(np.int64)  # every term that is not only an empty place
        holders = np.diff(np.append(np.searchsorted(heads, begins_term), len(heads)))
        return Run(
            self._folder,
            [terms[order[number]] for number in held.tolist()],
            holders,
            np.diff(np.append(begins_term, len(key))),
            (
                documents[heads],
                np.diff(np.append(heads, len(key))),
                positions[place] if self._places else None,
            ),
        )
