"""Passages that are weighed against each other: what is rare among them, and what is like what.

Three things are measured, each between 0 and 1 for passages that have anything in common. Weights
and their measurements are in docs/same-point.md.

*Shared words*: the cosine of stems, weighed by how rare they are here (TF-IDF), alone and by two.
*Direction*: the cosine of the sums of word vectors, with a part of what all the passages have in
common taken out, since everything in a story is about the same.
*Cover*: how much of the one's words the other has, each by its nearest word.

Without vectors a word is near to its own stem only, and there is no direction.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.terms import Terms
from summit_reader.compare.word_vectors import WIDTH, Matrix, WordVectors, products, unit

CENTRE = 0.6
"""Share of what all passages have in common that is taken out of each one's vector."""

_AT_ONCE = 32
"""Texts whose words are looked up at once: enough to be fast, few enough to lie in memory."""

Bag = dict[str, float]
"""Terms with weights; the squares of the weights add up to one."""

Numbers = NDArray[np.intp]


class PassageSet:
    """Passages, numbered as they were given."""

    def __init__(self, passages: Sequence[Terms], vectors: WordVectors | None = None) -> None:
        self._vectors = vectors
        self._passages = tuple(passages)
        self._rarity = _Rarity(each.stems for each in passages)
        self._rarity_of_pairs = _Rarity(each.pairs for each in passages)
        self._bags = [self._rarity.bag(each.stems) for each in passages]
        self._bags_of_pairs = [self._rarity_of_pairs.bag(each.pairs) for each in passages]
        self._learn_words()
        self._directions = self._sums(self._passages)
        self._centre = (
            unit(self._directions).mean(axis=0) * CENTRE if len(passages) else np.zeros(1)
        )

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
        return self._rarity.of(stem)

    def nearest_words(self, one: Terms, other: Terms) -> list[tuple[str, str, float]]:
        """The words of the one with the nearest of the other, another word, and how near it is."""
        mine = dict(zip(one.words, one.stems, strict=True))
        theirs = dict(zip(other.words, other.stems, strict=True))
        if self._vectors is None or not mine or not theirs:
            return []
        here, there = unit(self._vectors.of(list(mine))), unit(self._vectors.of(list(theirs)))
        near = products(here, there)
        shared = set(other.stems)
        words = list(theirs)
        return [
            (word, words[int(near[row].argmax())], float(near[row].max()))
            for row, (word, stem) in enumerate(mine.items())
            if stem not in shared
        ]

    def shared_words(self, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
        """A row for each of the texts asked about, a column for each of these passages."""
        bags = [self._rarity.bag(each.stems) for each in asked]
        return cosines(bags, [self._bags[number] for number in among])

    def shared_pairs(self, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
        """As `shared_words`, of every two in a row."""
        bags = [self._rarity_of_pairs.bag(each.pairs) for each in asked]
        return cosines(bags, [self._bags_of_pairs[number] for number in among])

    def direction(self, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
        """As `shared_words`, of the sums of word vectors; zeros without vectors."""
        if self._vectors is None or not len(asked) or not len(among):
            return np.zeros((len(asked), len(among)), np.float32)
        there = self._centred(self._directions[np.asarray(among, np.intp)])
        here = self._centred(self._sums(asked))
        return products(here, there)

    def cover(self, asked: Sequence[Terms], among: Sequence[int]) -> tuple[Matrix, Matrix]:
        """How much of each text the passages have, and how much of them the text has."""
        numbers = np.asarray(among, np.intp)
        sizes = self._sizes[numbers]
        filled = np.flatnonzero(sizes)
        of_text = np.zeros((len(asked), len(among)), np.float32)
        of_passage = np.zeros_like(of_text)
        if not len(filled):
            return of_text, of_passage
        runs, sizes = numbers[filled], sizes[filled]
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.intp)
        steps = np.arange(int(sizes.sum())) - np.repeat(starts, sizes)
        held = self._held[np.repeat(self._starts[runs], sizes) + steps]
        # Only the words of these passages are compared, each of them once.
        words, places = np.unique(held, return_inverse=True)
        weights = self._weights[words][places]
        totals = np.add.reduceat(weights, starts)
        for first in range(0, len(asked), _AT_ONCE):
            distinct = [
                dict(zip(text.words, text.stems, strict=True))
                for text in asked[first : first + _AT_ONCE]
            ]
            stems = {word: stem for each in distinct for word, stem in each.items()}
            row_of = {word: row for row, word in enumerate(stems)}
            near = self._nearness(stems, words)
            for row, text in enumerate(distinct, first):
                if not text:
                    continue
                mine = near[[row_of[word] for word in text]]
                rarity = np.array([self.rarity(stem) for stem in text.values()], np.float32)
                best = np.maximum.reduceat(mine[:, places], starts, axis=1)
                of_text[row, filled] = products(rarity[None], best.T)[0] / rarity.sum()
                nearest = mine.max(axis=0)[places] * weights
                of_passage[row, filled] = np.add.reduceat(nearest, starts) / totals
        return of_text, of_passage

    def _learn_words(self) -> None:
        distinct = [dict(zip(each.words, each.stems, strict=True)) for each in self._passages]
        stems = {word: stem for each in distinct for word, stem in each.items()}
        number_of = {word: number for number, word in enumerate(stems)}
        self._stem_numbers: dict[str, int] = {}
        for stem in stems.values():
            self._stem_numbers.setdefault(stem, len(self._stem_numbers))
        self._stem_of = np.array([self._stem_numbers[stem] for stem in stems.values()], np.intp)
        self._weights = np.array([self.rarity(stem) for stem in stems.values()], np.float32)
        self._sizes = np.array([len(each) for each in distinct], np.intp)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._held = np.array([number_of[word] for each in distinct for word in each], np.intp)
        self._units = None if self._vectors is None else unit(self._vectors.of(list(stems)))

    def _nearness(self, words: Mapping[str, str], among: Numbers) -> Matrix:
        """How near each word is to the words of the passages with these numbers: 1 is the same."""
        stems = np.array([self._stem_numbers.get(stem, -1) for stem in words.values()], np.intp)
        same: Matrix = (stems[:, None] == self._stem_of[among]).astype(np.float32)
        if self._vectors is None or self._units is None:
            return same
        alike = products(unit(self._vectors.of(list(words))), self._units[among])
        return np.maximum(same, alike)

    def _centred(self, sums: Matrix) -> Matrix:
        """Directions without what all have in common; a text without words has none."""
        turned: Matrix = unit(unit(sums) - self._centre) * sums.any(axis=1, keepdims=True)
        return turned

    def _sums(self, passages: Sequence[Terms]) -> Matrix:
        if self._vectors is None:
            return np.zeros((len(passages), 1), np.float32)
        sums = np.zeros((len(passages), WIDTH), np.float32)
        for first in range(0, len(passages), _AT_ONCE):
            some = passages[first : first + _AT_ONCE]
            words = dict.fromkeys(word for each in some for word in each.every)
            row_of = {word: row for row, word in enumerate(words)}
            vectors = self._vectors.of(list(words))
            for row, each in enumerate(some, first):
                sums[row] = vectors[[row_of[word] for word in each.every]].sum(axis=0)
        return sums


class _Rarity:
    """In how many of some texts each term stands."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        counted = [set(each) for each in texts]
        self._holders = Counter(term for each in counted for term in each)
        self._texts = len(counted)

    def of(self, term: str) -> float:
        return math.log((self._texts + 1) / (self._holders[term] + 1)) + 1

    def bag(self, terms: Iterable[str]) -> Bag:
        counts = Counter(terms)
        weights = {term: (1 + math.log(count)) * self.of(term) for term, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


def cosines(one: Sequence[Bag], two: Sequence[Bag]) -> Matrix:
    """How alike the bags are, a row for each of the first and a column for each of the second.

    >>> cosines([{"a": 1.0}], [{"a": 0.6, "b": 0.8}, {}]).round(1).tolist()
    [[0.6000000238418579, 0.0]]
    """
    columns: dict[str, int] = {}
    for bag in one:
        for term in bag:
            columns.setdefault(term, len(columns))
    return products(_table(one, columns), _table(two, columns))


def _table(bags: Sequence[Bag], columns: Mapping[str, int]) -> Matrix:
    table = np.zeros((len(bags), len(columns)), np.float32)
    for row, bag in enumerate(bags):
        for term in bag.keys() & columns.keys() if len(columns) < len(bag) else bag:
            column = columns.get(term)
            if column is not None:
                table[row, column] = bag[term]
    return table
