"""Word vectors: which words are used alike, as one fixed vector for each.

The files hold a vector of bytes for every *piece* of a vocabulary, with a scale for each; what a
piece is worth telling is in its length already. A word is the sum of its pieces, the longest first
(WordPiece). Vectors know English; a word of another language falls into small pieces that say
little.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

WIDTH = 256
"""Numbers of a vector."""

PIECES = 30_522
"""Pieces of the vocabulary; another number means another vocabulary."""

_VECTORS, _SCALES, _VOCABULARY = "static256_i8.npy", "static256_scales.npy", "vocab.txt"
_DIGESTS = {
    _VECTORS: "3aa8aae6363122aeed34159f4501c6acbc2eb244b37e138c4d2d485b85759e92",
    _SCALES: "9c421cd1b2f75ae4ba7b67eb3a98788fb8ca2e2e48a60bd542582865a8839f05",
    _VOCABULARY: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
VERSION = "df29562c05467383"
"""Which vectors these are: what was made with others does not go with them."""

_LONGEST_WORD = 100
_REMEMBERED = 1 << 16


class UnreadableVectors(Exception):
    """The files of the vectors are missing, damaged, or of another version."""


class WordVectors:
    """A vector for every word. `pieces` are numbered as the rows of `rows` are.

    Raises:
        UnreadableVectors: if the two do not belong together.
    """

    def __init__(self, rows: NDArray[np.int8], scales: Matrix, pieces: Sequence[str]) -> None:
        if rows.shape != (len(pieces), WIDTH) or scales.shape != (len(pieces),):
            message = f"{len(pieces)} pieces, but vectors of shape {rows.shape}"
            raise UnreadableVectors(message)
        self._rows = rows
        self._scales = scales
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> Matrix:
        """A row for each word, as long as the word is worth telling; zeros for an unknown one."""
        flat: list[int] = []
        begins: list[int] = []
        for word in words:
            begins.append(len(flat))
            flat += self._pieces(word)
        if not flat:
            return np.zeros((len(words), WIDTH), np.float32)
        # A word mostly is one piece: the first piece of each is its vector, the others are added.
        starts = np.array(begins, np.intp)
        sizes = np.diff(np.append(starts, len(flat)))
        firsts = np.minimum(starts, len(flat) - 1)
        numbers = np.array(flat, np.intp)
        vectors = self._some(numbers[firsts])
        vectors[sizes == 0] = 0
        others = np.ones(len(flat), bool)
        others[firsts[sizes > 0]] = False
        owners = np.repeat(np.arange(len(words)), sizes)[others]
        np.add.at(vectors, owners, self._some(numbers[others]))
        return vectors

    def _some(self, numbers: NDArray[np.intp]) -> Matrix:
        """The vectors of these pieces."""
        return np.multiply(self._rows[numbers], self._scales[numbers, None], dtype=np.float32)

    def _pieces(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known = {}
            known = self._known[word] = tuple(self._cut(_plain(word[:_LONGEST_WORD])))
        return known

    def _cut(self, word: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(mark + word[start:end])
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return []
        return pieces


def vectors_at(folder: Path) -> WordVectors:
    """The vectors that lie in a folder.

    Raises:
        UnreadableVectors: if they are missing, damaged, or of another version.
    """
    try:
        for name, digest in _DIGESTS.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                message = f"{folder / name} is damaged or of another version"
                raise UnreadableVectors(message)
        pieces = (folder / _VOCABULARY).read_text(encoding="utf-8").split("\n")[:PIECES]
        # Mapped: of thirty thousand vectors a library's words need few.
        rows = np.load(folder / _VECTORS, mmap_mode="r", allow_pickle=False)
        scales = np.load(folder / _SCALES, allow_pickle=False).astype(np.float32)
        return WordVectors(rows, scales, pieces)
    except (OSError, ValueError) as error:
        message = f"the word vectors in {folder} cannot be read: {error}"
        raise UnreadableVectors(message) from error


def unit(vectors: Matrix) -> Matrix:
    """The vectors with a length of one; a vector of zeros stays."""
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    scaled: Matrix = vectors / np.maximum(lengths, 1e-9, dtype=np.float32)[:, None]
    return scaled


def products(one: Matrix, two: Matrix) -> Matrix:
    """The product of each row of the one with each row of the other."""
    # BLAS computes lanes beyond the end of short rows too, drops them, and leaves their flag up.
    with np.errstate(invalid="ignore"):
        table: Matrix = one @ two.T
    return table


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")
