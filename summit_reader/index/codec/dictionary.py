"""The sorted terms of a field: one run of bytes, and where each term ends in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from summit_reader.index.codec.sections import SectionFile, SectionWriter

_REMEMBERED = 1 << 10


class TermDictionary:
    """Terms as bytes, ascending; each is known by its ordinal."""

    def __init__(self, file: SectionFile, name: str) -> None:
        self.blob: bytes = file[f"{name}/terms"].tobytes()
        self.ends = file[f"{name}/ends"]
        self._ends = self.ends.data
        self._found: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, ordinal: int) -> bytes:
        return self.blob[self._ends[ordinal] : self._ends[ordinal + 1]]

    def between(self, start: int, end: int) -> Iterator[bytes]:
        """The terms with ordinals `[start, end)`."""
        ends = self.ends[start : end + 1].tolist()
        blob = self.blob
        return (blob[a:b] for a, b in pairwise(ends))

    def lower_bound(self, term: bytes) -> int:
        """Ordinal of the first term that does not sort before `term`."""
        low, high = 0, len(self)
        ends, blob = self._ends, self.blob
        while low < high:
            middle = (low + high) >> 1
            if blob[ends[middle] : ends[middle + 1]] < term:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, term: bytes) -> int:
        """Its ordinal; -1 if the field does not hold it. The last ones are remembered."""
        known = self._found.get(term)
        if known is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            ordinal = self.lower_bound(term)
            known = ordinal if ordinal < len(self) and self[ordinal] == term else -1
            self._found[term] = known
        return known

    def beginning_with(self, prefix: bytes) -> tuple[int, int]:
        """The ordinals `[start, end)` of the terms that begin with `prefix`."""
        after = _after_all_with(prefix)
        return self.lower_bound(prefix), len(self) if after is None else self.lower_bound(after)


def _after_all_with(prefix: bytes) -> bytes | None:
    """The least bytes that sort after everything that begins with `prefix`; None if none do."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes([kept[-1] + 1]) if kept else None


def write_terms(sections: SectionWriter, name: str, terms: Sequence[bytes]) -> None:
    """Write ascending terms as `TermDictionary` reads them."""
    ends = np.zeros(len(terms) + 1, np.uint32)
    np.cumsum(np.fromiter(map(len, terms), np.uint32, len(terms)), out=ends[1:])
    sections.add(f"{name}/terms", np.frombuffer(b"".join(terms), np.uint8))
    sections.add(f"{name}/ends", ends)


def union(lists: Iterable[Iterable[bytes]]) -> list[bytes]:
    """All terms of several lists, each once, ascending."""
    return sorted(set().union(*lists))
