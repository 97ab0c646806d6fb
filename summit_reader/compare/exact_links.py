"""Parts of two texts that have six words or more in a row in common, which is certain."""

from __future__ import annotations

from collections.abc import Sequence

from summit_reader.compare.shared_quotations import RUN, shared_runs
from summit_reader.compare.words import wording_of

_CROWD = 20
"""Parts of one text that hold the same six words, beyond which these are a formula."""


def exact_links(first: Sequence[str], second: Sequence[str]) -> dict[tuple[int, int], str]:
    """The longest run of words that two parts share, by their numbers.

    >>> exact_links(["He said: we will close it for good."], ["No.", "“We will close it for good”"])
    {(0, 1): 'we will close it for good'}
    """
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, text in enumerate(first):
        for gram in _grams(text):
            holders.setdefault(gram, []).append(number)
    candidates = {
        (here, there)
        for there, text in enumerate(second)
        for gram in _grams(text)
        if len(holders.get(gram, ())) <= _CROWD
        for here in holders.get(gram, ())
    }
    links = {}
    for here, there in sorted(candidates):
        runs = [run.of(first[here]) for run, _ in shared_runs(first[here], second[there])]
        if runs:
            links[here, there] = max(runs, key=len)
    return links


def _grams(text: str) -> set[tuple[str, ...]]:
    forms = wording_of(text).forms
    return set(zip(*(forms[at:] for at in range(RUN)), strict=False))
