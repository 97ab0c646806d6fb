"""In which passages of an article the words of a query stand, told by their positions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from whoosh.reading import SegmentReader

from summit_reader.index.codec.forms import family_members
from summit_reader.index.matching import is_form, orders
from summit_reader.index.port import PassageHit
from summit_reader.index.query import Fuzzy, Leaf, Phrase, Place, Prefix, Term, Wildcard
from summit_reader.index.ranking import passage_score
from summit_reader.index.schema import ARTICLE, HEADLINE, PASSAGES, PLACES, STEMMED_IN

MOST_FORMS = 64
"""Words that a beginning or a pattern stands for, as far as passages are looked for by them."""

_SHOWN = (Place.ANYWHERE, Place.COMMENTS)

Positions = dict[int, list[int]]
"""Where a word stands, by document."""


class Passages:
    """The passages of some documents of one segment."""

    def __init__(
        self, reader: SegmentReader, documents: Sequence[int], wanted: Sequence[Leaf]
    ) -> None:
        self._reader = reader
        self._documents = sorted(documents)
        self._stored = {each: reader.stored_fields(each) for each in documents}
        self._positions: dict[tuple[str, str], Positions] = {}
        self._found = [(leaf, self._standing(leaf)) for leaf in wanted if leaf.place in _SHOWN]

    def article_id(self, document: int) -> int:
        """The article that the document is."""
        return int(self._stored[document][ARTICLE])

    def best(self, document: int, most: int) -> tuple[PassageHit, ...]:
        """The article's passages that hold most of the words, best first."""
        distinct, printed, count = Counter[int](), Counter[int](), Counter[int]()
        for leaf, standing in self._found:
            parts = self._stored[document][PASSAGES][PLACES[leaf.place]]
            starts = [start for start, _ in parts]
            held: dict[int, bool] = {}
            for position, as_printed in standing.get(document, {}).items():
                number = parts[bisect_right(starts, position) - 1][1]
                held[number] = as_printed or held.get(number, False)
                count[number] += 1
            distinct.update(held.keys())
            printed.update(number for number, as_printed in held.items() if as_printed)
        article_id = self.article_id(document)
        hits = [
            PassageHit(article_id, number, passage_score(words, printed[number], count[number]))
            for number, words in distinct.items()
            if number != HEADLINE
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.number))
        return tuple(hits[: max(most, 0)])

    def _standing(self, leaf: Leaf) -> dict[int, dict[int, bool]]:
        """For each document, where the leaf begins, and whether it stands there as printed."""
        name = PLACES[leaf.place]
        standing: dict[int, dict[int, bool]] = defaultdict(dict)
        if isinstance(leaf, Phrase):
            for document in self._documents:
                for position, printed in self._rows(leaf, name, document):
                    standing[document][position] = printed
            return standing
        for word, language in self._words(leaf, name):
            printed = not isinstance(leaf, Term) or word == leaf.text
            for document, positions in self._at(name, word).items():
                if not language or self._stored[document][STEMMED_IN] == language:
                    for position in positions:
                        standing[document][position] = printed
        return standing

    def _words(self, leaf: Leaf, name: str) -> Iterator[tuple[str, str]]:
        """The words a leaf stands for, with the language in which they do; empty for any."""
        if isinstance(leaf, Term):
            for word in (leaf.text, *leaf.variants):
                yield word, ""
                for language, forms in family_members(self._reader, name, word):
                    yield from ((form.decode("utf-8", "replace"), language) for form in forms)
        elif not isinstance(leaf, Phrase):
            for word in islice(words_like(self._reader, name, leaf), MOST_FORMS):
                yield word, ""

    def _rows(self, phrase: Phrase, name: str, document: int) -> Iterator[tuple[int, bool]]:
        language = self._stored[document][STEMMED_IN]
        for row in orders(phrase):
            printed = [set(self._at(name, word).get(document, ())) for word in row]
            begins = _begins(printed, phrase.gap)
            yield from ((position, not phrase.variant) for position in begins)
            if phrase.printed or not language:
                continue
            forms = [
                here | self._of_forms(name, word, language, document)
                for here, word in zip(printed, row, strict=True)
            ]
            yield from ((at, False) for at in _begins(forms, phrase.gap) - begins)

    def _of_forms(self, name: str, word: str, language: str, document: int) -> set[int]:
        """Where a form of the word stands in a document of that language."""
        return {
            position
            for part, members in family_members(self._reader, name, word)
            if part == language
            for form in members
            for position in self._at(name, form.decode("utf-8", "replace")).get(document, ())
        }

    def _at(self, name: str, word: str) -> Positions:
        """Where the word stands in those of the documents that hold it."""
        if (name, word) not in self._positions:
            self._positions[name, word] = dict(self._looked_up(name, word))
        return self._positions[name, word]

    def _looked_up(self, name: str, word: str) -> Iterator[tuple[int, list[int]]]:
        if (name, word) not in self._reader:
            return
        matcher = self._reader.postings(name, word)
        for document in self._documents:
            if matcher.is_active() and matcher.id() < document:
                matcher.skip_to(document)
            if not matcher.is_active():
                return
            if matcher.id() == document:
                yield document, list(matcher.value_as("positions"))


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


def _begins(standing: Sequence[set[int]], gap: int) -> set[int]:
    """Where rows begin whose words stand in these places, up to `gap` others between two."""
    reached = standing[-1]
    for earlier in reversed(standing[:-1]):
        reached = {at for at in earlier if any(at + step in reached for step in range(1, gap + 2))}
    return reached
