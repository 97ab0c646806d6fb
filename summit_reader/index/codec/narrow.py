"""Unsigned numbers that are nearly all small, in the fewest bytes: a base, and the exceptions.

Of a million positions in passages of news, three in a hundred lie beyond 254; they would double the
width of all. The base holds every number that fits below its largest value; that value stands for
"look it up", and the exceptions are kept apart, sorted by place. Nothing is clipped.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from summit_reader.index.codec.sections import Array, GrowingArray, SectionFile, SectionWriter

_EXCEPTION_BYTES = 12
WIDTHS = (1, 2, 4)
BYTE, SHORT = 254, 65_534
"""The largest numbers that a base of one and of two bytes holds."""


def best_width(count: int, above_byte: int, above_short: int) -> int:
    """Bytes of a base for `count` numbers, of which so many exceed 254 and 65,534."""
    sizes = {
        1: count + _EXCEPTION_BYTES * above_byte,
        2: 2 * count + _EXCEPTION_BYTES * above_short,
        4: 4 * count,
    }
    return min(WIDTHS, key=lambda width: sizes[width])


class NarrowWriter:
    """Writes the numbers of one array as they come."""

    def __init__(self, sections: SectionWriter, name: str, width: int) -> None:
        self._dtype = np.dtype(f"<u{width}")
        self._base: GrowingArray = sections.grow(name, self._dtype)
        self._places: GrowingArray = sections.grow(f"{name}/places", "<u8")
        self._values: GrowingArray = sections.grow(f"{name}/values", "<u4")

    def extend(self, values: Array) -> None:
        """Put `values` (below 2**32 - 1) at the end."""
        mark = np.iinfo(self._dtype).max
        if values.dtype.itemsize > self._dtype.itemsize:
            beyond = np.flatnonzero(values >= mark)
            if len(beyond):
                self._places.extend(beyond + self._base.length)
                self._values.extend(values[beyond])
                values = np.minimum(values, mark)
        elif len(values) and values.max() == mark:
            beyond = np.flatnonzero(values == mark)
            self._places.extend(beyond + self._base.length)
            self._values.extend(values[beyond])
        self._base.extend(values)


class NarrowArray:
    """The numbers of one array, read in place."""

    def __init__(self, file: SectionFile, name: str) -> None:
        self._base = file[name]
        self._places = file[f"{name}/places"]
        self._values = file[f"{name}/values"]
        self._mark = np.iinfo(self._base.dtype).max

    def __len__(self) -> int:
        return len(self._base)

    def count_above(self, number: int) -> int:
        """How many of the numbers exceed `number`, which must be `BYTE` or `SHORT`."""
        kept = self._base if number < self._mark else self._values
        return int((kept > number).sum())

    def stretch(self, start: int, end: int) -> Array:
        """The numbers `[start, end)`, in the base's type unless one of them exceeds it."""
        values = self._base[start:end]
        if not len(self._places):
            return values
        first, last = np.searchsorted(self._places, (start, end))
        if first == last:
            return values
        wide = values.astype(np.uint32)
        wide[self._places[first:last] - start] = self._values[first:last]
        return wide

    def at(self, places: Array) -> Array:
        """The numbers at `places`."""
        values: np.ndarray[Any, Any] = self._base[places]
        if not len(self._places):
            return values
        marked = np.flatnonzero(values == self._mark)
        if not len(marked):
            return values
        values = values.astype(np.uint32)
        values[marked] = self._values[np.searchsorted(self._places, places[marked])]
        return values
