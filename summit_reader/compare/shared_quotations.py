"""Takes of different articles that carry the same words.

Six words in a row are hardly chance: what two articles share so long a run of, both have from one
mouth or one pen. Names with their titles can be as long, though (“North Korean leader Kim Jong
Un”), and so can phrases that everybody uses (“at the end of the day”); a run that is no more than
that is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from summit_reader.compare.collation import collated
from summit_reader.compare.words import Wording, wording_of
from summit_reader.domain.collation import SharedQuotation
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take, TakeKind

RUN = 6
"""Words in a row that make a link certain."""

_PLAIN = 4
"""Of them, words that do not begin with a capital, so that they are no names."""

_LONG_WORD, _TELLING = 4, 2
"""Letters of a word that is no mere link between others, and how many of those a run needs."""

_TELLING_RUN = 9
"""Words in a row that are evidence whatever they are."""

_CROWD = 50
"""Takes that share the same six words, beyond which these are a formula and link nobody."""

_NOT_CARRIED = frozenset({TakeKind.NARRATIVE, TakeKind.THESIS})
"""What an outlet says by itself, and how a reviewer puts what an outlet said."""

Run = tuple[Span, Span]
"""Where the same words stand in the first text and in the second."""


def carries_words(take: Take) -> bool:
    """Whether the take carries somebody's words, so that others may carry the same."""
    return take.kind not in _NOT_CARRIED


def shared_runs(first: str, second: str) -> tuple[Run, ...]:
    """The runs of at least six words that both texts have, in the order of the second.

    >>> [run.of("No. We will close it for good.") for run, _ in shared_runs(
    ...     "No. We will close it for good.", "“we will close it for good” he said")]
    ['We will close it for good']
    """
    return tuple(_runs(first, wording_of(first), second, wording_of(second)))


def shared_quotations(takes: Sequence[Take]) -> tuple[SharedQuotation, ...]:
    """Every two of the takes, of different articles, that share a run; longest runs first.

    Of a formula that more than some dozens of takes share, nothing is made.
    """
    carrying = [take for take in takes if carries_words(take)]
    wordings = [wording_of(take.text) for take in carrying]
    found = []
    for one, two in _candidates(carrying, wordings):
        first, second = carrying[one], carrying[two]
        runs = list(_runs(first.text, wordings[one], second.text, wordings[two]))
        if runs:
            run = max((here for here, _ in runs), key=len)
            shared = collated(first.text, second.text)
            found.append(SharedQuotation(first, second, run.of(first.text), shared))
    found.sort(key=lambda one: (-len(one.run), one.first.id, one.second.id))
    return tuple(found)


def _candidates(takes: Sequence[Take], wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """Places of takes of different articles that have six words in a row in common."""
    holders: dict[int, dict[int, None]] = {}
    for number, wording in enumerate(wordings):
        for gram in _grams(wording):
            holders.setdefault(hash(gram), {})[number] = None
    pairs = {
        (one, two)
        for numbers in holders.values()
        if 1 < len(numbers) <= _CROWD
        for one, two in combinations(numbers, 2)
        if takes[one].article_id != takes[two].article_id
    }
    return sorted(pairs)


def _runs(first: str, one: Wording, second: str, two: Wording) -> Iterator[Run]:
    places: dict[tuple[str, ...], int] = {}
    for at, gram in enumerate(_grams(one)):
        places.setdefault(gram, at)
    here, there = one.forms, two.forms
    free = 0
    for at, gram in enumerate(_grams(two)):
        start = places.get(gram)
        if start is None or at < free:
            continue
        length = RUN
        while (
            start + length < len(here)
            and at + length < len(there)
            and here[start + length] == there[at + length]
        ):
            length += 1
        free = at + length
        run = (_span(one, start, length), _span(two, at, length))
        if _says_something(first, one, start, length) or _says_something(second, two, at, length):
            yield run


def _says_something(text: str, wording: Wording, start: int, length: int) -> bool:
    """Whether a run is more than names and a phrase that everybody uses."""
    words = wording.words[start : start + length]
    plain = [word for word in words if not text[word.span.start].isupper()]
    telling = sum(len(word.form) >= _LONG_WORD for word in plain)
    return len(plain) >= _PLAIN and (telling >= _TELLING or length >= _TELLING_RUN)


def _span(wording: Wording, start: int, length: int) -> Span:
    words = wording.words
    return Span(words[start].span.start, words[start + length - 1].span.end)


def _grams(wording: Wording) -> Iterator[tuple[str, ...]]:
    forms = wording.forms
    return zip(*(forms[at:] for at in range(RUN)), strict=False)
