"""Which commands a few letters may mean, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
_WORD = re.compile(r"\w+")


def ranked(query: str, named: Sequence[tuple[str, T]]) -> list[T]:
    """Those whose name has all words of `query`, best first; all of them if it has none.

    A name that begins with the query comes before one whose words begin with those of the query,
    and that before one that merely contains them; equals keep their order.

    >>> ranked("sw pa", [("Next pane", 1), ("Swap panes", 2)])
    [2]
    """
    asked = _WORD.findall(query.casefold())
    weighed = []
    for number, (name, value) in enumerate(named):
        rank = _rank(asked, name.casefold())
        if rank is not None:
            weighed.append((rank, number, value))
    weighed.sort(key=lambda one: one[:2])
    return [value for _, _, value in weighed]


def _rank(asked: Sequence[str], name: str) -> int | None:
    words = _WORD.findall(name)
    if not asked:
        return 0
    if " ".join(words).startswith(" ".join(asked)):
        return 0
    if all(any(word.startswith(part) for word in words) for part in asked):
        return 1
    return 2 if all(part in name for part in asked) else None
