"""The parts of two texts on the same thing, ranked, each pair with what speaks for it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np

from summit_reader.compare import printed_facts
from summit_reader.compare.exact_links import exact_links
from summit_reader.compare.likeness import confidence_of, likeness
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms
from summit_reader.compare.word_vectors import Matrix
from summit_reader.domain.alignment import Alignment, Counterparts, Part, Reason, ReasonKind

CUT_OFF = 0.5
"""Confidence below which it is likelier that the other text has nothing."""

SURELY = 0.97
"""The highest confidence of a pair that does not share a run of words."""

_CURVES = {True: (1.29, 3.25), False: (0.68, 4.76)}
"""Middle and steepness of the curve from likeness to confidence, with vectors and without."""

_SPEAKER = 0.25
"""What it adds to the likeness that the same person speaks in both."""

_RARE = 1.6
"""Rarity from which a shared word is worth naming; what half of the parts have is at 1.7."""

_FEW = 8
"""Parts of a set below which nothing can be called rare in it, and all shared words are named."""

_NEAR = 0.5
"""Nearness from which two different words are worth naming."""

_NAMED = 6
"""Words that are named as evidence at most."""


def aligned(
    first: Sequence[Part],
    second: Sequence[Part],
    story: PassageSet,
    terms: Mapping[Part, Terms],
    numbers: Sequence[int],
) -> Alignment:
    """The two texts' parts with their counterparts.

    `story` holds the parts of both texts, and of others on the same happening if there are any;
    `numbers` are those of the second text's parts in it, `terms` those of all parts.
    """
    asked = [terms[part] for part in first]
    certain = exact_links([part.text for part in first], [part.text for part in second])
    alike = likeness(story, asked, numbers)
    for (row, column), same in _same_speakers(first, second).items():
        alike[row, column] += _SPEAKER * bool(same)
    pairs = []
    for row, column in sorted(_best(alike) | certain.keys()):
        run = certain.get((row, column))
        score = float(alike[row, column])
        confidence = min(SURELY, confidence_of(score, *_CURVES[story.has_vectors]))
        if run is None and confidence < CUT_OFF:
            continue
        here, there = first[row], second[column]
        reasons = [Reason(ReasonKind.SAME_WORDS, (run,))] if run else []
        reasons += _reasons(here, there, story, terms)
        if reasons:
            pairs.append(
                Counterparts(
                    row, column, 1.0 if run else confidence, tuple(reasons), run is not None
                )
            )
    pairs.sort(key=lambda pair: _rank(pair, alike))
    return Alignment(
        tuple(first),
        tuple(second),
        tuple(pairs),
        _without({pair.first for pair in pairs}, len(first)),
        _without({pair.second for pair in pairs}, len(second)),
    )


def _rank(pair: Counterparts, alike: Matrix) -> tuple[bool, bool, float]:
    """The same words first, longest first by likeness, then the same speaker, then the others."""
    spoken = any(reason.kind is ReasonKind.SAME_SPEAKER for reason in pair.reasons)
    return not pair.is_certain, not spoken, -float(alike[pair.first, pair.second])


def _best(alike: Matrix) -> set[tuple[int, int]]:
    """For each part of either text, the likeliest of the other."""
    if not alike.size:
        return set()
    rows = {(row, int(column)) for row, column in enumerate(np.argmax(alike, axis=1))}
    return rows | {(int(row), column) for column, row in enumerate(np.argmax(alike, axis=0))}


def _same_speakers(
    first: Sequence[Part], second: Sequence[Part]
) -> dict[tuple[int, int], frozenset[str]]:
    return {
        (row, column): here.speakers & there.speakers
        for row, here in enumerate(first)
        if here.speakers
        for column, there in enumerate(second)
    }


def _reasons(
    one: Part, other: Part, story: PassageSet, terms: Mapping[Part, Terms]
) -> Iterator[Reason]:
    here, there = terms[one], terms[other]
    names = printed_facts.shared_names(one.text, other.text)
    named = _named_words(one.text) | _named_words(other.text)
    evidence: tuple[tuple[ReasonKind, Sequence[str]], ...] = (
        (ReasonKind.SAME_SPEAKER, sorted(one.speakers & other.speakers)),
        (ReasonKind.NAMES, names),
        (
            ReasonKind.NUMBERS,
            _shared(printed_facts.numbers(one.text), printed_facts.numbers(other.text)),
        ),
        (ReasonKind.RARE_WORDS, _rare_words(here, there, story, named)),
        (ReasonKind.LIKE_WORDS, _like_words(here, there, story, named)),
    )
    for kind, found in evidence:
        if found:
            yield Reason(kind, tuple(found[:_NAMED]))


def _shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    known = {each.casefold() for each in other}
    return [each for each in one if each.casefold() in known]


def _named_words(text: str) -> set[str]:
    """The words of names, folded as terms are; names are evidence of their own."""
    return {part for name in printed_facts.names(text)
            for part in name.casefold().replace("-", " ").split()}  # fmt: skip


def _rare_words(here: Terms, there: Terms, story: PassageSet, named: Container[str]) -> list[str]:
    shared = set(there.stems)
    words = {
        stem: word
        for word, stem in zip(here.words, here.stems, strict=True)
        if stem in shared and word not in named and not word.isdigit()
    }
    few = len(story) < _FEW
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


def _without(paired: set[int], count: int) -> tuple[int, ...]:
    return tuple(number for number in range(count) if number not in paired)
