"""In which passages of an article the words of a query stand, told by their positions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

import numpy as np
from whoosh.reading import SegmentReader

from summit_reader.index.codec.forms import family_members
from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import Array
from summit_reader.index.evaluator.segments import SegmentView
from summit_reader.index.matching import is_form, orders
from summit_reader.index.port import PassageHit
from summit_reader.index.query import Fuzzy, Leaf, Phrase, Place, Prefix, Term, Wildcard
from summit_reader.index.ranking import passage_score
from summit_reader.index.schema import ARTICLE, HEADLINE, PASSAGES, PLACES, STEMMED_IN

MOST_FORMS = 64
"""Words that a pattern or a similar word stands for, as far as passages are looked for by them."""

_SHOWN = (Place.ANYWHERE, Place.COMMENTS)

Positions: TypeAlias = dict[int, list[int]]
"""Where a word stands, by document."""

_Standing: TypeAlias = dict[int, tuple[int, bool]]
"""By the position where it begins, where a leaf ends, and whether it stands there as printed."""


@dataclass(slots=True)
class _Tally:
    """What stands in one passage."""

    distinct: int = 0
    printed: int = 0
    places: int = 0
    words: set[tuple[int, int]] = field(default_factory=set)


class Passages:
    """The passages of some documents of one segment."""

    def __init__(self, view: SegmentView, documents: Sequence[int], wanted: Sequence[Leaf]) -> None:
        self._view = view
        self._documents = sorted(documents)
        self._asked = np.array(self._documents, np.uint32)
        self._stored = {each: view.reader.stored_fields(each) for each in documents}
        self._positions: dict[tuple[str, str], Positions] = {}
        self._found = [(leaf, self._standing(leaf)) for leaf in wanted if leaf.place in _SHOWN]

    def article_id(self, document: int) -> int:
        """The article that the document is."""
        return int(self._stored[document][ARTICLE])

    def best(self, document: int, most: int) -> tuple[PassageHit, ...]:
        """The article's passages that hold most of the words, best first."""
        if most <= 0:
            return ()
        tallies: defaultdict[int, _Tally] = defaultdict(_Tally)
        for leaf, standing in self._found:
            parts = self._stored[document][PASSAGES][PLACES[leaf.place]]
            starts = [start for start, _ in parts]
            held: dict[int, bool] = {}
            for begin, (end, printed) in standing.get(document, {}).items():
                start, number = parts[bisect_right(starts, begin) - 1]
                held[number] = printed or held.get(number, False)
                tally = tallies[number]
                tally.places += 1
                tally.words.add((begin - start, end - start))
            for number, printed in held.items():
                tallies[number].distinct += 1
                tallies[number].printed += printed
        tallies.pop(HEADLINE, None)
        scored = [
            (-passage_score(each.distinct, each.printed, each.places), number)
            for number, each in tallies.items()
        ]
        article_id = self.article_id(document)
        return tuple(
            PassageHit(article_id, number, -below, tuple(sorted(tallies[number].words)))
            for below, number in sorted(scored)[:most]
        )

    def _standing(self, leaf: Leaf) -> dict[int, _Standing]:
        """For each document, where the leaf stands."""
        name = PLACES[leaf.place]
        if isinstance(leaf, Phrase):
            return {each: dict(self._rows(leaf, name, each)) for each in self._documents}
        if isinstance(leaf, Prefix):
            return {
                document: {position: (position + 1, True) for position in positions}
                for document, positions in self._begun(name, leaf.text).items()
            }
        standing: dict[int, _Standing] = defaultdict(dict)
        for word, language in self._words(leaf, name):
            printed = not isinstance(leaf, Term) or word == leaf.text
            for document, positions in self._at(name, word).items():
                if not language or self._stored[document][STEMMED_IN] == language:
                    for position in positions:
                        standing[document][position] = position + 1, printed
        return standing

    def _words(self, leaf: Term | Wildcard | Fuzzy, name: str) -> Iterator[tuple[str, str]]:
        """The words a leaf stands for, with the language in which they do; empty for any."""
        reader = self._view.reader
        if isinstance(leaf, Term):
            for word in (leaf.text, *leaf.variants):
                yield word, ""
                for language, forms in family_members(reader, name, word):
                    yield from ((form.decode("utf-8", "replace"), language) for form in forms)
        else:
            for word in islice(words_like(reader, name, leaf), MOST_FORMS):
                yield word, ""

    def _rows(
        self, phrase: Phrase, name: str, document: int
    ) -> Iterator[tuple[int, tuple[int, bool]]]:
        language = self._stored[document][STEMMED_IN]
        for row in orders(phrase):
            printed = [set(self._at(name, word).get(document, ())) for word in row]
            found = dict(_rows_in(printed, phrase.gap))
            yield from ((begin, (end, not phrase.variant)) for begin, end in found.items())
            if phrase.printed or not language:
                continue
            forms = [
                here | self._of_forms(name, word, language, document)
                for here, word in zip(printed, row, strict=True)
            ]
            for begin, end in _rows_in(forms, phrase.gap):
                if begin not in found:
                    yield begin, (end, False)

    def _of_forms(self, name: str, word: str, language: str, document: int) -> set[int]:
        """Where a form of the word stands in a document of that language."""
        return {
            position
            for part, members in family_members(self._view.reader, name, word)
            if part == language
            for form in members
            for position in self._at(name, form.decode("utf-8", "replace")).get(document, ())
        }

    def _at(self, name: str, word: str) -> Positions:
        """Where the word stands in those of the documents that hold it."""
        if (name, word) not in self._positions:
            self._positions[name, word] = self._looked_up(name, word)
        return self._positions[name, word]

    def _looked_up(self, name: str, word: str) -> Positions:
        postings = self._view.field(name)
        ordinal = -1 if postings is None else postings.terms.find(_bytes(word))
        if postings is None or ordinal < 0:
            return {}
        held, found = postings.find(ordinal, self._asked)
        return _by_document(postings, self._asked[held], found)

    def _begun(self, name: str, beginning: str) -> Positions:
        """Where words that begin like this stand: they are neighbours, and read as one stretch."""
        postings = self._view.field(name)
        if postings is None:
            return {}
        start, end = postings.terms.beginning_with(_bytes(beginning))
        holding = postings.holding(start, end)
        asked = np.zeros(self._view.count, bool)
        asked[self._asked] = True
        found = np.flatnonzero(asked[holding])
        return _by_document(postings, holding[found], found + postings.stretch(start, end)[0])


def words_like(reader: SegmentReader, name: str, leaf: Prefix | Wildcard | Fuzzy) -> Iterator[str]:
    """The words of a field that a beginning, a pattern or a similar word stands for, in order."""
    if isinstance(leaf, Prefix):
        start = leaf.text
    elif isinstance(leaf, Wildcard):
        start = re.split(r"[*?]", leaf.pattern, maxsplit=1)[0]
    else:
        start = leaf.text[:1]
    for term in reader.expand_prefix(name, start):
        word = term.decode("utf-8", "replace")
        if is_form(leaf, word):
            yield word


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


def _by_document(postings: FieldPostings, documents: Array, found: Array) -> Positions:
    """The positions of the postings `found`, each of which is of one of the documents."""
    positions: Positions = {}
    if not len(found):
        return positions
    counts, places = postings.places(found)
    everything, start = places.tolist(), 0
    for document, count in zip(documents.tolist(), counts.tolist(), strict=True):
        positions.setdefault(document, []).extend(everything[start : start + count])
        start += count
    return positions


def _rows_in(standing: Sequence[set[int]], gap: int) -> Iterator[tuple[int, int]]:
    """Where rows begin and end whose words stand in these places, up to `gap` others between."""
    for begin in standing[0]:
        reached = {begin}
        for later in standing[1:]:
            reached = {
                place
                for one in reached
                for place in range(one + 1, one + gap + 2)
                if place in later
            }
            if not reached:
                break
        if reached:
            yield begin, min(reached) + 1
