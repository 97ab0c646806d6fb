"""Words of new documents on their way into a segment: gathered, sorted, and set aside on disk.

Memory holds the words of one run only. A full run is sorted by term and document and written to an
unnamed file; `merging` reads the runs back stretch by stretch, in the order of their terms.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from summit_reader.index.codec.merging import Stretch
from summit_reader.index.codec.narrow import BYTE, SHORT
from summit_reader.index.codec.sections import Array, drop, smallest_dtype, spool
from summit_reader.index.codec.tokens import Tokens, Words
from summit_reader.index.codec.vocabulary import Vocabulary

_DIGIT = 16


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
        self._file = spool(folder)
        self._columns: list[tuple[np.dtype[np.unsignedinteger], int]] = []
        places = columns[2]
        self.places_above = (
            (0, 0) if places is None else (int((places > BYTE).sum()), int((places > SHORT).sum()))
        )
        self.words = 0 if places is None else len(places)
        try:
            self._write(columns)
        except BaseException:
            self.close()
            raise

    def _write(self, columns: tuple[Array, Array, Array | None]) -> None:
        for column in columns:
            if column is not None:
                narrow = column.astype(smallest_dtype(int(column.max(initial=0))))
                self._columns.append((narrow.dtype, self._file.tell()))
                self._file.write(narrow.data)
        self._file.flush()

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
        drop(self._file)

    def _column(
        self, dtype: np.dtype[np.unsignedinteger], place: int, start: int, end: int
    ) -> Array:
        self._file.seek(place + start * dtype.itemsize)
        return np.frombuffer(self._file.read((end - start) * dtype.itemsize), dtype)


Watch = Callable[[list[bytes], Array, Array, Array], None]


class WordBuffer:
    """The words of one field's new documents, since the last run was set aside."""

    def __init__(self, folder: Path, watch: Watch | None = None) -> None:
        """`watch` is shown all words in order: terms, numbers, documents, places."""
        self._folder = folder
        self._watch = watch
        self._start_over()

    def _start_over(self) -> None:
        self._vocabulary = Vocabulary()
        self._tokens: Tokens | None = None
        self._texts: list[tuple[int, int, int, int]] = []
        self._numbers: list[Array] = []
        self._documents: list[Array] = []
        self._places: list[Array] = []

    def add(self, document: int, words: Words) -> int:
        """Put a document's words; gives how many there are. Documents come in their order."""
        if words.tokens is not self._tokens:
            self._look_up()
            self._tokens = words.tokens
        place = count = 0
        for start, end in words.spans():
            self._texts.append((document, start, end - start, place))
            count += words.tokens.count(start, end)
            place += end - start + words.gap
        return count

    def _look_up(self) -> None:
        """Turn the words that wait into numbers; they are all of the same tokens."""
        if self._tokens is None or not self._texts:
            return
        document, start, count, place = np.array(self._texts, np.int64).T
        self._texts = []
        number = np.arange(int(count.sum()))
        before = np.cumsum(count) - count
        at = number + np.repeat(start - before, count)
        places = number + np.repeat(place - before, count)
        documents = np.repeat(document.astype(np.uint32), count)
        held = self._tokens.codes[at] != 0
        if not held.all():
            at, places, documents = at[held], places[held], documents[held]
        numbers = self._vocabulary.numbers(self._tokens, at)
        self._numbers.append(numbers)
        self._documents.append(documents)
        self._places.append(places.astype(np.uint32))
        if self._watch is not None:
            self._watch(self._vocabulary.terms, numbers, documents, places)

    def run(self) -> Run | None:
        """All there is, sorted and set aside; None for nothing. The buffer is empty then."""
        self._look_up()
        terms = self._vocabulary.terms
        numbers, documents, places = self._numbers, self._documents, self._places
        self._start_over()
        if not terms:
            return None
        order, ordinals = _in_order(terms, np.concatenate(numbers))
        del numbers[:]
        at = sorting(ordinals)
        ordinals = ordinals[at]
        held = np.concatenate(documents)[at]
        heads = np.empty(len(at), bool)
        heads[0] = True
        np.not_equal(ordinals[1:], ordinals[:-1], out=heads[1:])
        terms_at = np.flatnonzero(heads)
        heads[1:] |= held[1:] != held[:-1]
        first = np.flatnonzero(heads)
        return Run(
            self._folder,
            order,
            np.diff(np.append(np.searchsorted(first, terms_at), len(first))),
            np.diff(np.append(terms_at, len(at))),
            (held[first], np.diff(np.append(first, len(at))), np.concatenate(places)[at]),
        )


class PostingBuffer:
    """The postings of one field's new documents that come one by one."""

    def __init__(self, folder: Path, *, places: bool) -> None:
        self._folder = folder
        self._has_places = places
        self._start_over()

    def _start_over(self) -> None:
        self._coded: dict[bytes, int] = {}
        self._numbers = array("I")
        self._documents = array("I")
        self._frequencies = array("I")
        self._places = array("I")

    def add_once(self, document: int, terms: Sequence[bytes]) -> None:
        """Put terms that the document holds once. For each term, documents come in their order."""
        coded = self._coded
        for term in terms:
            self._numbers.append(coded.setdefault(term, len(coded)))
            self._documents.append(document)
            self._frequencies.append(1)

    def add(self, document: int, term: bytes, frequency: int, places: Sequence[int] | None) -> None:
        """Put one term of a document. For each term, documents come in their order."""
        self._numbers.append(self._coded.setdefault(term, len(self._coded)))
        self._documents.append(document)
        self._frequencies.append(frequency)
        if self._has_places and places is not None:
            self._places.extend(places)

    def run(self) -> Run | None:
        """All there is, sorted and set aside; None for nothing. The buffer is empty then."""
        if not self._numbers:
            return None
        terms, ordinals = _in_order(list(self._coded), np.frombuffer(self._numbers, np.uint32))
        at = sorting(ordinals)
        frequencies = np.frombuffer(self._frequencies, np.uint32)
        documents = np.frombuffer(self._documents, np.uint32)[at]
        places = None
        if self._has_places:
            begins = (np.cumsum(frequencies, dtype=np.int64) - frequencies)[at]
            own = frequencies[at].astype(np.int64)
            shift = np.repeat(begins - (np.cumsum(own) - own), own)
            places = np.frombuffer(self._places, np.uint32)[shift + np.arange(len(shift))]
        frequencies = frequencies[at]
        ordinals = ordinals[at]
        begins_term = np.searchsorted(ordinals, np.arange(len(terms)))
        run = Run(
            self._folder,
            terms,
            np.bincount(ordinals, minlength=len(terms)),
            np.add.reduceat(frequencies, begins_term, dtype=np.int64),
            (documents, frequencies, places),
        )
        self._start_over()
        return run


def _in_order(terms: list[bytes], numbers: Array) -> tuple[list[bytes], Array]:
    """The terms sorted, and for each of `numbers` its term's place among them."""
    order = sorted(range(len(terms)), key=terms.__getitem__)
    rank = np.empty(len(terms), np.uint32)
    rank[order] = np.arange(len(terms), dtype=np.uint32)
    return [terms[number] for number in order], rank[numbers]


def sorting(ordinals: Array) -> Array:
    """The places of `ordinals` in ascending order, equal ones as they stand.

    numpy sorts numbers of sixteen bits by their digits, three times as fast as wider ones by
    comparison; two such sorts make one of thirty-two bits.
    """
    at = np.argsort(ordinals.astype(np.uint16), kind="stable")
    high = (ordinals >> _DIGIT).astype(np.uint16)
    if high.any():
        at = at[np.argsort(high[at], kind="stable")]
    return at
