"""The search index on disk: Whoosh-Reloaded behind the `SearchIndex` protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

from summit_reader.domain.search import FacetField
from summit_reader.domain.spans import Span
from summit_reader.index import matching
from summit_reader.index.answering import Page, answer
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.finding import Finder
from summit_reader.index.guards import WRITING, locked, reading, writing
from summit_reader.index.manifest import NAME, Manifest, latest_manifest
from summit_reader.index.port import PLAIN, ArticleDocument, Asking, IndexBatch, IndexResults
from summit_reader.index.ranked_values import RankedValues
from summit_reader.index.replacing import discard_replacement, replacement, sweep
from summit_reader.index.snapshots import Snapshot, Snapshots
from summit_reader.index.soundness import Soundness
from summit_reader.index.writer import BatchWriter, publish

__all__ = ["BrokenIndex", "WhooshIndex", "discard_index", "open_index"]

LOCK_WAIT = 10.0
"""Seconds a batch waits for another to end. The lock is the system's and dies with its owner."""

_Answer = TypeVar("_Answer")


def open_index(folder: Path, *, lock_wait: float = LOCK_WAIT) -> WhooshIndex:
    """The index in `folder`, made where there is none. Every file is read through once.

    What a killed process left behind is cleared away.

    Raises:
        BrokenIndex: if its files are damaged, incomplete, or of another format.
        LibraryReadOnly: if there is none and none can be made.
        LibraryBusy: if there is none and somebody else is making it for too long.
    """
    if not _holds_index(folder):
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, WRITING, lock_wait):
            if not _holds_index(folder):  # nobody made it while we waited
                with writing(folder):
                    publish(folder, [], 0, Manifest(0, {}))
    index = WhooshIndex(folder, lock_wait)
    index.verify()
    sweep(folder)
    return index


def discard_index(folder: Path) -> None:
    """Delete the index's files, so that `open_index` makes a new one; it must be closed.

    The lock file stays: another process may be holding it.

    Raises:
        LibraryReadOnly: if they cannot be deleted.
    """
    earlier = "manifest_*.json*"  # of layouts before the fourth
    with writing(folder):
        for path in _files(folder, "_{}_*", "{}_*.*", earlier):
            path.unlink(missing_ok=True)
    discard_replacement(folder)


class _Batch:
    """What the library changes, on its way into the writer."""

    def __init__(self, folder: Path, writer: BatchWriter, committed: Snapshot) -> None:
        self._folder = folder
        self._writer = writer
        self._committed = committed

    def put(self, document: ArticleDocument) -> None:
        with writing(self._folder):
            self._writer.put(document, self._committed)

    def remove(self, article_id: int) -> None:
        self._writer.remove(article_id, self._committed)


class _ValuesOfFields:
    """The values of each field, ranked when they are first asked for after a commit."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ranked: dict[FacetField, tuple[int, RankedValues]] = {}

    def of(self, snapshot: Snapshot, field: FacetField) -> RankedValues:
        """The values as the snapshot has them."""
        with self._lock:
            generation, found = self._ranked.get(field, (-1, None))
            if found is None or generation != snapshot.generation:
                found = RankedValues(Finder(snapshot).values(field))
                self._ranked[field] = snapshot.generation, found
            return found


class WhooshIndex:
    """A `SearchIndex` in a folder. Any thread may search; batches wait for one another."""

    def __init__(self, folder: Path, lock_wait: float = LOCK_WAIT) -> None:
        self._folder = folder
        self._lock_wait = lock_wait
        self._soundness = Soundness(folder)
        self._snapshots = Snapshots(folder, self._soundness)
        self._values = _ValuesOfFields()

    def verify(self) -> None:
        """Read every file through that was not yet, or has changed since.

        Raises:
            BrokenIndex: if one is missing or damaged.
        """
        self._soundness.verify()

    def change(self) -> int:
        """Number of the last library change this index holds.

        Raises:
            BrokenIndex: if that cannot be told.
        """
        return latest_manifest(self._folder).change

    @contextmanager
    def batch(self, change: int) -> Iterator[IndexBatch]:
        """A batch that is committed, with `change`, on leaving the block, or dropped on error.

        Raises:
            LibraryBusy: if another batch goes on for too long.
            LibraryReadOnly: if the disk refuses.
            BrokenIndex: if what is there cannot be read.
        """
        with locked(self._folder, WRITING, self._lock_wait), self._snapshots.latest() as committed:
            with reading(self._folder):
                known = latest_manifest(self._folder)
                # Merged, damage would get a checksum of its own and be taken for sound.
                self._soundness.check(known)
                writer = BatchWriter(self._folder, change, known)
            try:
                yield _Batch(self._folder, writer, committed)
                with reading(self._folder), writing(self._folder):
                    writer.commit()
            except BaseException:
                writer.abandon()
                raise

    def replacement(self, change: int) -> AbstractContextManager[IndexBatch]:
        """A batch that takes the place of everything held, damaged or not, on leaving the block.

        Until then the index is searched and takes other batches as before.

        Raises:
            LibraryBusy: if somebody else is replacing it, or a batch goes on for too long.
            LibraryReadOnly: if the disk refuses.
        """
        return replacement(self._folder, change)

    def tidy(self) -> None:
        """Clear away what a killed process left behind."""
        sweep(self._folder)

    def article_ids(self) -> frozenset[int]:
        """The articles that are held.

        Raises:
            BrokenIndex: if that cannot be told.
        """
        return self._read(lambda snapshot: Finder(snapshot).article_ids())

    def values(self, field: FacetField) -> dict[str, int]:
        """The values that articles have in this field, with the number of articles each.

        Raises:
            BrokenIndex: if the index cannot be read.
        """
        return self._read(lambda snapshot: Finder(snapshot).values(field))

    def completions(self, field: FacetField, begun: str, most: int) -> tuple[tuple[str, int], ...]:
        """The most frequent values of the field in which a word begins so, with their numbers.

        Raises:
            BrokenIndex: if the index cannot be read.
        """
        return self._read(lambda snapshot: self._values.of(snapshot, field).begun(begun, most))

    def search(
        self,
        query: str,
        limit: int = 20,
        passages: int = 5,
        asking: Asking = PLAIN,
        first: int = 0,
    ) -> IndexResults:
        """The best `limit` articles from place `first` on, each with its best `passages`.

        Raises:
            QueryProblem: if the query cannot be read.
            BrokenIndex: if the index cannot.
        """
        page = Page(limit, passages, first)
        return self._read(lambda snapshot: answer(query, Finder(snapshot), asking, page))

    def marks(
        self, query: str, texts: Sequence[str], asking: Asking = PLAIN
    ) -> list[tuple[Span, ...]]:
        """Where words of the query stand in each text, in the languages the index holds."""
        try:
            languages = self._read(lambda snapshot: Finder(snapshot).languages())
        except BrokenIndex:  # what is shown can be marked all the same
            languages = ()
        return matching.marks(query, texts, languages, asking)

    def close(self) -> None:
        """Let go of every file."""
        self._snapshots.close()

    def _read(self, asked: Callable[[Snapshot], _Answer]) -> _Answer:
        with reading(self._folder), self._snapshots.latest() as snapshot:
            return asked(snapshot)


def _holds_index(folder: Path) -> bool:
    return any(_files(folder, "_{}_*.toc", "{}_*.*"))


def _files(folder: Path, *patterns: str) -> Iterator[Path]:
    """The index's files under names like `patterns`, where {} stands for the name of the index."""
    return (path for pattern in patterns for path in folder.glob(pattern.format(NAME)))
