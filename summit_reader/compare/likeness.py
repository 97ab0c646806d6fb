"""How much a text is on the same thing as passages are: of two passages, and of a point.

The weights were chosen on annotated news and arguments; docs/same-point.md has the measurements.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.passage_set import PassageSet
from summit_reader.compare.terms import Terms
from summit_reader.compare.word_vectors import Matrix

Vector = NDArray[np.float32]

_PAIRS, _DIRECTION, _COVER = 0.5, 1.0, 0.5
"""What two words in a row, the direction, and the cover count beside the shared words."""

_BESIDE = 0.3
"""What it counts that the passages before and after have counterparts where the pair stands."""

_RIVALS = 0.5
"""Share of its likeness to the other points that a passage loses on a point."""


def likeness(passages: PassageSet, asked: Sequence[Terms], among: Sequence[int]) -> Matrix:
    """A row for each text, a column for each passage: the greater, the likelier the same thing.

    `asked` are the passages of one text in order, and `among` those of the other: what stands
    beside two passages tells on them too.
    """
    # The direction takes the vectors of all words, of which the cover then has its part.
    alike = _DIRECTION * passages.direction(asked, among)
    alike += passages.shared_words(asked, among)
    alike += _PAIRS * passages.shared_pairs(asked, among)
    of_text, of_passage = passages.cover(asked, among)
    whole: Matrix = alike + _COVER * np.sqrt(np.maximum(of_text * of_passage, 0))
    return whole + _BESIDE * _beside(alike)


def on_points(passages: PassageSet, points: Sequence[Terms], among: Sequence[int]) -> Matrix:
    """A row for each point, a column for each passage: the greater, the likelier it is on it.

    A passage that is near to all the points is on none of them in particular.
    """
    alike = _near_points(passages, points, among)
    if len(points) > 1:
        others = (alike.sum(axis=0, keepdims=True) - alike) / (len(points) - 1)
        alike -= _RIVALS * others
    return alike


def on_point(
    passages: PassageSet, point: Terms, rivals: Sequence[Terms], among: Sequence[int]
) -> Vector:
    """For each passage, how much it is on the point: in the order `on_points` gives.

    What passages are like the rivals on average is not taken off, so that the numbers mean the
    same whatever else the reader asks.
    """
    alike = _near_points(passages, [point, *rivals], among)
    own: Vector = alike[0]
    if rivals:
        beside = alike[1:].mean(axis=0)
        own = own - _RIVALS * (beside - beside.mean())
    return own


def confidence_of(score: float, middle: float, steepness: float) -> float:
    """A likeness as a share of one, a half at the `middle`."""
    return 1 / (1 + math.exp(min(50.0, steepness * (middle - score))))


def _near_points(passages: PassageSet, points: Sequence[Terms], among: Sequence[int]) -> Matrix:
    of_point, of_passage = passages.cover(points, among)
    alike: Matrix = passages.shared_words(points, among) + of_point
    alike += np.sqrt(np.maximum(of_point * of_passage, 0))
    return alike


def _beside(alike: Matrix) -> Matrix:
    """For each pair, the likeness of the passages before and after, level or moved along by one."""
    height = alike.shape[0]
    found = np.zeros_like(alike)
    if height < 2 or not alike.shape[1]:  # noqa: PLR2004 - a passage alone has none beside it
        return found
    after, before = alike.copy(), alike.copy()
    after[:, :-1] = np.maximum(after[:, :-1], alike[:, 1:])
    before[:, 1:] = np.maximum(before[:, 1:], alike[:, :-1])
    found[:-1] += after[1:]
    found[1:] += before[:-1]
    found[1:-1] /= 2
    return found
