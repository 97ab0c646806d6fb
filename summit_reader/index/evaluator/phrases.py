"""Words in a row, one term or several forms in each place of it.

Places of all documents are compared at once: a place is a number, the document in its high bits and
the position in its low ones, so that "follows within three words" is a search in a sorted array.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import Array
from summit_reader.index.evaluator.hits import NOTHING, Among, Hits, Node, shared
from summit_reader.index.evaluator.nodes import AndNode

_POSITION_BITS = 32
_POSITION = (1 << _POSITION_BITS) - 1
_DOCUMENTS_AT_ONCE = 1 << 16

Form = tuple[int, Array | None, int]
"""A term by ordinal; and, where it counts only in some documents, their parts and the number."""


class Slot:
    """What may stand in one place of a phrase."""

    def __init__(self, postings: FieldPostings, forms: Sequence[Form]) -> None:
        self._postings = postings
        self._forms = forms

    def size(self) -> int:
        """How many postings the forms have together."""
        return sum(self._postings.holders(ordinal) for ordinal, _, _ in self._forms)

    def places(self, documents: Array) -> Array:
        """Where a form stands in any of `documents` (ascending), in order."""
        found = []
        for ordinal, parts, number in self._forms:
            at, postings = self._postings.find(ordinal, documents)
            holders = documents[at]
            if parts is not None:
                kept = parts[holders] == number
                holders, postings = holders[kept], postings[kept]
            counts, positions = self._postings.places(postings)
            high = np.repeat(holders.astype(np.int64) << _POSITION_BITS, counts)
            found.append(high | positions.astype(np.int64))
        if len(found) == 1:
            return found[0]
        places = np.concatenate(found) if found else np.zeros(0, np.int64)
        places.sort()
        return places


class PhraseNode:
    """Words in a row, each at most `slop` places after the one before it."""

    def __init__(
        self, slots: Sequence[Slot], words: Sequence[Node], scored: Sequence[Node], slop: int
    ) -> None:
        """`words` are the same words as queries; `scored` too, to score what holds the phrase."""
        self._slots = slots
        self._words = AndNode(words)
        self._scored = AndNode(scored) if scored else None
        self._slop = slop

    def size(self) -> int:
        """At most as many as hold the rarest word."""
        return self._words.size()

    def all(self) -> Hits:
        """The documents that hold the phrase."""
        documents = self._words.all().documents
        if not len(documents):
            return NOTHING
        documents = documents[self._holding(documents)]
        return Hits(documents, self._scores(documents))

    def among(self, documents: Array) -> Among:
        """Which of `documents` hold the phrase."""
        at = np.flatnonzero(self._words.among(documents).mask)
        at = at[self._holding(documents[at])]
        mask = np.zeros(len(documents), bool)
        mask[at] = True
        found = self._scores(documents[at])
        if found is None:
            return Among(mask)
        scores = np.zeros(len(documents), np.float32)
        scores[at] = found
        return Among(mask, scores)

    def _scores(self, documents: Array) -> Array | None:
        return None if self._scored is None else self._scored.among(documents).scores

    def _holding(self, documents: Array) -> Array:
        """Which of `documents`, all of which hold all words, hold them in a row."""
        in_row = self._next_to_one_another if self._slop == 1 else self._within_slop
        mask = np.zeros(len(documents), bool)
        for start in range(0, len(documents), _DOCUMENTS_AT_ONCE):
            some = documents[start : start + _DOCUMENTS_AT_ONCE]
            ends = in_row(some)
            mask[start : start + len(some)][np.searchsorted(some, _documents(ends))] = True
        return mask

    def _next_to_one_another(self, documents: Array) -> Array:
        """Where rows begin: the rarest word first, the others asked about what is left."""
        begins = None
        for offset, slot in sorted(enumerate(self._slots), key=lambda each: each[1].size()):
            places = slot.places(documents)
            places = places[(places & _POSITION) >= offset] - offset
            begins = places if begins is None else shared(begins, places)
            documents = _documents(begins)
        return np.zeros(0, np.int64) if begins is None else begins

    def _within_slop(self, documents: Array) -> Array:
        """Where rows end: a word counts if one of the row so far is close enough before it."""
        ends = self._slots[0].places(documents)
        for slot in self._slots[1:]:
            documents = _documents(ends)
            places = slot.places(documents)
            if not len(ends) or not len(places):
                return np.zeros(0, np.int64)
            before = np.searchsorted(ends, places) - 1
            near = places - ends[np.maximum(before, 0)] <= self._slop
            ends = places[near & (before >= 0)]
        return ends


def _documents(places: Array) -> Array:
    """The documents of places, ascending, each once."""
    documents = places >> _POSITION_BITS
    fresh = np.ones(len(documents), bool)
    np.not_equal(documents[1:], documents[:-1], out=fresh[1:])
    return documents[fresh].astype(np.uint32)
