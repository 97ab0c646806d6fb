"""Texts as bags of terms, weighed by how rare each is among them (TF-IDF)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.word_vectors import Matrix, products

Numbers = NDArray[np.intp]
Reals = NDArray[np.float64]


class Bags(NamedTuple):
    """Terms of some texts by their numbers, with weights; a text's squares add up to one.

    `rows` says for each whose it is, among `height` texts.
    """

    rows: Numbers
    terms: Numbers
    weights: Reals
    height: int


class TermTable:
    """The texts, numbered as they were given, each a list of its terms."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        counted = [Counter(each) for each in texts]
        self._numbers: dict[str, int] = {}
        for counts in counted:
            for term in counts:
                self._numbers.setdefault(term, len(self._numbers))
        sizes = np.array([len(counts) for counts in counted], np.intp)
        terms = np.fromiter(
            (self._numbers[term] for counts in counted for term in counts), np.intp, sizes.sum()
        )
        self._texts = len(texts)
        held = np.bincount(terms, minlength=len(self._numbers))
        self._rarity = np.log((self._texts + 1) / (held + 1)) + 1
        self._sizes, self._starts = sizes, np.cumsum(sizes) - sizes
        self._terms = terms
        self._weights = self._weighed(counted, terms, np.repeat(np.arange(self._texts), sizes))

    def rarity(self, term: str) -> float:
        """How telling a term is here, from 1 for one that every text has."""
        number = self._numbers.get(term)
        return math.log(self._texts + 1) + 1 if number is None else float(self._rarity[number])

    def rarities(self, terms: Sequence[str]) -> Matrix:
        """How telling each of the terms is here."""
        return np.array([self.rarity(term) for term in terms], np.float32)

    def own(self, numbers: Numbers) -> Bags:
        """The bags of these texts of the table."""
        sizes = self._sizes[numbers]
        places = within(self._starts[numbers], sizes)
        rows = np.repeat(np.arange(len(numbers)), sizes)
        return Bags(rows, self._terms[places], self._weights[places], len(numbers))

    def others(self, texts: Sequence[Sequence[str]]) -> Bags:
        """The bags of texts that are not in the table; a term it does not hold counts as rare."""
        counted = [Counter(each) for each in texts]
        sizes = [len(counts) for counts in counted]
        rows = np.repeat(np.arange(len(texts)), sizes)
        terms = np.fromiter(
            (self._numbers.get(term, -1) for counts in counted for term in counts),
            np.intp,
            sum(sizes),
        )
        weights = self._weighed(counted, terms, rows)
        known = terms >= 0
        return Bags(rows[known], terms[known], weights[known], len(texts))

    def cosines(self, one: Bags, two: Bags) -> Matrix:
        """How alike the bags are, a row for each of the first and a column for each of the second.

        >>> table = TermTable([["a", "b"], ["a"], []])
        >>> every = table.own(np.arange(3))
        >>> (table.cosines(every, every) > 0).tolist()
        [[True, True, False], [True, True, False], [False, False, False]]
        """
        columns = np.unique(one.terms)
        column_of = np.full(len(self._numbers), -1, np.intp)
        column_of[columns] = np.arange(len(columns))
        return products(*(_dense(bags, column_of, len(columns)) for bags in (one, two)))

    def _weighed(self, counted: Sequence[Counter[str]], terms: Numbers, rows: Numbers) -> Reals:
        counts = np.fromiter((n for each in counted for n in each.values()), np.float64, len(terms))
        unheard = math.log(self._texts + 1) + 1
        rarity = np.where(terms >= 0, np.append(self._rarity, unheard)[terms], unheard)
        weights: Reals = (1 + np.log(counts)) * rarity
        lengths = np.sqrt(np.bincount(rows, weights * weights, len(counted)))
        return weights / lengths[rows]


def within(starts: Numbers, sizes: Numbers) -> Numbers:
    """The places in runs of these sizes that begin there, one run after the other.

    >>> within(np.array([5, 0]), np.array([2, 1])).tolist()
    [5, 6, 0]
    """
    before = np.cumsum(sizes) - sizes
    places: Numbers = np.arange(int(sizes.sum())) + np.repeat(starts - before, sizes)
    return places


def _dense(bags: Bags, column_of: Numbers, width: int) -> Matrix:
    table = np.zeros((bags.height, width), np.float32)
    columns = column_of[bags.terms]
    known = columns >= 0
    table[bags.rows[known], columns[known]] = bags.weights[known]
    return table
