"""The words of a passage that say something, in the forms in which passages are weighed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 1_000
"""Words of a passage that are weighed; a paragraph has some dozens."""

# Joints of English, and the words with which papers carry what others say; besides them nothing is
# left out, for what is common in a story is told by counting.
_JOINTS = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further had
    has have having he her here hers herself him himself his how i if in into is it its itself just
    me more most my myself no nor not now of off on once only or other our ours ourselves out over
    own same she should so some such than that the their theirs them themselves then there these
    they this those through to too under until up very was we were what when where which while who
    whom whose why will with would you your yours yourself yourselves said say says saying mr mrs
    ms don doesn didn isn wasn weren won wouldn couldn shouldn hasn haven hadn ll re ve
    """.split()  # noqa: SIM905 - read as text
)

Analyse = Callable[[str], Sequence[tuple[str, str]]]
"""Gives the words of a text in order, each folded and with its stem."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Words that say something, with their stems, in the order of the text.

    `every` holds all the words, those too that only join others.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    every: tuple[str, ...]

    @property
    def pairs(self) -> list[str]:
        """Every two stems that follow on each other, as one term."""
        return [f"{one} {two}" for one, two in pairwise(self.stems)]


def terms_of(text: str, analyse: Analyse) -> Terms:
    """The terms of a text: no joints, and no single letters.

    >>> terms_of("Will Russia pay?", lambda text: [(w, w) for w in ("will", "russia", "pay")]).stems
    ('russia', 'pay')
    """
    analysed = analyse(text)[:LONGEST]
    telling = [
        (word, stem)
        for word, stem in analysed
        if word not in _JOINTS and (len(word) > 1 or word.isdigit())
    ]
    words, stems = zip(*telling, strict=True) if telling else ((), ())
    return Terms(words, stems, tuple([word for word, _ in analysed]))
