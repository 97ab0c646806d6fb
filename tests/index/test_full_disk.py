"""The disk is full at the first write, at the second, and so on until it suffices."""

from __future__ import annotations

import errno
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from summit_reader.domain.errors import DiskFull
from summit_reader.index.port import ArticleDocument, IndexBatch
from summit_reader.index.whoosh_index import WhooshIndex, open_index

MakeDocument = Callable[..., ArticleDocument]
Begin = Callable[[WhooshIndex, int], AbstractContextManager[IndexBatch]]


class Disk:
    """Takes so many writes, of any file; from then on it is full."""

    def __init__(self) -> None:
        self.left: float = float("inf")
        self.written = 0

    def write(self) -> None:
        self.written += 1
        if self.written > self.left:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _File(io.FileIO):
    """A file on the disk."""

    def __init__(self, disk: Disk, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.disk = disk

    def write(self, content: Any, /) -> int:
        self.disk.write()
        return super().write(content)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """Every file that is opened for writing bytes lies on it."""
    disk, plain, fsync = Disk(), io.open, os.fsync

    def opened(
        file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **keywords: Any
    ) -> IO[Any]:
        if "b" not in mode or not set(mode) & set("wxa+"):
            return plain(file, mode, buffering, *rest, **keywords)
        raw = _File(disk, file, mode.replace("b", ""), opener=keywords.get("opener"))
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)

    def synced(descriptor: int) -> None:
        disk.write()
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(io, "open", opened)
        patch.setattr(tempfile._io, "open", opened)  # type: ignore[attr-defined]  # ours to replace
        patch.setattr(os, "fsync", synced)
        yield disk


@contextmanager
def full_after(disk: Disk, writes: int) -> Iterator[None]:
    disk.left, disk.written = writes, 0
    try:
        yield
    finally:
        disk.left = float("inf")


@pytest.mark.parametrize("begin", [WhooshIndex.batch, WhooshIndex.replacement])
def test_a_full_disk_is_told_and_the_old_index_answers(
    tmp_path: Path, document: MakeDocument, disk: Disk, begin: Begin
) -> None:
    folder = tmp_path / "index"
    index = open_index(folder)
    with index.batch(1) as batch:
        batch.put(document(1, "Flour", "and rice"))

    def fill(writes: int) -> None:
        with full_after(disk, writes), begin(index, 2) as batch:
            batch.put(document(1, "Grain", "and oil"))

    for writes in range(200):
        try:
            fill(writes)
        except DiskFull as problem:
            assert "No space left" in str(problem)  # noqa: PT017 - the last time there is none
        else:
            break
        assert (index.change(), index.search("flour").total) == (1, 1)
        other = open_index(folder)
        assert (other.change(), other.search("flour").total) == (1, 1)
        other.close()
    assert 5 < writes < 200
    assert [index.search(word).total for word in ("flour", "grain")] == [0, 1]
    index.close()
