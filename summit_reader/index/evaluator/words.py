"""Documents that hold a word: one term, one of many, or any form of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import Array
from summit_reader.index.evaluator.hits import (
    DENSE_SHARE,
    NOTHING,
    Among,
    Gathered,
    Hits,
    distinct,
)

_RARER_SHARE = 4
"""Rarer forms are added one by one if together they have a quarter of the postings of the first."""

_WHOLE_SHARE = 3
"""Forms that have a third as many postings as there are documents are scored in all of them."""


class Weighting:
    """How much a word counts: BM25, as Whoosh's BM25F with its usual constants computes it.

    `norms` holds, by document, what its length adds to the frequency below the line.
    """

    SATURATION = 1.2
    LENGTH_SHARE = 0.75

    def __init__(self, rarity: float, norms: Array) -> None:
        self._factor = np.float32(rarity * (self.SATURATION + 1))
        self._norms = norms

    @property
    def is_positive(self) -> bool:
        """Whether every document that holds the word has a score above 0."""
        return bool(self._factor > 0)

    def scores(self, documents: Array, frequencies: Array) -> Array:
        """The score of each document for its frequency."""
        weight = frequencies.astype(np.float32)  # a copy, which is worked on
        below = self._norms[documents]
        below += weight
        weight *= self._factor
        weight /= below
        return weight

    def everywhere(self, frequencies: Array) -> Array:
        """The scores of all documents there are, 0 where the frequency is; above 0 elsewhere."""
        scores: Array = frequencies * self._factor
        scores /= frequencies + self._norms
        return scores


class TermNode:
    """One term of one field."""

    def __init__(self, postings: FieldPostings, ordinal: int, weighting: Weighting | None) -> None:
        self._postings = postings
        self._ordinal = ordinal
        self._weighting = weighting

    def size(self) -> int:
        """How many documents hold it."""
        return self._postings.holders(self._ordinal)

    def all(self) -> Hits:
        """The documents that hold it."""
        documents = self._postings.holding(self._ordinal, self._ordinal + 1)
        if self._weighting is None:
            return Hits(documents)
        stretch = self._postings.stretch(self._ordinal, self._ordinal + 1)
        frequencies = self._postings.frequencies(*stretch)
        return Hits(documents, self._weighting.scores(documents, frequencies))

    def among(self, documents: Array) -> Among:
        """Which of `documents` hold it."""
        frequencies = self._postings.frequencies_in(self._ordinal, documents)
        if self._weighting is None:
            return Among(frequencies > 0)
        return Among(frequencies > 0, self._weighting.scores(documents, frequencies))


class AnyTermNode:
    """Any of many terms of one field, all counting the same; their postings are read as one."""

    def __init__(
        self, postings: FieldPostings, stretches: Sequence[tuple[int, int]], score: float | None
    ) -> None:
        """`stretches` are the ordinals `[start, end)` of the terms, ascending and apart."""
        self._postings = postings
        self._stretches = stretches
        self._score = score
        self._mask: Array | None = None

    def size(self) -> int:
        """How many postings the terms have together."""
        total = 0
        for stretch in self._stretches:
            start, end = self._postings.stretch(*stretch)
            total += end - start
        return total

    def all(self) -> Hits:
        """The documents that hold any."""
        total = self._postings.documents
        if self._mask is None and self.size() * DENSE_SHARE < total:
            held = [self._postings.holding(*stretch) for stretch in self._stretches]
            documents = distinct(np.concatenate(held)) if held else NOTHING.documents
        else:
            documents = np.flatnonzero(self._filled()).astype(np.uint32)
        if self._score is None:
            return Hits(documents)
        return Hits(documents, np.full(len(documents), self._score, np.float32))

    def among(self, documents: Array) -> Among:
        """Which of `documents` hold any."""
        mask = self._filled()[documents]
        return Among(mask, None if self._score is None else mask * np.float32(self._score))

    def _filled(self) -> Array:
        if self._mask is None:
            self._mask = np.zeros(self._postings.documents, bool)
            for stretch in self._stretches:
                self._mask[self._postings.holding(*stretch)] = True
        return self._mask


class FormsNode:
    """Any form of a word, each in documents of its language; frequencies of all forms add up."""

    def __init__(
        self,
        postings: FieldPostings,
        forms: Sequence[tuple[int, Array | None, int]],
        weighting: Weighting | None,
    ) -> None:
        """Each form: its ordinal, and the parts of documents with the number it is limited to."""
        self._postings = postings
        self._forms = forms
        self._weighting = weighting

    def size(self) -> int:
        """How many postings the forms have together."""
        return sum(self._postings.holders(ordinal) for ordinal, _, _ in self._forms)

    def all(self) -> Hits:
        """The documents that hold any form."""
        lists = [self._held(*form) for form in self._forms]
        if len(lists) == 1:
            documents, frequencies = lists[0]
        else:
            documents, frequencies = self._added(lists)
        if self._weighting is None:
            return Hits(documents)
        return Hits(documents, self._weighting.scores(documents, frequencies))

    def gather(self, gathered: Gathered) -> None:
        """Put what `all` gives into a set."""
        lists = sorted((self._held(*form) for form in self._forms), key=lambda held: -len(held[0]))
        documents, frequencies = lists[0]
        others = sum(len(held) for held, _ in lists[1:])
        weighting = self._weighting
        if others * _RARER_SHARE <= len(documents):
            if others:
                documents, frequencies = _with_rarer(documents, frequencies, lists[1:])
        elif (
            weighting is not None
            and weighting.is_positive
            and (len(documents) + others) * _WHOLE_SHARE >= gathered.total
        ):
            gathered.add_everywhere(weighting.everywhere(self._summed(lists)))
            return
        else:
            documents, frequencies = self._added(lists)
        scores = None if weighting is None else weighting.scores(documents, frequencies)
        gathered.add(documents, scores)

    def _held(self, ordinal: int, parts: Array | None, number: int) -> tuple[Array, Array]:
        documents = self._postings.holding(ordinal, ordinal + 1)
        frequencies = self._postings.frequencies(*self._postings.stretch(ordinal, ordinal + 1))
        if parts is None:
            return documents, frequencies
        kept = parts[documents] == number
        return documents[kept], frequencies[kept]

    def _added(self, lists: list[tuple[Array, Array]]) -> tuple[Array, Array]:
        total = self._postings.documents
        if sum(len(documents) for documents, _ in lists) * DENSE_SHARE < total:
            everything = np.concatenate([documents for documents, _ in lists])
            documents, place = np.unique(everything, return_inverse=True)
            weights = np.concatenate([frequencies for _, frequencies in lists])
            return documents, np.bincount(place, weights, len(documents))
        sums = self._summed(lists)
        documents = np.flatnonzero(sums > 0).astype(np.uint32)
        return documents, sums[documents]

    def _summed(self, lists: list[tuple[Array, Array]]) -> Array:
        """For every document there is, how often it holds any form."""
        sums = np.zeros(self._postings.documents, np.float32)
        for documents, frequencies in lists:
            sums[documents] += frequencies
        return sums

    def among(self, documents: Array) -> Among:
        """Which of `documents` hold any form."""
        sums = np.zeros(len(documents), np.float32)
        for ordinal, parts, number in self._forms:
            frequencies = self._postings.frequencies_in(ordinal, documents)
            if parts is not None:
                frequencies = np.where(parts[documents] == number, frequencies, 0)
            sums += frequencies
        mask = sums > 0
        if self._weighting is None:
            return Among(mask)
        return Among(mask, self._weighting.scores(documents, sums))


def _with_rarer(
    documents: Array, frequencies: Array, others: Sequence[tuple[Array, Array]]
) -> tuple[Array, Array]:
    """Documents (ascending) and frequencies with those of others, which are added or come after."""
    everything = np.concatenate([held for held, _ in others])
    weights = np.concatenate([counts for _, counts in others])
    if len(others) > 1:
        everything, place = np.unique(everything, return_inverse=True)
        weights = np.bincount(place, weights, len(everything))
    place = np.searchsorted(documents, everything)
    place[place == len(documents)] = 0
    known = documents[place] == everything
    summed = frequencies.astype(np.float32)
    summed[place[known]] += weights[known]
    fresh = np.flatnonzero(~known)
    return np.concatenate((documents, everything[fresh])), np.concatenate((summed, weights[fresh]))
