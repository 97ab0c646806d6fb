"""What two texts share and what each has alone: words, names, numbers, and who may say how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from summit_reader.compare import printed_facts
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Analyse, Terms, terms_of
from summit_reader.compare.words import wording_of
from summit_reader.domain.difference import Differences, FactDifference, FactKind, Speech

_COMMON = 0.5
"""Share of a story's other passages from which a word is the story's and not a text's."""

_FEWEST = 4
"""Passages of a story below which no word can be called common to it."""

_PRINTED: Mapping[FactKind, Callable[[str, str], tuple[str, ...]]] = {
    FactKind.NUMBERS: lambda text, _: printed_facts.numbers(text),
    FactKind.DATES: lambda text, _: printed_facts.dates(text),
    FactKind.NEGATIONS: printed_facts.negations,
    FactKind.HEDGES: printed_facts.hedges,
}

Said = Sequence[tuple[str, str]]
"""Speakers with the words that a text lets them say."""


def differences(
    first: str,
    second: str,
    analyse: Analyse,
    story: PassageSet | None = None,
    said: tuple[Said, Said] = ((), ()),
    languages: tuple[str, str] = ("en", "en"),
) -> Differences:
    """The two texts held against each other; what they say of it all is left to the reader.

    `languages` are the tags of those that they are in.
    """
    here, there = languages
    one, other = terms_of(first, analyse), terms_of(second, analyse)
    common = _common(story) & {*one.stems, *other.stems}
    words = _words(one, other, common)
    printed = [
        _fact(kind, found(first, here), found(second, there)) for kind, found in _PRINTED.items()
    ]
    everyday = {stem: word for each in (other, one)
                for word, stem in zip(each.words, each.stems, strict=True)}  # fmt: skip
    return Differences(
        (words, _names(first, second), *printed),
        tuple(sorted(everyday[stem] for stem in common)),
        _speeches(*said),
    )


def _common(story: PassageSet | None) -> set[str]:
    if story is None or len(story) < _FEWEST:
        return set()
    counts: dict[str, int] = {}
    for number in range(len(story)):
        for stem in set(story.terms(number).stems):
            counts[stem] = counts.get(stem, 0) + 1
    return {stem for stem, count in counts.items() if count >= _COMMON * len(story)}


def _words(one: Terms, other: Terms, common: set[str]) -> FactDifference:
    here, there = _by_stem(one, common), _by_stem(other, common)
    return FactDifference(
        FactKind.WORDS,
        tuple(word for stem, word in here.items() if stem in there),
        tuple(word for stem, word in here.items() if stem not in there),
        tuple(word for stem, word in there.items() if stem not in here),
    )


def _by_stem(terms: Terms, common: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, stem in zip(terms.words, terms.stems, strict=True):
        if stem not in common:
            found.setdefault(stem, word)
    return found


def _names(first: str, second: str) -> FactDifference:
    """A name that opens a sentence cannot be told from other words; so it is looked for as well."""
    shared = printed_facts.shared_names(first, second)
    known = _by_form(shared)
    here, there = (_by_form(printed_facts.names(text)) for text in (first, second))
    return FactDifference(
        FactKind.NAMES,
        shared,
        tuple(name for form, name in here.items() if form not in known | there),
        tuple(name for form, name in there.items() if form not in known | here),
    )


def _fact(kind: FactKind, first: Sequence[str], second: Sequence[str]) -> FactDifference:
    here, there = _by_form(first), _by_form(second)
    return FactDifference(
        kind,
        tuple(printed for form, printed in here.items() if form in there),
        tuple(printed for form, printed in here.items() if form not in there),
        tuple(printed for form, printed in there.items() if form not in here),
    )


def _by_form(printed: Iterable[str]) -> dict[str, str]:
    """What is printed, by its form without case, marks and signs that group thousands."""
    return {"".join(wording_of(each).forms) or each: each for each in printed}


def _speeches(first: Said, second: Said) -> tuple[Speech, ...]:
    counts: dict[str, list[int]] = {}
    for side, said in enumerate((first, second)):
        for speaker, words in said:
            counts.setdefault(speaker, [0, 0])[side] += len(wording_of(words).words)
    found = [Speech(speaker, *each) for speaker, each in counts.items()]
    found.sort(key=lambda each: (-(each.first + each.second), each.speaker))
    return tuple(found)
