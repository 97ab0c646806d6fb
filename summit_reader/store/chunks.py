"""Ids in portions: SQLite takes only so many values in a statement, and memory so many texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

NAMED = 500
"""Values that one statement names."""


def chunks(ids: Sequence[T], size: int = NAMED) -> Iterator[Sequence[T]]:
    """These in portions of `size`, the last one smaller.

    >>> list(chunks([1, 2, 3, 4, 5], size=2))
    [[1, 2], [3, 4], [5]]
    """
    return (ids[start : start + size] for start in range(0, len(ids), size))
