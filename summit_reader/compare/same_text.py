"""Whether two texts are the same, word for word and in large part: by their runs of five words."""

from __future__ import annotations

import re

RUN = 5
"""Words of a run: enough that two articles hardly share one by chance."""

LONGEST = 500_000
"""Characters of a text that are looked at."""

_WORD = re.compile(r"\w+")


def runs_of(text: str) -> frozenset[int]:
    """The runs of words in the text, as numbers that are the same for the same words.

    >>> len(runs_of("One, two, three: four five six.") & runs_of("one two three four five six"))
    2
    """
    words = _WORD.findall(text[:LONGEST].casefold())
    return frozenset(hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1))


def shared_share(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter text the other one has, from 0 to 1; 0 where one is too short.

    >>> shared_share(runs_of("a b c d e f"), runs_of("so a b c d e f and so on"))
    1.0
    """
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
