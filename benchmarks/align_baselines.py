"""TF-IDF and BM25, as every textbook has them: what the program is measured beside."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms

K1, B = 1.2, 0.75


class TfIdf:
    """The cosine of stems, weighed by their rarity in the whole set."""

    def scores(
        self, passages: PassageSet, asked: Sequence[Terms], among: Sequence[int]
    ) -> NDArray[np.float32]:
        """A row for each text, a column for each passage."""
        return passages.shared_words(asked, among)


class Bm25:
    """Okapi's weighing of stems over the whole set."""

    def __init__(self) -> None:
        self._known: PassageSet | None = None
        self._holders: Counter[str] = Counter()
        self._mean = 1.0

    def scores(
        self, passages: PassageSet, asked: Sequence[Terms], among: Sequence[int]
    ) -> NDArray[np.float32]:
        """A row for each text, a column for each passage."""
        if self._known is not passages:
            self._known = passages
            texts = [passages.terms(number).stems for number in range(len(passages))]
            self._holders = Counter(stem for each in texts for stem in set(each))
            self._mean = sum(map(len, texts)) / max(1, len(texts))
        table = np.zeros((len(asked), len(among)), np.float32)
        for column, number in enumerate(among):
            counts = Counter(passages.terms(number).stems)
            norm = K1 * (1 - B + B * len(passages.terms(number).stems) / self._mean)
            for row, text in enumerate(asked):
                table[row, column] = sum(
                    counts[stem]
                    * (K1 + 1)
                    / (counts[stem] + norm)
                    * self._rarity(stem, len(passages))
                    for stem in set(text.stems)
                    if stem in counts
                )
        return table

    def _rarity(self, stem: str, texts: int) -> float:
        held = self._holders[stem]
        return math.log(1 + (texts - held + 0.5) / (held + 0.5))
