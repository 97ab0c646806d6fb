"""The words of a run and their numbers, looked up for a million words in one go.

An open-addressed hash table in two arrays, probed for all words at once: most are found at the
first look, and those that are not look again, one place further, until none is left.
"""

from __future__ import annotations

import numpy as np

from summit_reader.index.codec.sections import Array
from summit_reader.index.codec.tokens import Tokens

_FIRST_BITS = 12
_BITS = 64
_MOST_FILLED = 0.5


class Vocabulary:
    """Numbers for words, given out as they are met."""

    def __init__(self) -> None:
        self.terms: list[bytes] = []
        self._known = np.zeros(0, np.uint64)
        self._make_room(_FIRST_BITS)

    def numbers(self, tokens: Tokens, at: Array) -> Array:
        """The numbers of the words at these places of `tokens`, none of which is empty."""
        codes = tokens.codes[at]
        numbers = self._find(codes)
        unknown = np.flatnonzero(numbers < 0)
        if len(unknown):
            fresh, first, place = np.unique(codes[unknown], return_index=True, return_inverse=True)
            numbers[unknown] = place + len(self.terms)
            self.terms.extend(tokens[number] for number in at[unknown[first]].tolist())
            self._add(fresh)
        return numbers

    def _find(self, codes: Array) -> Array:
        slots = self._slots(codes)
        numbers = self._numbers[slots]
        # An empty slot says that the word is unknown; only one of another word says nothing.
        at = np.flatnonzero((self._codes[slots] != codes) & (numbers >= 0))
        slots = slots[at]
        while len(at):
            slots = (slots + 1) & self._mask
            numbers[at] = self._numbers[slots]
            still = (self._codes[slots] != codes[at]) & (numbers[at] >= 0)
            at, slots = at[still], slots[still]
        return numbers

    def _add(self, codes: Array) -> None:
        before = len(self._known)
        self._known = np.concatenate((self._known, codes))
        if len(self._known) > _MOST_FILLED * len(self._codes):
            self._make_room(len(self._known).bit_length() + 2)
        else:
            self._place(np.arange(before, len(self._known)))

    def _make_room(self, bits: int) -> None:
        self._shift = np.uint64(_BITS - bits)
        self._mask = (1 << bits) - 1
        self._codes = np.zeros(1 << bits, np.uint64)
        self._numbers = np.full(1 << bits, -1, np.int32)
        self._place(np.arange(len(self._known)))

    def _place(self, numbers: Array) -> None:
        slots = self._slots(self._known[numbers])
        while len(numbers):
            free = self._numbers[slots] < 0
            self._numbers[slots[free]] = numbers[free]  # of several for one slot, one gets it
            placed = self._numbers[slots] == numbers
            self._codes[slots[placed]] = self._known[numbers[placed]]
            numbers, slots = numbers[~placed], (slots[~placed] + 1) & self._mask

    def _slots(self, codes: Array) -> Array:
        slots: Array = (codes >> self._shift).astype(np.int64)
        return slots
