"""How changes get into the Whoosh index so that neither a crash nor a power cut tears them.

Whoosh never calls fsync and writes the table of contents itself; the commit is therefore ours
(`_commit_toc` is the one private method overridden, and Whoosh is pinned).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, FileIndex, clean_files

from summit_reader.index.codec.writer import ColumnarWriter
from summit_reader.index.manifest import (
    NAME,
    Fingerprint,
    Manifest,
    put_in_place,
    settle,
)
from summit_reader.index.port import ArticleDocument
from summit_reader.index.schema import KEY, SCHEMA, documents, key
from summit_reader.index.snapshots import Snapshot

_AT_ONCE = 32
"""Articles whose words are cut and looked up together."""


def publish(folder: Path, segments: list[Any], generation: int, manifest: Manifest) -> None:
    """Make `generation` the one that is read, with the segments and files it is made of."""
    ram = RamStorage()
    TOC(SCHEMA, segments, generation).write(ram, NAME)
    ((name, table),) = ram.files.items()
    put_in_place(folder / name, manifest.at_the_end_of(table))
    clean_files(FileStorage(str(folder)), NAME, generation, segments)


class _Folder(FileStorage):  # type: ignore[misc]  # Whoosh ships no types
    """The index's folder, without the folder that every Whoosh writer makes and we never use."""

    def temp_storage(self, name: str | None = None) -> RamStorage:  # noqa: ARG002 - Whoosh's
        return RamStorage()


class BatchWriter(ColumnarWriter):
    """Whoosh's writer for one batch; the caller holds the lock.

    `known` are the fingerprints of the files that lie there already.
    """

    def __init__(self, folder: Path, change: int, known: Manifest) -> None:
        super().__init__(FileIndex(_Folder(str(folder)), SCHEMA, NAME), _lk=False)
        self._folder = folder
        self._change = change
        self._known = known
        self._superseded: list[int] = []
        self._put: dict[int, range] = {}
        self._waiting: list[ArticleDocument] = []

    def put(self, document: ArticleDocument, committed: Snapshot | None = None) -> None:
        """Add the article, in place of what `committed` or this batch hold under its id."""
        self.remove(document.article_id, committed)
        self._waiting.append(document)
        if len(self._waiting) >= _AT_ONCE:
            self._add_waiting()

    def commit(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - Whoosh's
        """Make the batch the one that is read; arguments are those of Whoosh."""
        self._add_waiting()
        super().commit(*arguments, **named)

    def _add_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for article_id, fields in documents(waiting):
            first = self._put.get(article_id, range(self.docnum, self.docnum)).start
            self.add_document(**fields)
            self._put[article_id] = range(first, self.docnum)

    def remove(self, article_id: int, committed: Snapshot | None = None) -> None:
        """Forget the article."""
        self._waiting = [each for each in self._waiting if each.article_id != article_id]
        if article_id in self._put:
            self._superseded.extend(self._put.pop(article_id))
        if committed is not None:
            for number in committed.documents(KEY, key(article_id)):
                self.delete_document(number)

    def abandon(self) -> None:
        """Drop the batch, whatever state it is in; files left over go with the next commit."""
        if not self.is_closed:
            with suppress(Exception):
                self.cancel()

    def _commit_toc(self, segments: list[Any]) -> None:
        # What this batch added comes first in its segment, before any merged documents, so that the
        # numbers given while adding still hold.
        for number in self._superseded:
            self.newsegment.delete_document(number)
        names = [name for segment in segments for name in segment.list_files(self.storage)]
        files = {}
        for name in names:
            path = self._folder / name
            if name not in self._known.files:
                settle(path)
            files[name] = self._known.files.get(name) or Fingerprint.of(path)
        self._publish(segments, files)

    def _publish(self, segments: list[Any], files: dict[str, Fingerprint]) -> None:
        publish(self._folder, segments, self.generation, Manifest(self._change, files))
