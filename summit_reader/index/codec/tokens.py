"""Words of many texts at once, in columns: where each stands in a string of bytes, and its code.

A million words as Python strings cost a second to make and another to look up. Here a word is a
stretch of bytes, told from others by a code of 64 bits that is computed for all words together.

The code is a hash whose key is drawn anew in every process, so that nobody can write a text whose
words collide; that any two of a million words do by chance happens once in thirty million times.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from summit_reader.index.codec.sections import Array

PADDING = 8
"""Bytes that must follow the last word: words are read eight bytes at a time."""

_STEP = 8
_KEYS = [np.uint64(secrets.randbits(64) | 1) for _ in range(2)]
_KEPT = np.array([(1 << 8 * count) - 1 for count in range(_STEP + 1)], np.uint64)
_HALF = np.uint64(32)


class Tokens:
    """The words of several texts.

    `content` holds the words (UTF-8) with anything between them and `PADDING` bytes at the end;
    `starts` and `lengths` say where they stand in it, and `ends` for each text how many words there
    are up to its end. A word of length 0 is an empty place.
    """

    __slots__ = ("_content", "_lengths", "_starts", "_unbroken", "codes", "ends")

    def __init__(self, content: bytes, starts: Array, lengths: Array, ends: Sequence[int]) -> None:
        self._content = content
        self._starts = starts
        self._lengths = lengths
        self.ends = ends
        self.codes = _codes(content, starts, lengths)
        """For each word its code; 0 for an empty place and for nothing else."""
        self._unbroken = bool(self.codes.all())

    def __getitem__(self, number: int) -> bytes:
        start = int(self._starts[number])
        return self._content[start : start + int(self._lengths[number])]

    def text(self, number: int) -> Words:
        """The words of one text."""
        return Words(self, (number,))

    def texts(self) -> list[Words]:
        """The words of each text."""
        return [Words(self, (number,)) for number in range(len(self.ends))]

    def count(self, start: int, end: int) -> int:
        """How many of `[start, end)` are not empty places."""
        return end - start if self._unbroken else int(np.count_nonzero(self.codes[start:end]))

    def span(self, text: int) -> tuple[int, int]:
        """The words `[start, end)` of a text."""
        return (self.ends[text - 1] if text else 0), self.ends[text]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts in a row: a value of a field.

    After each text `gap` places are left empty, so that no phrase runs from one into the next.
    """

    tokens: Tokens
    texts: tuple[int, ...]
    gap: int = 0

    def __len__(self) -> int:
        """How many places there are, empty ones included."""
        return sum(end - start + self.gap for start, end in self.spans())

    def __iter__(self) -> Iterator[str]:
        """The words in order, "" for an empty place."""
        for start, end in self.spans():
            for number in range(start, end):
                yield self.tokens[number].decode("utf-8", "surrogatepass")
            yield from repeat("", self.gap)

    def spans(self) -> Iterator[tuple[int, int]]:
        """For each text, its words `[start, end)` among the tokens."""
        return map(self.tokens.span, self.texts)

    def begins(self) -> list[int]:
        """For each text, the place at which it begins."""
        begins, place = [], 0
        for start, end in self.spans():
            begins.append(place)
            place += end - start + self.gap
        return begins


def packed(words: Iterable[str]) -> Words:
    """Words given one by one, "" for an empty place, as one text."""
    raw = [word.encode("utf-8", "surrogatepass") for word in words]
    lengths = np.fromiter(map(len, raw), np.int64, len(raw))
    content = b"".join(raw) + b" " * PADDING
    return Tokens(content, np.cumsum(lengths) - lengths, lengths, [len(raw)]).text(0)


def _codes(content: bytes, starts: Array, lengths: Array) -> Array:
    if not len(starts):
        return np.zeros(0, np.uint64)
    windows = np.ndarray((len(content) - _STEP + 1,), "<u8", content, 0, (1,))
    codes: Array = windows[starts] & _KEPT[np.minimum(lengths, _STEP)]
    longer = np.flatnonzero(lengths > _STEP)
    read = _STEP
    while len(longer):
        more = windows[starts[longer] + read] & _KEPT[np.minimum(lengths[longer] - read, _STEP)]
        codes[longer] = _mixed(_mixed(codes[longer]) + more)
        read += _STEP
        longer = longer[lengths[longer] > read]
    codes = _mixed(codes + lengths.astype(np.uint64) * _KEYS[1])  # of nothing comes 0
    codes[(codes == 0) & (lengths > 0)] = 1
    return codes


def _mixed(codes: Array) -> Array:
    mixed = codes * _KEYS[0]
    mixed ^= mixed >> _HALF
    mixed *= _KEYS[1]
    mixed ^= mixed >> _HALF
    return mixed
