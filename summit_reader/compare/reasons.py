"""What two texts have in common that is worth telling: names, numbers, rare words, like words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from summit_reader.compare import printed_facts
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms
from summit_reader.domain.alignment import Reason, ReasonKind

NAMED = 6
"""Words that are named as evidence at most."""

_RARE = 1.6
"""Rarity from which a shared word is worth naming; what half of the parts have is at 1.7."""

_FEW = 8
"""Parts of a set below which nothing can be called rare in it, and all shared words are named."""

_NEAR = 0.5
"""Nearness from which two different words are worth naming."""


class Printed(NamedTuple):
    """A text as it is printed, and its terms."""

    text: str
    terms: Terms


def reasons(
    one: Printed, other: Printed, story: PassageSet, *, every_word: bool = False
) -> Iterator[Reason]:
    """What speaks for two texts being on the same, the most telling first, in the first's words.

    What is rare is what is rare in the `story`; with `every_word`, common words count, too: of a
    question of a few words, each matters.
    """
    named = _named_words(one.text) | _named_words(other.text)
    shared_numbers = _shared(printed_facts.numbers(one.text), printed_facts.numbers(other.text))
    evidence: tuple[tuple[ReasonKind, Sequence[str]], ...] = (
        (ReasonKind.NAMES, printed_facts.shared_names(one.text, other.text)),
        (ReasonKind.NUMBERS, shared_numbers),
        (ReasonKind.RARE_WORDS, _words(one.terms, other.terms, story, named, every_word)),
        (ReasonKind.LIKE_WORDS, _like_words(one.terms, other.terms, story, named)),
    )
    for kind, found in evidence:
        if found:
            yield Reason(kind, tuple(found[:NAMED]))


def _shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    known = {each.casefold() for each in other}
    return [each for each in one if each.casefold() in known]


def _named_words(text: str) -> set[str]:
    """The words of names, folded as terms are; names are evidence of their own."""
    return {part for name in printed_facts.names(text)
            for part in name.casefold().replace("-", " ").split()}  # fmt: skip


def _words(
    here: Terms,
    there: Terms,
    story: PassageSet,
    named: Container[str],
    every_word: bool,  # noqa: FBT001 - handed on
) -> list[str]:
    shared = set(there.stems)
    words = {
        stem: word
        for word, stem in zip(here.words, here.stems, strict=True)
        if stem in shared and word not in named and not word.isdigit()
    }
    few = every_word or len(story) < _FEW
    rare = [stem for stem in words if few or story.rarity(stem) >= _RARE]
    return [words[stem] for stem in sorted(rare, key=lambda stem: -story.rarity(stem))]


def _like_words(here: Terms, there: Terms, story: PassageSet, named: Container[str]) -> list[str]:
    near = [
        (nearness, word, other)
        for word, other, nearness in story.nearest_words(here, there)
        # One name or day is used like another, and is not the same.
        if nearness >= _NEAR
        and word not in named
        and other not in named
        and not printed_facts.is_day_or_month(word)
    ]
    near.sort(key=lambda each: -each[0])
    return [f"{word} / {other}" for _, word, other in near]
