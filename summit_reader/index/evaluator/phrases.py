"""Words in a row, one term or several forms in each place of it.

Places of all documents are compared at once: a place is a number, the document in its high bits and
the position in its low ones, so that "follows within three words" is a search in a sorted array.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import Array
from summit_reader.index.codec.terms import Pairs
from summit_reader.index.evaluator.hits import NOTHING, Among, Hits, Node, shared
from summit_reader.index.evaluator.nodes import AndNode
from summit_reader.index.evaluator.words import FormsNode

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


class Neighbours:
    """Documents in which two words of a phrase may stand side by side.

    Where both are common the segment knows it, whatever form they have; of other forms it is only
    known which documents hold them.
    """

    def __init__(
        self, pairs: FieldPostings, found: Sequence[tuple[int, Form, Form]], others: Sequence[Node]
    ) -> None:
        """`found` are the pairs of common forms by ordinal; `others` the forms that are not."""
        self._pairs = pairs
        self._found = found
        self._others = others

    @property
    def is_certain(self) -> bool:
        """Whether every document is one in which they do."""
        return not self._others

    def size(self) -> int:
        """At most so many documents."""
        known = sum(self._pairs.holders(ordinal) for ordinal, _, _ in self._found)
        return known + sum(node.size() for node in self._others)

    @cached_property
    def certain(self) -> Array:
        """The documents in which both stand side by side in common forms, as a mask."""
        mask = np.zeros(self._pairs.documents, bool)
        for ordinal, *forms in self._found:
            documents = self._pairs.holding(ordinal, ordinal + 1)
            for _, parts, number in forms:
                if parts is not None:
                    documents = documents[parts[documents] == number]
            mask[documents] = True
        return mask

    @cached_property
    def possible(self) -> Array:
        """As `certain`, with all documents that hold either word in another form."""
        if self.is_certain:
            return self.certain
        mask = self.certain.copy()
        for node in self._others:
            mask[node.all().documents] = True
        return mask


class PhraseNode:
    """Words in a row, each at most `slop` places after the one before it."""

    def __init__(
        self,
        slots: Sequence[Slot],
        words: Sequence[Node],
        scored: Sequence[Node],
        slop: int,
        neighbours: Sequence[Neighbours] = (),
    ) -> None:
        """`words` are the same words as queries; `scored` too, to score what holds the phrase.

        `neighbours` are words of the row of which more is known, for words with nothing between.
        """
        self._slots = slots
        self._words = AndNode(words)
        self._scored = AndNode(scored) if scored else None
        self._slop = slop
        self._neighbours = sorted(neighbours, key=lambda each: each.size())

    def size(self) -> int:
        """At most as many as hold the rarest word."""
        return min([self._words.size(), *(each.size() for each in self._neighbours)])

    def all(self) -> Hits:
        """The documents that hold the phrase."""
        if self._neighbours:
            rarest = self._neighbours[0]
            documents = np.flatnonzero(rarest.possible).astype(np.uint32)
            if not (self._is_pair and rarest.is_certain):
                documents = documents[self._words.among(documents).mask]
        else:
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

    @property
    def _is_pair(self) -> bool:
        return len(self._slots) == 2  # noqa: PLR2004 - that is what a pair is

    def _scores(self, documents: Array) -> Array | None:
        return None if self._scored is None else self._scored.among(documents).scores

    def _holding(self, documents: Array) -> Array:
        """Which of `documents`, all of which hold all words, hold them in a row."""
        if not self._neighbours:
            return self._in_a_row(documents)
        possible = np.ones(len(documents), bool)
        for each in self._neighbours:
            possible &= each.possible[documents]
        if self._is_pair:
            held: Array = self._neighbours[0].certain[documents]
        else:
            held = np.zeros(len(documents), bool)
        unsure = np.flatnonzero(possible & ~held)
        held[unsure] = self._in_a_row(documents[unsure])
        return held

    def _in_a_row(self, documents: Array) -> Array:
        """As `_holding`, by where the words stand."""
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


def neighbours(
    postings: FieldPostings, pairs: Pairs, forms: Sequence[Sequence[Form]]
) -> list[Neighbours]:
    """The neighbours in a row of words, each in its forms, that have common forms both."""
    terms = postings.terms
    common = [[form for form in each if terms[form[0]] in pairs.common] for each in forms]
    found = []
    for number, (one, two) in enumerate(pairwise(common)):
        if not one or not two:
            continue
        held = [
            (ordinal, first, second)
            for first in one
            for second in two
            if (ordinal := pairs.find(terms[first[0]], terms[second[0]])) is not None
        ]
        others = [
            form
            for form in (*forms[number], *forms[number + 1])
            if terms[form[0]] not in pairs.common
        ]
        nodes = [FormsNode(postings, [form], None) for form in others]
        found.append(Neighbours(pairs.postings, held, nodes))
    return found


def _documents(places: Array) -> Array:
    """The documents of places, ascending, each once."""
    documents = places >> _POSITION_BITS
    fresh = np.ones(len(documents), bool)
    np.not_equal(documents[1:], documents[:-1], out=fresh[1:])
    return documents[fresh].astype(np.uint32)
