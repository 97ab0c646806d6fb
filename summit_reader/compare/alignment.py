"""The parts of two texts on the same thing, ranked, each pair with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from summit_reader.compare.exact_links import exact_links
from summit_reader.compare.likeness import confidence_of, likeness
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.reasons import NAMED, Printed, reasons
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
        found = [Reason(ReasonKind.SAME_WORDS, (run,))] if run else []
        found += _reasons(here, there, story, terms)
        if found:
            pairs.append(
                Counterparts(row, column, 1.0 if run else confidence, tuple(found), run is not None)
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
    speakers = sorted(one.speakers & other.speakers)
    if speakers:
        yield Reason(ReasonKind.SAME_SPEAKER, tuple(speakers[:NAMED]))
    yield from reasons(Printed(one.text, terms[one]), Printed(other.text, terms[other]), story)


def _without(paired: set[int], count: int) -> tuple[int, ...]:
    return tuple(number for number in range(count) if number not in paired)
