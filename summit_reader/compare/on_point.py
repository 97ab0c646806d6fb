"""How likely passages are on a point, which is a question and perhaps a second phrase."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.compare.likeness import confidence_of, on_point
from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms

CUT_OFF = 0.4
"""Confidence below which nothing was found."""

WEAK = 0.6
"""Confidence below which what was found is weak."""

_CURVES = {
    (True, False): (1.15, 3.6),
    (True, True): (1.0, 5.0),
    (False, False): (0.9, 3.2),
    (False, True): (0.65, 5.0),
}
"""Middle and steepness of the curve from likeness to confidence, with vectors or without, and with
a second phrase or without: of more words, fewer are found by chance."""


def confidences(
    passages: PassageSet,
    question: Terms,
    second_phrase: Terms,
    rivals: Sequence[Terms],
    among: Sequence[int],
) -> list[float]:
    """How likely each of the passages is on the point; `rivals` are the other points."""
    asked = joined(question, second_phrase)
    if not asked.stems or not len(among):
        return [0.0] * len(among)
    alike = on_point(passages, asked, rivals, among)
    curve = _CURVES[passages.has_vectors, bool(second_phrase.stems)]
    return [confidence_of(float(score), *curve) for score in alike]


def joined(question: Terms, second_phrase: Terms) -> Terms:
    """Both as one text."""
    return Terms(
        question.words + second_phrase.words,
        question.stems + second_phrase.stems,
        question.every + second_phrase.every,
    )
