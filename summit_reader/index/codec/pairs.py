"""Two common words in a row, kept as terms of their own.

Nearly every text holds “is” and “the”: whether they stand side by side in it takes reading where
each of them stands, in all texts. For the few words a field calls common, each pair of neighbours
is a term, and a phrase of common words is found like any other word. Pairs are known for a segment
as a whole or not at all: it names the words whose pairs it has, if all it was made of had them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from summit_reader.index.codec.runs import Run, sorting
from summit_reader.index.codec.sections import Array

_BETWEEN = b" "


def pair_term(one: bytes, two: bytes) -> bytes:
    """The term for two words in a row."""
    return one + _BETWEEN + two


def pairs_field(name: str) -> str:
    """Where a segment keeps the pairs of a field; no field of a schema may have a slash."""
    return f"{name}/pairs"


class PairBuffer:
    """The pairs of one field's new documents, since the last run was set aside."""

    def __init__(self, folder: Path, common: Iterable[bytes]) -> None:
        self._folder = folder
        self._words = [b"", *sorted(common)]
        self._code_of = {word: code for code, word in enumerate(self._words) if code}
        self._start_over()

    def _start_over(self) -> None:
        self._codes = np.zeros(0, np.uint32)
        self._pairs: list[Array] = []
        self._documents: list[Array] = []

    def see(self, terms: list[bytes], numbers: Array, documents: Array, places: Array) -> None:
        """Note the pairs among words: by number in `terms`, with where each of them stands.

        `terms` may grow from one call to the next, until a run is set aside.
        """
        fresh = terms[len(self._codes) :]
        codes = np.fromiter((self._code_of.get(term, 0) for term in fresh), np.uint32, len(fresh))
        self._codes = np.concatenate((self._codes, codes))
        code = self._codes[numbers]
        held = code > 0
        at = np.flatnonzero(held[:-1] & held[1:])
        follows = (documents[at] == documents[at + 1]) & (places[at] + 1 == places[at + 1])
        at = at[follows]
        self._pairs.append(code[at] * np.uint32(len(self._words)) + code[at + 1])
        self._documents.append(documents[at])

    def run(self) -> Run | None:
        """All there is, sorted and set aside; None for nothing. The buffer is empty then."""
        if not self._pairs:
            return None
        pairs, documents = np.concatenate(self._pairs), np.concatenate(self._documents)
        self._start_over()
        if not len(pairs):
            return None
        at = sorting(pairs)
        pairs, documents = pairs[at], documents[at]
        fresh = np.ones(len(pairs), bool)
        fresh[1:] = (pairs[1:] != pairs[:-1]) | (documents[1:] != documents[:-1])
        pairs, documents = pairs[fresh], documents[fresh]
        held, holders = np.unique(pairs, return_counts=True)
        terms = [
            pair_term(self._words[one], self._words[two])
            for one, two in (divmod(pair, len(self._words)) for pair in held.tolist())
        ]
        ones = np.ones(len(documents), np.uint8)
        return Run(self._folder, terms, holders, holders, (documents, ones, None))
