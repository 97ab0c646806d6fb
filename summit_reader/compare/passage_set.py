"""Passages that are weighed against each other: what is rare among them, and what is like what.

Three things are measured, each between 0 and 1 for passages that have anything in common. Weights
and their measurements are in docs/same-point.md.

*Shared words*: the cosine of stems, weighed by how rare they are here (TF-IDF), alone and by two.
*Direction*: the cosine of the sums of word vectors, with a part of what all the passages have in
common taken out, since everything in a story is about the same.
*Cover*: how much of the one's words the other has, each by its nearest word.

Without vectors a word is near to its own stem only, and there is no direction. Texts that are asked
about and are passages of the set are not looked at twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.term_table import Bags, Numbers, TermTable, within
from summit_reader.compare.terms import Terms
from summit_reader.compare.word_vectors import Matrix, WordVectors, products, unit

CENTRE = 0.6
"""Share of what all passages have in common that is taken out of each one's vector."""

_AT_ONCE = 32
"""Texts whose words are looked up at once: enough to be fast, few enough to lie in memory."""


class PassageSet:
    """Passages, numbered as they were given."""

    def __init__(self, passages: Sequence[Terms], vectors: WordVectors | None = None) -> None:
        self._vectors = vectors
        self._passages = tuple(passages)
        self._number_of = {id(each): number for number, each in enumerate(self._passages)}
        self._stems = TermTable([each.stems for each in passages])
        distinct = [dict(zip(each.words, each.stems, strict=True)) for each in passages]
        stem_of = {word: stem for each in distinct for word, stem in each.items()}
        self._row_of = {word: row for row, word in enumerate(stem_of)}
        self._stem_numbers: dict[str, int] = {}
        for stem in stem_of.values():
            self._stem_numbers.setdefault(stem, len(self._stem_numbers))
        self._stem_of = np.array([self._stem_numbers[stem] for stem in stem_of.values()], np.intp)
        self._weights = self._stems.rarities(list(stem_of.values()))
        self._sizes = np.array([len(each) for each in distinct], np.intp)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._held = np.array([self._row_of[word] for each in distinct for word in each], np.intp)

    @property
    def has_vectors(self) -> bool:
        """Whether words are near to others than their own stem."""
        return self._vectors is not None

    def __len__(self) -> int:
        return len(self._passages)

    def terms(self, number: int) -> Terms:
        """The terms of a passage."""
        return self._passages[number]

    def rarity(self, stem: str) -> float:
        """How telling a stem is here, from 1 for one that every passage has."""
        return self._stems.rarity(stem)

    def nearest_words(self, one: Terms, other: Terms) -> list[tuple[str, str, float]]:
        """The words of the one with the nearest of the other, another word, and how near it is."""
        mine = dict(zip(one.words, one.stems, strict=True))
        theirs = list(dict.fromkeys(other.words))
        if self._vectors is None or not mine or not theirs:
            return []
        shared = set(other.stems)
        asked = [word for word, stem in mine.items() if stem not in shared]
        if not asked:
            return []
        near = products(self._units_of(asked), self._units_of(theirs))
        best = near.argmax(axis=1)
        return [
            (word, theirs[int(at)], float(near[row, at]))
            for row, (word, at) in enumerate(zip(asked, best, strict=True))
        ]

    def shared_words(self, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
        """A row for each of the texts asked about, a column for each of these passages."""
        numbers = self._numbers_of(asked)
        bags = (
            self._stems.others([each.stems for each in asked])
            if numbers is None
            else self._stems.own(numbers)
        )
        return self._cosines(self._stems, bags, among)

    def shared_pairs(self, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
        """As `shared_words`, of every two in a row."""
        numbers = self._numbers_of(asked)
        bags = (
            self._pairs.others([each.pairs for each in asked])
            if numbers is None
            else self._pairs.own(numbers)
        )
        return self._cosines(self._pairs, bags, among)

    def direction(self, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
        """As `shared_words`, of the sums of word vectors; zeros without vectors."""
        if self._vectors is None or not len(asked) or not len(among):
            return np.zeros((len(asked), len(among)), np.float32)
        there = self._centred(self._directions[np.asarray(among, np.intp)])
        numbers = self._numbers_of(asked)
        if numbers is None:
            row_of = _numbered(word for each in asked for word in each.every)
            here = self._sums(asked, row_of, self._vectors.of(list(row_of)))
        else:
            here = self._directions[numbers]
        return products(self._centred(here), there)

    def cover(self, asked: Sequence[Terms], among: Sequence[int]) -> tuple[Matrix, Matrix]:
        """How much of each text the passages have, and how much of them the text has."""
        numbers = np.asarray(among, np.intp)
        filled = np.flatnonzero(self._sizes[numbers])
        of_text = np.zeros((len(asked), len(among)), np.float32)
        of_passage = np.zeros_like(of_text)
        if not len(filled):
            return of_text, of_passage
        sizes = self._sizes[numbers[filled]]
        held = self._held[within(self._starts[numbers[filled]], sizes)]
        # Only the words of these passages are compared, each of them once.
        words, places = np.unique(held, return_inverse=True)
        starts = np.cumsum(sizes) - sizes
        weights = self._weights[held]
        totals = np.add.reduceat(weights, starts)
        for first in range(0, len(asked), _AT_ONCE):
            distinct = [
                dict(zip(text.words, text.stems, strict=True))
                for text in asked[first : first + _AT_ONCE]
            ]
            rows = np.array([row for row, each in enumerate(distinct, first) if each], np.intp)
            if not len(rows):
                continue
            stems = {word: stem for each in distinct for word, stem in each.items()}
            near = self._nearness(words, stems)
            # Rows are words of the passages: the greatest of a run of them is found row by row.
            best = np.maximum.reduceat(near[places], starts, axis=0)
            own, begins = _runs(distinct, {word: at for at, word in enumerate(stems)})
            rarity = self._stems.rarities(list(stems.values()))[own]
            found = np.add.reduceat((best[:, own] * rarity).T, begins, axis=0)
            of_text[np.ix_(rows, filled)] = found / np.add.reduceat(rarity, begins)[:, None]
            nearest = np.maximum.reduceat(np.ascontiguousarray(near.T)[own], begins, axis=0)
            held_by = np.ascontiguousarray(nearest.T)[places] * weights[:, None]
            covered = np.add.reduceat(held_by, starts, axis=0)
            of_passage[np.ix_(rows, filled)] = (covered / totals[:, None]).T
        return of_text, of_passage

    @cached_property
    def _pairs(self) -> TermTable:
        return TermTable([each.pairs for each in self._passages])

    @cached_property
    def _units(self) -> Matrix:
        """The vectors of the words that say something, each with a length of one."""
        if self._vectors is None:
            return np.zeros((len(self._row_of), 1), np.float32)
        if "_vectors_of_words" in vars(self):
            return unit(self._vectors_of_words[: len(self._row_of)])
        return unit(self._vectors.of(list(self._row_of)))

    @cached_property
    def _vectors_of_words(self) -> Matrix:
        """Those of the words that say something, by their rows, then of those that join them."""
        if self._vectors is None:
            return np.zeros((len(self._every_row_of), 1), np.float32)
        return self._vectors.of(list(self._every_row_of))

    @cached_property
    def _every_row_of(self) -> dict[str, int]:
        rows = dict(self._row_of)
        for each in self._passages:
            for word in each.every:
                rows.setdefault(word, len(rows))
        return rows

    @cached_property
    def _directions(self) -> Matrix:
        return self._sums(self._passages, self._every_row_of, self._vectors_of_words)

    @cached_property
    def _centre(self) -> NDArray[np.float32]:
        if not len(self._passages):
            return np.zeros(1, np.float32)
        centre: NDArray[np.float32] = unit(self._directions).mean(axis=0) * CENTRE
        return centre

    def _numbers_of(self, asked: Sequence[Terms]) -> Numbers | None:
        """The numbers of texts that are all passages of the set; None if one is not."""
        numbers = [self._number_of.get(id(each), -1) for each in asked]
        return np.array(numbers, np.intp) if min(numbers, default=-1) >= 0 else None

    def _cosines(self, table: TermTable, bags: Bags, among: Sequence[int]) -> Matrix:
        return table.cosines(bags, table.own(np.asarray(among, np.intp)))

    def _nearness(self, among: Numbers, words: Mapping[str, str]) -> Matrix:
        """How near each word of the set with these numbers is to each of the words: 1 is the same.

        `words` are given with their stems.
        """
        stems = np.array([self._stem_numbers.get(stem, -1) for stem in words.values()], np.intp)
        same: Matrix = (self._stem_of[among][:, None] == stems).astype(np.float32)
        if self._vectors is None:
            return same
        return np.maximum(same, products(self._units[among], self._units_of(list(words))))

    def _units_of(self, words: Sequence[str]) -> Matrix:
        rows = [self._row_of.get(word, -1) for word in words]
        if min(rows, default=-1) >= 0:
            return self._units[rows]
        # Few of these are asked for at a time: the words of a point, or of one passage.
        assert self._vectors is not None  # noqa: S101 - for the type checker; asked with vectors only
        return unit(self._vectors.of(words))

    def _centred(self, sums: Matrix) -> Matrix:
        """Directions without what all have in common; a text without words has none."""
        turned: Matrix = unit(unit(sums) - self._centre) * sums.any(axis=1, keepdims=True)
        return turned

    def _sums(
        self, passages: Sequence[Terms], row_of: Mapping[str, int], vectors: Matrix
    ) -> Matrix:
        """For each passage the sum of the vectors of its words, which have these rows."""
        sums = np.zeros((len(passages), vectors.shape[1]), np.float32)
        for first in range(0, len(passages), _AT_ONCE):
            some = passages[first : first + _AT_ONCE]
            sizes = [len(each.every) for each in some]
            rows = [row_of[word] for each in some for word in each.every]
            words, columns = np.unique(np.array(rows, np.intp), return_inverse=True)
            places = np.repeat(np.arange(len(some)), sizes) * len(words) + columns
            counts = np.bincount(places, minlength=len(some) * len(words)).astype(np.float32)
            table = counts.reshape(len(some), len(words))
            sums[first : first + len(some)] = products(table, vectors[words].T)
        return sums


def _runs(texts: Sequence[Mapping[str, str]], row_of: Mapping[str, int]) -> tuple[Numbers, Numbers]:
    """The rows of the words of each text that has any, in one row, and where each text begins."""
    filled = [text for text in texts if text]
    sizes = np.array([len(text) for text in filled], np.intp)
    rows = np.array([row_of[word] for text in filled for word in text], np.intp)
    return rows, np.cumsum(sizes) - sizes


def _numbered(words: Iterable[str]) -> dict[str, int]:
    """The words, each once, with their numbers."""
    return {word: number for number, word in enumerate(dict.fromkeys(words))}
