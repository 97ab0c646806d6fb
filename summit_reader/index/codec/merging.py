"""Many sorted sources of postings made one: the runs of a build, and segments that are merged.

Terms are taken in blocks of bounded size, so that memory depends on the block and not on the index.
Within a block every array is put in place by arithmetic on counts; no posting is touched by Python.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from summit_reader.index.codec.dictionary import union
from summit_reader.index.codec.postings import Block
from summit_reader.index.codec.sections import Array

WORDS_A_BLOCK = 1 << 20
TERMS_A_BLOCK = 1 << 15


@dataclass(frozen=True, slots=True)
class Stretch:
    """Postings of consecutive terms of one source.

    `holders` and `words` say for each term how many documents and how many words follow.
    """

    holders: Array
    words: Array
    documents: Array
    frequencies: Array
    places: Array | None


class Source(Protocol):
    """Postings sorted by term and document; its documents come after those of earlier sources."""

    terms: list[bytes]
    sizes: Array
    """Roughly how many postings each term has."""
    words: int
    """How many places there are in all, where places are kept."""
    places_above: tuple[int, int]
    """How many of them exceed 254 and 65,534."""

    def close(self) -> None:
        """Let go of what is open."""

    def read(self, start: int, end: int) -> Stretch:
        """The postings of its terms `[start, end)`."""


def blocks(sources: Sequence[Source]) -> Iterator[Block]:
    """The postings of all sources, in the order of terms and documents."""
    if len(sources) == 1:
        yield from _blocks_of(sources[0])
        return
    terms = union(source.terms for source in sources)
    number_of = {term: number for number, term in enumerate(terms)}
    numbers = [
        np.fromiter(map(number_of.__getitem__, source.terms), np.int64, len(source.terms))
        for source in sources
    ]
    del number_of
    sizes = np.zeros(len(terms), np.int64)
    for source, known in zip(sources, numbers, strict=True):
        sizes[known] += source.sizes
    for start, end in _bounds(sizes):
        yield from _block(terms, start, end, sources, numbers)


def _blocks_of(source: Source) -> Iterator[Block]:
    for start, end in _bounds(source.sizes):
        stretch = source.read(start, end)
        kept = np.flatnonzero(stretch.holders)
        if len(kept):
            yield Block(
                [source.terms[start + number] for number in kept.tolist()],
                stretch.holders[kept],
                stretch.documents.astype(np.uint32, copy=False),
                stretch.frequencies,
                stretch.places,
            )


def _bounds(sizes: Array) -> Iterator[tuple[int, int]]:
    """The terms `[start, end)` of each block: so many that they hold about `WORDS_A_BLOCK`."""
    start, ends = 0, np.cumsum(sizes)
    while start < len(sizes):
        before = int(ends[start - 1]) if start else 0
        end = int(np.searchsorted(ends, before + WORDS_A_BLOCK, "right"))
        end = max(start + 1, min(end, start + TERMS_A_BLOCK, len(sizes)))
        yield start, end
        start = end


def _block(
    terms: list[bytes], start: int, end: int, sources: Sequence[Source], numbers: list[Array]
) -> Iterator[Block]:
    read: list[tuple[Array, Stretch]] = []
    for source, known in zip(sources, numbers, strict=True):
        first, last = np.searchsorted(known, (start, end)).tolist()
        if first < last:
            read.append((known[first:last] - start, source.read(first, last)))
    size = end - start, len(read)
    holders, words = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for number, (known, stretch) in enumerate(read):
        holders[known, number] = stretch.holders
        words[known, number] = stretch.words
    stretches = [stretch for _, stretch in read]
    where = [known for known, _ in read]
    documents = _placed(holders, where, [each.documents for each in stretches])
    if not len(documents):
        return
    frequencies = _placed(holders, where, [each.frequencies for each in stretches])
    places = [each.places for each in stretches if each.places is not None]
    held = holders.sum(axis=1)
    kept = np.flatnonzero(held)
    yield Block(
        terms[start:end] if len(kept) == size[0] else [terms[start + n] for n in kept.tolist()],
        held[kept],
        documents.astype(np.uint32, copy=False),
        frequencies,
        _placed(words, where, places) if len(places) == len(read) else None,
    )


def _placed(counts: Array, where: list[Array], columns: list[Array]) -> Array:
    """The columns of all sources, laid out term by term and, within a term, source by source."""
    if len(columns) == 1:
        return columns[0]
    flat = counts.ravel()
    begins = (np.cumsum(flat) - flat).reshape(counts.shape)
    dtype = np.result_type(*columns)
    result = np.empty(int(flat.sum()), dtype)
    for number, (known, column) in enumerate(zip(where, columns, strict=True)):
        of_term = counts[known, number]
        own = np.cumsum(of_term) - of_term
        result[np.repeat(begins[known, number] - own, of_term) + np.arange(len(column))] = column
    return result
