"""The directions of a library's passages on disk: what no search for words finds is near by them.

A row of bytes for each passage, which is read where it lies (memory-mapped), and a key that says
whose it is. Rows are only ever added; a manifest, replaced as a whole, says how many count and
which change of the library they follow. What a killed process wrote beyond that is overwritten.
The first rows are in the order of their keys; later ones stand for articles that changed since, and
hide what was there of the same article.

Everything here can be made anew of the library. What is cut short, or was made with other word
vectors, is not read at all.
"""

from __future__ import annotations

import json
import mmap
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from summit_reader.compare.word_vectors import WIDTH, Matrix, unit

FORMAT = 1
"""Another number means files that are laid out otherwise."""

_MANIFEST = "manifest.json"
_KEY = np.dtype([("article", "<i8"), ("number", "<i4"), ("scale", "<f4")])
_NUMBERS = 20
"""Bits for the number of a passage; an article of more is kept up to there."""

_AT_ONCE = 8_192
"""Rows that are compared at a time: they lie in the cache."""

_GONE = -1
"""The number of the row that says that what was there of an article counts no more."""

Place = tuple[int, int]
"""A passage by its article and its number there."""

Directions = Mapping[int, tuple[Sequence[int], Matrix]]
"""Articles with the numbers of their passages, ascending, and a row for each."""

NOTHING: tuple[Sequence[int], Matrix] = ((), np.zeros((0, WIDTH), np.float32))
"""What there is of an article that is gone."""


_Encoded = tuple[NDArray[np.void], NDArray[np.int8]]


class UnfitVectors(Exception):
    """The files are missing, cut short, or were made for something else."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What of the files counts: `rows`, of which the first `ordered` ones are in order.

    `version` is that of the word vectors, `change` the last one of the library that is in, `name`
    a part of the names of the files.
    """

    version: str
    change: int
    rows: int
    ordered: int
    name: str
    format: int = FORMAT

    @classmethod
    def read(cls, folder: Path, version: str) -> Manifest:
        """The manifest in the folder, if it is for these word vectors and its files are whole.

        Raises:
            UnfitVectors: if it is not, or there is none that can be read.
        """
        try:
            manifest = cls(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
            fine = 0 <= manifest.ordered <= manifest.rows and manifest.change >= 0
            fine = fine and manifest.name.isalnum()
        except (OSError, ValueError, TypeError, AttributeError) as error:
            message = f"the manifest cannot be read: {error}"
            raise UnfitVectors(message) from error
        if not fine or (manifest.format, manifest.version) != (FORMAT, version):
            message = "they were made by another version"
            raise UnfitVectors(message)
        for path, size in manifest.files(folder):
            if not path.is_file() or path.stat().st_size < manifest.rows * size:
                message = "they are cut short"
                raise UnfitVectors(message)
        return manifest

    def files(self, folder: Path) -> tuple[tuple[Path, int], tuple[Path, int]]:
        """Where keys and rows lie, each with the size of one in bytes."""
        keys, rows = folder / f"{self.name}.keys", folder / f"{self.name}.rows"
        return (keys, _KEY.itemsize), (rows, WIDTH)

    def publish(self, folder: Path) -> None:
        """Let this be what counts."""
        fresh = folder / f"{self.name}.fresh"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / _MANIFEST)


class PassageVectors:
    """The directions as they were when this was opened; several threads may ask.

    Raises:
        UnfitVectors: if the files cannot be used.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.manifest = Manifest.read(folder, version)
        rows = self.manifest.rows
        (key_file, _), (row_file, _) = self.manifest.files(folder)
        try:
            keys = np.fromfile(key_file, _KEY, rows)
            self._rows = _mapped(row_file, rows)
        except (OSError, ValueError) as error:
            message = f"they cannot be read: {error}"
            raise UnfitVectors(message) from error
        ordered = self.manifest.ordered
        self._codes = _codes(keys["article"], keys["number"])
        self._scales = np.where(np.isfinite(keys["scale"]), keys["scale"], 0).astype(np.float32)
        if len(keys) < rows or not np.all(np.diff(self._codes[:ordered]) > 0):
            message = "they are damaged"
            raise UnfitVectors(message)
        self._hide_replaced(keys["article"], keys["number"])

    def articles(self) -> frozenset[int]:
        """The articles that have a direction here."""
        live = self._codes[self._scales > 0] >> _NUMBERS
        return frozenset(np.unique(live).tolist())

    def near(self, direction: NDArray[np.float32], most: int) -> list[Place]:
        """The passages that go most in this direction, the nearest first."""
        found = np.empty(len(self._rows), np.float32)
        buffer = np.empty((_AT_ONCE, WIDTH), np.float32)
        for first in range(0, len(found), _AT_ONCE):
            some = self._rows[first : first + _AT_ONCE]
            np.copyto(buffer[: len(some)], some)
            np.dot(buffer[: len(some)], direction, out=found[first : first + len(some)])
        found *= self._scales
        most = min(most, int(np.count_nonzero(found > 0)))
        if not most:
            return []
        best = np.argpartition(-found, most - 1)[:most]
        return [self._place(int(at)) for at in best[np.argsort(-found[best], kind="stable")]]

    def likeness(self, direction: NDArray[np.float32], places: Sequence[Place]) -> Matrix:
        """How much each of the passages goes in the direction; 0 for one that is not here."""
        codes = _codes(*np.array(places, np.int64).reshape(-1, 2).T)
        rows = np.minimum(np.searchsorted(self._ordered, codes), max(0, len(self._ordered) - 1))
        found = np.zeros(len(places), np.float32)
        if len(self._ordered):
            here = self._ordered[rows] == codes
            at = self._row_of[rows[here]]
            vectors = self._rows[at].astype(np.float32) * self._scales[at, None]
            found[here] = vectors @ direction
        return found

    def _place(self, row: int) -> Place:
        code = int(self._codes[row])
        return code >> _NUMBERS, code & ((1 << _NUMBERS) - 1)

    def _hide_replaced(self, article: NDArray[np.int64], number: NDArray[np.int32]) -> None:
        """Take out of account what a later row of the same article stands for."""
        ordered = self.manifest.ordered
        latest: dict[int, slice] = {}
        begins = ordered + np.flatnonzero(number[ordered:] == _GONE)
        for first, end in pairwise([*begins.tolist(), len(number)]):
            owner = int(article[first])
            if owner in latest:
                self._scales[latest[owner]] = 0
            latest[owner] = slice(first, end)
        if latest:
            changed = np.isin(article[:ordered], np.fromiter(latest, np.int64))
            self._scales[:ordered][changed] = 0
        self._scales[number == _GONE] = 0
        self._ordered, self._row_of = self._codes, np.arange(len(self._codes))
        if latest:
            live = np.flatnonzero(self._scales > 0)
            self._row_of = live[np.argsort(self._codes[live], kind="stable")]
            self._ordered = self._codes[self._row_of]


def create(folder: Path, version: str, change: int, articles: Iterable[Directions]) -> Manifest:
    """Write the directions of all articles, in the order of their numbers, and let them count.

    Raises:
        OSError: if they cannot be written; what counted before still does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    manifest = Manifest(version, change, 0, 0, secrets.token_hex(8))
    (key_file, _), (row_file, _) = manifest.files(folder)
    try:
        with key_file.open("wb") as keys, row_file.open("wb") as rows:
            count = _write(keys, rows, (each for some in articles for each in _encoded(some)))
        manifest = replace(manifest, rows=count, ordered=count)
        manifest.publish(folder)
    except BaseException:
        tidy(folder, without=manifest.name)
        raise
    tidy(folder, but=manifest.name)
    return manifest


def extend(folder: Path, manifest: Manifest, change: int, articles: Directions) -> Manifest:
    """Add what changed up to a change of the library; nobody else may be writing.

    Raises:
        OSError: if it cannot be written; what counted before still does.
    """
    (key_file, key_size), (row_file, row_size) = manifest.files(folder)
    with key_file.open("r+b") as keys, row_file.open("r+b") as rows:
        # Beyond what counts lies what a killed process left; it is written over.
        keys.seek(manifest.rows * key_size)
        rows.seek(manifest.rows * row_size)
        added = _write(keys, rows, _marked(articles))
    extended = replace(manifest, change=change, rows=manifest.rows + added)
    extended.publish(folder)
    return extended


def discard(folder: Path) -> None:
    """Let nothing in the folder count any more."""
    with suppress(OSError):
        (folder / _MANIFEST).unlink()


def tidy(folder: Path, *, but: str = "", without: str = "") -> None:
    """Remove the files without a name, or all others but those with one; open ones may stay."""
    for path in folder.iterdir():
        ours = path.suffix in {".keys", ".rows", ".fresh"}
        if ours and (path.stem == without if without else path.stem != but):
            with suppress(OSError):
                path.unlink()


def _encoded(articles: Directions) -> Iterator[_Encoded]:
    for article, (numbers, directions) in sorted(articles.items()):
        kept = [number for number in numbers if number < 1 << _NUMBERS]
        whole = unit(directions[: len(kept)])
        scales = np.abs(whole).max(axis=1, initial=0) / np.iinfo(np.int8).max
        scales[scales == 0] = 1
        keys = np.empty(len(kept), _KEY)
        keys["article"], keys["number"], keys["scale"] = article, kept, scales
        yield keys, np.rint(whole / scales[:, None]).astype(np.int8)


def _codes(article: NDArray[np.int64], number: NDArray[np.int64]) -> NDArray[np.int64]:
    codes: NDArray[np.int64] = (article.astype(np.int64) << _NUMBERS) | np.maximum(number, 0)
    return codes


def _mapped(path: Path, rows: int) -> NDArray[np.int8]:
    """The first rows of the file, which has at least as many."""
    if not rows:
        return np.zeros((0, WIDTH), np.int8)
    with path.open("rb") as file:
        held = mmap.mmap(file.fileno(), rows * WIDTH, access=mmap.ACCESS_READ)
    return np.frombuffer(held, np.int8).reshape(rows, WIDTH)


def _marked(articles: Directions) -> Iterator[_Encoded]:
    """The articles, each after a mark that hides what was there of it."""
    for article in sorted(articles):
        yield np.array([(article, _GONE, 0)], _KEY), np.zeros((1, WIDTH), np.int8)
        yield from _encoded({article: articles[article]})


def _write(keys: BinaryIO, rows: BinaryIO, encoded: Iterable[_Encoded]) -> int:
    """How many rows were written, safely on disk."""
    count = 0
    for key, row in encoded:
        keys.write(key.tobytes())
        rows.write(row.tobytes())
        count += len(key)
    for file in (keys, rows):
        file.flush()
        os.fsync(file.fileno())
    return count
