"""The index as it stood at one commit, kept open between searches and brought up to date.

Opening a segment costs far more than searching it, so a snapshot keeps its segments open and opens
only what a commit added. Whoosh's own `Searcher.refresh` is not used: when it is given readers to
reuse it adds their segments back to the list (merged and cleared ones too) and keeps an unchanged
segment's old deletions, so that removed articles stay found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from summit_reader.index.errors import BrokenIndex
from summit_reader.index.evaluator import Collection
from summit_reader.index.manifest import ATTEMPTS, NAME, latest_generation
from summit_reader.index.schema import LANGUAGE, SCHEMA
from summit_reader.index.soundness import Soundness


class Snapshot:
    """Open segments of one generation. One thread at a time: files have positions."""

    def __init__(self, folder: Path, soundness: Soundness) -> None:
        self._folder = folder
        self._soundness = soundness
        self._generation = -1
        self._readers: dict[tuple[str, frozenset[int]], SegmentReader] = {}
        self._collection: Collection | None = None

    @property
    def generation(self) -> int:
        """Number of the commit it shows."""
        return self._generation

    @property
    def collection(self) -> Collection:
        """The segments as one, to be asked; what it remembers lasts until the next commit."""
        if self._collection is None:
            self._collection = Collection(self.readers)
        return self._collection

    @property
    def readers(self) -> list[SegmentReader]:
        """The segments, in the order of their document numbers."""
        return list(self._readers.values())

    def refresh(self) -> None:
        """Catch up with the latest commit.

        Raises:
            BrokenIndex: if its files cannot be opened.
        """
        for _ in range(ATTEMPTS):
            generation = latest_generation(self._folder)
            try:
                self._soundness.check(self._soundness.manifest(generation))
                if generation != self._generation:
                    self._open(generation)
            except (OSError, BrokenIndex) as error:
                if latest_generation(self._folder) != generation:
                    continue  # somebody committed, and cleared away what we were opening
                if isinstance(error, BrokenIndex):
                    raise
                raise BrokenIndex(self._folder, "its files cannot be opened") from error
            return
        raise BrokenIndex(self._folder, "its files do not last")

    def _open(self, generation: int) -> None:
        storage = FileStorage(str(self._folder))
        segments = TOC.read(storage, NAME, generation, SCHEMA).segments
        former, opened = self._readers, {}
        try:
            for segment in segments:
                key = (segment.segment_id(), frozenset(segment.deleted_docs()))
                opened[key] = former.get(key) or SegmentReader(
                    storage, SCHEMA, segment, generation=generation
                )
        except BaseException:
            _close(reader for key, reader in opened.items() if key not in former)
            raise
        self._readers, self._collection = opened, None
        self._generation = generation
        _close(reader for key, reader in former.items() if key not in opened)

    def documents(self, field: str, term: str) -> Iterator[int]:
        """Numbers of the documents that hold `term`, counted over all segments."""
        base = 0
        for reader in self._readers.values():
            if (field, term) in reader:
                for number in reader.postings(field, term).all_ids():
                    yield base + number
            base += reader.doc_count_all()

    def languages(self) -> tuple[str, ...]:
        """The languages whose stems the index holds."""
        return tuple(
            sorted({tag.decode() for each in self.readers for tag in each.lexicon(LANGUAGE)})
        )

    def close(self) -> None:
        """Let go of the segments' files."""
        self._collection = None
        _close(self._readers.values())
        self._readers, self._generation = {}, -1


class Snapshots:
    """Snapshots for as many threads as search at once; each is lent to one at a time."""

    def __init__(self, folder: Path, soundness: Soundness) -> None:
        self._folder = folder
        self._soundness = soundness
        self._lock = Lock()
        self._free: list[Snapshot] = []
        self._closed = False

    @contextmanager
    def latest(self) -> Iterator[Snapshot]:
        """A snapshot of the latest commit, for the calling thread, until the block is left."""
        with self._lock:
            snapshot = self._free.pop() if self._free else self._new()
        try:
            snapshot.refresh()
            yield snapshot
        finally:
            with self._lock:
                if self._closed:
                    snapshot.close()
                else:
                    self._free.append(snapshot)

    def _new(self) -> Snapshot:
        return Snapshot(self._folder, self._soundness)

    def close(self) -> None:
        """Close what is free now, and what is lent when it comes back."""
        with self._lock:
            self._closed = True
            for snapshot in self._free:
                snapshot.close()
            self._free.clear()


def _close(readers: Iterable[SegmentReader]) -> None:
    for reader in readers:
        reader.close()
