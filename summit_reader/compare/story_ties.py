"""What the articles of a story have in common, so that a proposal can be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summit_reader.compare.terms import Terms

WORDS = 6
"""Words that a reason names; more would be no reason but a list."""

_BOTH = 2


def shared_words(tops: Sequence[Terms]) -> list[tuple[str, ...]]:
    """For each text the words it has in common with most others, most widely shared first.

    `tops` are the headlines and openings. Of words that are shared alike the first ones count more:
    a headline comes before what is below it.
    """
    holders = Counter(stem for top in tops for stem in set(top.stems))
    return [_words(top, holders) for top in tops]


def _words(top: Terms, holders: Counter[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for word, stem in zip(top.words, top.stems, strict=True):
        if holders[stem] >= _BOTH and not word.isdigit():
            first.setdefault(stem, word)
    ranked = sorted(first, key=lambda stem: -holders[stem])
    return tuple(first[stem] for stem in ranked[:WORDS])
