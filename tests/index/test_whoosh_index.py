"""What is particular to files: damage, crashes, locks, threads, and letting go."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from types import ModuleType

import pytest

from summit_reader.domain.errors import LibraryBusy, LibraryReadOnly
from summit_reader.index import manifest, writer
from summit_reader.index.codec import sections
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import ArticleDocument
from summit_reader.index.whoosh_index import WhooshIndex, discard_index, open_index
from tests.index.dying import die_while
from tests.index.writing import put

MakeDocument = Callable[..., ArticleDocument]


def total(folder: Path, query: str) -> int:
    index = open_index(folder)
    try:
        return index.search(query).total
    finally:
        index.close()


def test_what_was_committed_is_there_when_opened_again(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    put(whoosh, 3, document(1, "Flour", "Rice"))
    again = open_index(folder)
    assert (again.change(), again.search("rice").total) == (3, 1)
    again.close()


def test_an_open_index_sees_what_another_commits(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    assert whoosh.search("flour").total == 0
    other = open_index(folder)
    put(other, 1, document(1, "Flour"))
    other.close()
    assert (whoosh.change(), whoosh.search("flour").total) == (1, 1)


def test_many_batches_stay_few_segments_and_lose_nothing(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    for change in range(1, 31):
        put(whoosh, change, document(change, "Flour"), document(change % 7 + 100, f"Rice {change}"))
        assert whoosh.search("flour").total == change
    assert whoosh.search("rice").total == 7
    assert whoosh.search("30").articles[0].article_id == 102
    assert len(list(folder.glob("*.postings"))) <= 8
    assert len(list(folder.glob("*.toc*"))) == 1


# --- damage ---------------------------------------------------------------------------------------


def cut_to_nothing(path: Path) -> None:
    path.write_bytes(b"")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_first(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[0] ^= 0xFF
    path.write_bytes(content)


def flip_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x01
    path.write_bytes(content)


def flip_last(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 0x40
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage", [cut_to_nothing, cut_in_half, flip_first, flip_middle, flip_last, Path.unlink]
)
@pytest.mark.parametrize("pattern", ["*.toc", "*.documents", "*.postings"])
def test_damage_is_noticed_on_opening(
    folder: Path, document: MakeDocument, pattern: str, damage: Callable[[Path], None]
) -> None:
    index = open_index(folder)
    put(index, 1, document(1, "Flour", "Rice"))
    index.close()
    (path,) = folder.glob(pattern)
    damage(path)
    with pytest.raises(BrokenIndex):
        open_index(folder)
    discard_index(folder)
    assert total(folder, "flour") == 0


def test_damage_under_an_open_index_is_told_from_a_defect(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(whoosh, 1, document(1, "Flour"))

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("summit_reader.index.whoosh_index.Finder", fails)
    with pytest.raises(ZeroDivisionError):
        whoosh.search("flour")
    (table,) = folder.glob("*.toc")
    flip_middle(table)
    with pytest.raises(BrokenIndex):
        whoosh.search("flour")
    cut_to_nothing(table)
    with pytest.raises(BrokenIndex):
        put(whoosh, 2)
    assert len(whoosh.marks("flour", ["Flour"])[0]) == 1


@pytest.mark.parametrize(("module", "version"), [(manifest, "LAYOUT"), (sections, "VERSION")])
def test_another_format_is_broken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, version: str
) -> None:
    open_index(folder).close()
    monkeypatch.setattr(module, version, getattr(module, version) + 1)
    with pytest.raises(BrokenIndex, match="format"):
        open_index(folder)


def test_other_files_in_the_folder_are_left_alone(folder: Path, document: MakeDocument) -> None:
    folder.mkdir()
    note = folder / "note.txt"
    note.write_text("mine")
    index = open_index(folder)
    put(index, 1, document(1, "Flour"))
    index.close()
    discard_index(folder)
    assert {path.name for path in folder.iterdir()} == {note.name, "MAIN_WRITELOCK"}
    assert note.read_text() == "mine"


def test_a_file_where_the_folder_should_be(folder: Path) -> None:
    folder.write_text("not a folder")
    with pytest.raises(LibraryReadOnly):
        open_index(folder)


# --- crashes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "change", "text"),
    [
        ("while it is written", 1, "flour"),
        ("before the files are safe", 1, "flour"),
        ("before the table of contents", 1, "flour"),
        ("after the table of contents", 2, "grain"),
    ],
)
def test_a_crash_leaves_the_old_batch_or_the_new_one(
    folder: Path, document: MakeDocument, moment: str, change: int, text: str
) -> None:
    index = open_index(folder)
    put(index, 1, document(1, "Flour"))
    index.close()
    die_while("batch", moment, folder)
    index = open_index(folder, lock_wait=0)
    assert index.change() == change
    assert index.search("flour OR grain").total == index.search(text).total == 1
    put(index, 3, document(2, "Rice"))  # the lock died with its owner
    assert (index.change(), index.search("rice").total) == (3, 1)
    assert len(list(folder.glob("*.toc"))) == 1
    index.close()


def test_a_full_disk_is_told_and_changes_nothing(
    whoosh: WhooshIndex, document: MakeDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(whoosh, 1, document(1, "Flour"))

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writer, "settle", full)
        with pytest.raises(LibraryReadOnly, match="No space left"):
            put(whoosh, 2, document(1, "Grain"))
    assert (whoosh.change(), whoosh.search("flour").total) == (1, 1)
    put(whoosh, 2, document(1, "Grain"))
    assert whoosh.search("flour").total == 0


# --- locks, threads, files ------------------------------------------------------------------------


def test_a_second_batch_waits_only_so_long(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    other = open_index(folder, lock_wait=0)
    with whoosh.batch(1) as batch:
        batch.put(document(1, "Flour"))
        with pytest.raises(LibraryBusy):
            put(other, 1)
    put(other, 2, document(2, "Flour"))
    assert whoosh.search("flour").total == 2
    other.close()


def test_readers_search_while_a_writer_commits(whoosh: WhooshIndex, document: MakeDocument) -> None:
    done = Event()

    def search() -> list[int]:
        totals = [0]
        while not done.is_set():
            totals.append(whoosh.search("flour").total)
        return totals

    def write() -> None:
        try:
            for change in range(1, 16):
                put(whoosh, change, document(change, "Flour"), document(100, f"Rice {change}"))
        finally:
            done.set()

    with ThreadPoolExecutor(3) as threads:
        searches = [threads.submit(search) for _ in range(2)]
        threads.submit(write).result()
    for totals in (each.result() for each in searches):
        assert totals == sorted(totals)
    assert (whoosh.search("flour").total, whoosh.search("rice").total) == (15, 1)


def open_files(folder: Path) -> Iterator[str]:
    """What this process holds open under `folder`, where the system shows it."""
    for entry in Path("/proc/self/fd").glob("*"):
        if entry.is_symlink() and str(folder) in str(entry.readlink()):
            yield str(entry.readlink())
    maps = Path("/proc/self/maps")
    if maps.exists():
        yield from (line for line in maps.read_text().splitlines() if str(folder) in line)


def test_closing_lets_go_of_every_file(folder: Path, document: MakeDocument) -> None:
    index = open_index(folder)
    for change in range(3):
        put(index, change, document(change, "Flour"))
        assert index.search('flour OR "the flour" OR flo*').total == change + 1
    index.close()
    assert list(open_files(folder)) == []
    shutil.rmtree(folder)  # fails on Windows while a file is open


def test_words_of_any_make_are_indexed(whoosh: WhooshIndex, document: MakeDocument) -> None:
    put(
        whoosh,
        1,
        document(-5, "\ud800 a\0b " + "x" * 5_000, "", "\u0301", language="\ud800"),
        document(2**70, "", language=""),
        document(3, "word " * 70_000),
    )
    assert [hit.article_id for hit in whoosh.search("x" * 900).articles] == [-5]
    assert whoosh.search("-nothing").total == 3
    assert whoosh.search("word").total == 1
