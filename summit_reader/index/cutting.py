"""Cuts many texts into words at once: the same words as `analyzer.terms` finds one by one.

Texts that are ASCII once they are folded, which is nearly all Western prose, are laid one after
another, and every rule of words is asked of all bytes together; other texts are cut one by one and
laid beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summit_reader.index.analyzer import GROUPING, LONGEST_WORD, folded, words_of_folded
from summit_reader.index.codec import PADDING, Tokens
from summit_reader.index.codec.sections import Array

_BETWEEN = b"\n"
_MARGIN = _BETWEEN * PADDING

_LETTER, _DIGIT, _BEYOND = 1, 2, 4
_WORD = _LETTER | _DIGIT | _BEYOND
"""Beyond ASCII stand only words that were found one by one."""
_INSIDE = 8
"""What may stand inside a word: in U.S., 100,000, Kim's."""


def _kinds() -> bytes:
    kinds = bytearray(256)
    for byte in range(256):
        character = chr(byte)
        if not character.isascii():
            kinds[byte] = _BEYOND
        elif character.isdigit():
            kinds[byte] = _DIGIT
        elif character.isalpha():
            kinds[byte] = _LETTER
        elif character in f".,'{GROUPING}":
            kinds[byte] = _INSIDE
    return bytes(kinds)


_KINDS = _kinds()
_POINT, _APOSTROPHE, _S = b".'s"


def cut(texts: Sequence[str]) -> Tokens:
    """The folded words of all texts."""
    content = _MARGIN + _BETWEEN.join(map(_laid_out, texts)) + _MARGIN
    ends = _ends(content, len(texts))
    kinds = np.frombuffer(content.translate(_KINDS), np.uint8)
    content, kinds, ends = _without_signs(content, kinds, ends)
    of_word = (kinds & _WORD) != 0
    edges = np.flatnonzero(of_word[1:] != of_word[:-1]) + 1
    starts = edges[::2]
    lengths = edges[1::2] - starts
    for number in np.flatnonzero(lengths > LONGEST_WORD).tolist():
        start = int(starts[number])
        word = content[start : start + int(lengths[number])].decode("utf-8", "surrogatepass")
        lengths[number] = len(word[:LONGEST_WORD].encode("utf-8", "surrogatepass"))
    return Tokens(content, starts, lengths, np.searchsorted(starts, ends).tolist())


def _laid_out(text: str) -> bytes:
    """The text folded; where a rule looks beyond the next few bytes, only its words."""
    text = folded(text)
    if text.isascii() and "'s's" not in text and ".'s" not in text:
        return text.replace("\n", " ").encode()
    return " ".join(words_of_folded(text)).encode("utf-8", "surrogatepass")


def _ends(content: bytes, count: int) -> Array:
    """Where each text ends."""
    if not count:
        return np.zeros(0, np.int64)
    ends = np.flatnonzero(np.frombuffer(content, np.uint8) == _BETWEEN[0])
    return ends[PADDING:][:count]


def _without_signs(content: bytes, kinds: Array, ends: Array) -> tuple[bytes, Array, Array]:
    """Without the points of acronyms and the separators of numbers; a possessive is no word."""
    at = np.flatnonzero(kinds == _INSIDE)
    at = at[(kinds[at - 1] & _WORD).astype(bool) & (kinds[at + 1] & _WORD).astype(bool)]
    if not len(at):
        return content, kinds, ends
    signs = np.frombuffer(content, np.uint8)
    kinds = kinds.copy()
    is_word = (kinds & _WORD) != 0
    gone = at[_groups_digits(at, kinds == _DIGIT, is_word) | _is_point(at, signs, kinds, is_word)]
    possessive = at[(signs[at] == _APOSTROPHE) & (signs[at + 1] == _S) & ~is_word[at + 2]]
    kinds[possessive + 1] = 0
    if not len(gone):
        return content, kinds, ends
    kept = np.ones(len(kinds), bool)
    kept[gone] = False
    return signs[kept].tobytes(), kinds[kept], ends - np.searchsorted(gone, ends)


def _groups_digits(at: Array, digit: Array, is_word: Array) -> Array:
    """Which of the signs stand before three digits and after one to three: 100,000."""
    after = digit[at + 1] & digit[at + 2] & digit[at + 3] & ~is_word[at + 4]
    one = digit[at - 1]
    two = one & digit[at - 2]
    three = two & digit[at - 3]
    before = (one & ~is_word[at - 2]) | (two & ~is_word[at - 3]) | (three & ~is_word[at - 4])
    groups: Array = after & before
    return groups


def _is_point(at: Array, signs: Array, kinds: Array, is_word: Array) -> Array:
    """Which of the signs are points between single letters: U.S."""
    letter = kinds == _LETTER
    point = (signs[at] == _POINT) & letter[at + 1] & ~is_word[at + 2]
    point &= letter[at - 1] & ~is_word[at - 2]
    after_possessive = (signs[at - 1] == _S) & (signs[at - 2] == _APOSTROPHE) & is_word[at - 3]
    points: Array = point & ~after_possessive
    return points
