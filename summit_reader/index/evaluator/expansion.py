"""The terms of a field that a pattern or an approximate word stands for, as ordinals."""

from __future__ import annotations

import re

import numpy as np

from summit_reader.index.codec.dictionary import TermDictionary
from summit_reader.index.codec.sections import Array

_ANY_CHARACTER = rb"(?:[\x00-\x09\x0b-\x7f]|[\xc0-\xff][\x80-\xbf]*)"
_BIGGEST_CHARACTER = 4
"""Bytes of a character in UTF-8, at most."""


def stretches(ordinals: Array) -> list[tuple[int, int]]:
    """Ascending ordinals as stretches `[start, end)`."""
    if not len(ordinals):
        return []
    gaps = np.flatnonzero(np.diff(ordinals) != 1)
    starts = ordinals[np.concatenate(([0], gaps + 1))]
    ends = ordinals[np.concatenate((gaps, [len(ordinals) - 1]))] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def matching_wildcard(terms: TermDictionary, pattern: bytes) -> Array:
    """The terms that match a pattern of `*` and `?`.

    Raises:
        ValueError: if terms hold line breaks, by which they are told apart here.
    """
    start, end = terms.beginning_with(re.split(rb"[*?]", pattern, maxsplit=1)[0])
    if start == end:
        return np.zeros(0, np.int64)
    text = b"\n".join(terms.between(start, end))
    if text.count(b"\n") != end - start - 1:
        message = "a term holds a line break"
        raise ValueError(message)
    breaks = np.flatnonzero(np.frombuffer(text, np.uint8) == ord("\n"))
    found = [match.start() for match in re.finditer(_expression(pattern), text, re.MULTILINE)]
    return np.searchsorted(breaks, np.array(found, np.int64)) + start


def _expression(pattern: bytes) -> bytes:
    """A pattern as an expression that never goes back behind a star it has passed."""
    pieces = [
        b"".join(_ANY_CHARACTER if sign == b"?" else re.escape(sign) for sign in _signs(piece))
        for piece in re.split(rb"\*+", pattern)
    ]
    if len(pieces) == 1:
        return b"^" + pieces[0] + b"$"
    middle = b"".join(b"(?>[^\n]*?" + piece + b")" for piece in pieces[1:-1])
    return b"^" + pieces[0] + middle + b"[^\n]*" + pieces[-1] + b"$"


def _signs(piece: bytes) -> list[bytes]:
    return [piece[place : place + 1] for place in range(len(piece))]


def within_distance(
    terms: TermDictionary, signatures: Array, word: str, distance: int, prefix: int
) -> Array:
    """The terms at most so many letters added, dropped or exchanged away from `word`.

    The first `prefix` letters must agree. `signatures` are those of `signatures_of(terms)`.
    """
    start, end = terms.beginning_with(word[:prefix].encode("utf-8", "surrogatepass"))
    if start == end:
        return np.zeros(0, np.int64)
    raw = word.encode("utf-8", "surrogatepass")
    sizes = np.diff(terms.ends[start : end + 1].astype(np.int64))
    here = signatures[start:end]
    plain = here < _FOREIGN if raw.isascii() else np.zeros(end - start, bool)
    alike = np.bitwise_count(here ^ _signature(raw)) <= 2 * distance
    close = alike & (np.abs(sizes - len(raw)) <= distance)
    # Letters of several bytes: only a bound on the length can be told beforehand.
    longest = _BIGGEST_CHARACTER * (len(word) + distance)
    candidates = np.flatnonzero(np.where(plain, close, sizes <= longest))
    texts = [
        terms[start + number].decode("utf-8", "surrogatepass") for number in candidates.tolist()
    ]
    kept = [number for number, text in enumerate(texts) if abs(len(text) - len(word)) <= distance]
    rest = [texts[number][prefix:] for number in kept]
    near = distances(word[prefix:], rest) <= distance
    found: Array = candidates[kept][near] + start
    return found


_FOREIGN = np.uint32(1 << 31)


def signatures_of(terms: TermDictionary) -> Array:
    """Which letters each term holds, as bits; the highest says that there are foreign ones."""
    if not len(terms):
        return np.zeros(0, np.uint32)
    letters = np.frombuffer(terms.blob, np.uint8)
    bits = np.left_shift(np.uint32(1), (letters % 31).astype(np.uint32))
    bits |= np.where(letters >= 128, _FOREIGN, np.uint32(0))  # noqa: PLR2004 - beyond ASCII
    sums = np.zeros(len(terms), np.uint32)
    sizes = np.diff(terms.ends)
    filled = np.flatnonzero(sizes)
    if len(filled):
        sums[filled] = np.bitwise_or.reduceat(bits, terms.ends[:-1][filled].astype(np.int64))
    return sums


def _signature(raw: bytes) -> np.uint32:
    bits = 0
    for letter in raw:
        bits |= 1 << letter % 31
    return np.uint32(bits)


def distances(word: str, others: list[str]) -> Array:
    """The Levenshtein distance of each of `others` from `word`."""
    if not others:
        return np.zeros(0, np.int64)
    longest = max(1, *map(len, others))
    lengths = np.fromiter(map(len, others), np.int64, len(others))
    letters = np.zeros((len(others), longest), np.uint32)
    for number, other in enumerate(others):
        letters[number, : len(other)] = [ord(letter) for letter in other]
    steps = np.arange(longest + 1)
    row_before: Array = np.broadcast_to(steps, (len(others), longest + 1))
    for number, sign in enumerate(word, 1):
        exchanged = row_before[:, :-1] + (letters != ord(sign))
        row: Array = np.empty_like(row_before)
        row[:, 0] = number
        np.minimum(exchanged, row_before[:, 1:] + 1, out=row[:, 1:])
        # Letters added: each costs one more than its neighbour, however many there are.
        row_before = np.minimum.accumulate(row - steps, axis=1) + steps
    found: Array = row_before[np.arange(len(others)), lengths]
    return found
