"""Where the words of a query stand in a text that is at hand: what is marked when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.spans import Span
from summit_reader.index.analyzer import placed, stem, word_spans
from summit_reader.index.distance import is_within
from summit_reader.index.parsing import read
from summit_reader.index.port import PLAIN, Asking
from summit_reader.index.query import (
    LEAVES,
    Fuzzy,
    Leaf,
    Phrase,
    Place,
    Prefix,
    Property,
    Query,
    Valued,
    Wildcard,
    leaves,
    parts,
)
from summit_reader.index.scoping import as_asked

_NOT_IN_TEXTS = {Place.SPEAKER, Place.OUTLET}


@dataclass(frozen=True, slots=True)
class Standing:
    """Words `[start, end)` of a text; `printed` if they are the very forms that were asked for."""

    start: int
    end: int
    printed: bool


def places(leaf: Leaf, text: Sequence[str], languages: Iterable[str]) -> Iterator[Standing]:
    """Where `leaf` stands in the folded words `text`, which may be in any of `languages`."""
    if isinstance(leaf, Prefix | Wildcard | Fuzzy):
        for at, word in enumerate(text):
            if is_form(leaf, word):
                yield Standing(at, at + 1, printed=True)
    elif isinstance(leaf, Phrase):
        yield from _phrases(leaf, text, tuple(languages))
    else:
        for word in (leaf.text, *leaf.variants):
            for each in _rows((word,), text, tuple(languages)):
                yield Standing(each.start, each.end, each.printed and word == leaf.text)


def is_form(leaf: Prefix | Wildcard | Fuzzy, word: str) -> bool:
    """Whether a folded word is one of those the leaf stands for."""
    if isinstance(leaf, Prefix):
        return word.startswith(leaf.text)
    if isinstance(leaf, Wildcard):
        return _shape(leaf.pattern).fullmatch(word) is not None
    return word[:1] == leaf.text[:1] and is_within(leaf.text, word, leaf.distance)


def orders(phrase: Phrase) -> list[tuple[str, ...]]:
    """The orders in which the words of a phrase may stand: two that are near each other, either."""
    if phrase.gap and len(phrase.words) == 2:  # noqa: PLR2004 - a pair
        return list(dict.fromkeys(permutations(phrase.words)))
    return [phrase.words]


def marks(
    query: str, texts: Sequence[str], languages: Iterable[str], asking: Asking = PLAIN
) -> list[tuple[Span, ...]]:
    """For each text, where words of `query` stand in it; nothing where it cannot be read."""
    try:
        reading = read(query)
    except QueryProblem:
        return [()] * len(texts)
    if reading.tree is None:
        return [()] * len(texts)
    tree = as_asked(reading, asking)
    languages = tuple(languages) or ("en",)
    return [_marks(tree, text, languages) for text in texts]


def marked(text: str, words: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Where stretches `[first, end)` of the words of a text stand in it, as `marks` gives them.

    >>> [mark.of("Flour, and rice") for mark in marked("Flour, and rice", [(0, 1), (1, 3)])]
    ['Flour', 'and rice']
    """
    spans = word_spans(text, max((end for _, end in words), default=0))
    found = [Span(spans[first][0], spans[end - 1][1]) for first, end in words if end <= len(spans)]
    return tuple(_apart(sorted(found)))


def asks_for(query: str, place: Place) -> bool:
    """Whether the query looks for removed text, or for comments; not where it cannot be read."""
    try:
        tree = read(query).tree
    except QueryProblem:
        return False
    return tree is not None and any(_is_at(part, place) for part in parts(tree))


def _is_at(part: Query, place: Place) -> bool:
    if isinstance(part, Valued):
        return part.property is Property.IN and place.value in part.values
    return isinstance(part, LEAVES) and part.place is place


@lru_cache(maxsize=64)
def _shape(pattern: str) -> re.Pattern[str]:
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(sign, re.escape(sign)) for sign in pattern), re.DOTALL)


def _phrases(phrase: Phrase, text: Sequence[str], languages: tuple[str, ...]) -> Iterator[Standing]:
    if not phrase.gap:
        for each in _rows(phrase.words, text, () if phrase.printed else languages):
            yield Standing(each.start, each.end, each.printed and not phrase.variant)
        return
    for row in orders(phrase):
        for at, word in enumerate(text):
            if word == row[0] and (end := _end_of(row, text, at, phrase.gap)):
                yield Standing(at, end, printed=True)


def _end_of(row: Sequence[str], text: Sequence[str], at: int, gap: int) -> int:
    """Where the words of `row` end that begin at `at`; 0 if they stand too far apart."""
    reached = {at}
    for word in row[1:]:
        reached = {
            later
            for one in reached
            for later in range(one + 1, min(one + gap + 2, len(text)))
            if text[later] == word
        }
    return min(reached) + 1 if reached else 0


def _rows(
    asked: tuple[str, ...], text: Sequence[str], languages: tuple[str, ...]
) -> Iterator[Standing]:
    held = set(text)  # each word is stemmed once, and most places are passed without a look
    forms = [
        [{other for other in held if stem(other, tag) == wanted} for wanted in _stems(asked, tag)]
        for tag in languages
    ]
    begins = {asked[0]}.union(*(row[0] for row in forms))
    for at in [at for at, word in enumerate(text) if word in begins]:
        row = tuple(text[at : at + len(asked)])
        if row == asked:
            yield Standing(at, at + len(asked), printed=True)
        elif len(row) == len(asked) and any(
            all(word in alike for word, alike in zip(row, each, strict=True)) for each in forms
        ):
            yield Standing(at, at + len(asked), printed=False)


def _stems(words: tuple[str, ...], language: str) -> list[str]:
    return [stem(word, language) for word in words]


def _marks(query: Query, text: str, languages: tuple[str, ...]) -> tuple[Span, ...]:
    printed = placed(text)
    folded = [word for word, _, _ in printed]
    found = {
        Span(printed[place.start][1], printed[place.end - 1][2])
        for leaf in dict.fromkeys(leaves(query))
        if leaf.place not in _NOT_IN_TEXTS
        for place in places(leaf, folded, languages)
    }
    return tuple(_apart(sorted(found)))


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The spans with those that overlap made one."""
    current: Span | None = None
    for span in spans:
        if current is not None and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            if current is not None:
                yield current
            current = span
    if current is not None:
        yield current
