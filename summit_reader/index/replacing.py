"""A whole new index, written beside the one in use and put in its place at the end.

It is written in a folder of its own, under a lock of its own: meanwhile the old index is searched
and takes changes as ever. At the end its files are moved over and become the next generation, in
one rename like any commit. Who is killed before that has changed nothing; the folder goes when the
index is next opened or replaced.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from summit_reader.domain.errors import LibraryProblem
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.guards import REPLACING, WRITING, locked, writing
from summit_reader.index.manifest import (
    NAME,
    Fingerprint,
    Manifest,
    latest_generation,
    table_path,
)
from summit_reader.index.port import ArticleDocument, IndexBatch
from summit_reader.index.writer import BatchWriter, publish

_PLACE = "new"
_WAIT = 300.0
"""Seconds the finished index waits for a batch to end: its building took longer than any batch."""


class _Writer(BatchWriter):
    """Writes into `place`, and publishes in `folder`."""

    def __init__(self, place: Path, folder: Path, change: int) -> None:
        super().__init__(place, change, Manifest(0, {}))
        self._place = place
        self._target = folder

    def _publish(self, segments: list[Any], files: dict[str, Fingerprint]) -> None:
        with locked(self._target, WRITING, _WAIT):
            for name in files:
                (self._place / name).replace(self._target / name)
            generation = latest_generation(self._target) + 1
            publish(self._target, segments, generation, Manifest(self._change, files))


class _Batch:
    """Documents on their way into the new index, which holds nothing before them."""

    def __init__(self, folder: Path, writer: _Writer) -> None:
        self._folder = folder
        self._writer = writer

    def put(self, document: ArticleDocument) -> None:
        with writing(self._folder):
            self._writer.put(document)

    def remove(self, article_id: int) -> None:
        self._writer.remove(article_id)


@contextmanager
def replacement(folder: Path, change: int) -> Iterator[IndexBatch]:
    """A batch that takes the place of all that `folder` holds on leaving the block.

    Raises:
        LibraryBusy: if somebody else is replacing it, or a batch goes on for too long.
        LibraryReadOnly: if the disk refuses; the old index is then in use as before.
    """
    place = folder / _PLACE
    with locked(folder, REPLACING, 0):
        try:
            with writing(folder):
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                publish(place, [], 0, Manifest(0, {}))
                writer = _Writer(place, folder, change)
            try:
                yield _Batch(folder, writer)
                with writing(folder):
                    writer.commit()
            except BaseException:
                writer.abandon()
                raise
        finally:
            shutil.rmtree(place, ignore_errors=True)


def discard_replacement(folder: Path) -> None:
    """Delete an index that was not finished, unless somebody is still writing it."""
    place = folder / _PLACE
    if place.exists():
        with suppress(LibraryProblem), locked(folder, REPLACING, 0):
            shutil.rmtree(place, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Delete what killed processes left behind; files that are in use stay until the next time."""
    discard_replacement(folder)
    if any(_strays(folder)):
        with suppress(LibraryProblem), locked(folder, WRITING, 0):
            for path in _strays(folder):
                with suppress(OSError):
                    path.unlink()


def _strays(folder: Path) -> list[Path]:
    """The index's files that its latest generation does not name; none if that cannot be read."""
    generation = latest_generation(folder)
    try:
        held = set(Manifest.read(folder, generation).files)
    except (OSError, BrokenIndex):
        return []
    held.add(table_path(folder, generation).name)
    patterns = (f"_{NAME}_*", f"{NAME}_*.*")
    return [path for pattern in patterns for path in folder.glob(pattern) if path.name not in held]
