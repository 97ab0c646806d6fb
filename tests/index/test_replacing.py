"""A new index is written beside the old one: whatever happens, one of the two is in use, whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summit_reader.domain.errors import LibraryBusy
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import ArticleDocument
from summit_reader.index.whoosh_index import WhooshIndex, open_index

MakeDocument = Callable[..., ArticleDocument]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def put(index: WhooshIndex, change: int, *documents: ArticleDocument) -> None:
    with index.batch(change) as batch:
        for each in documents:
            batch.put(each)


def test_meanwhile_the_old_index_answers_and_takes_changes(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    put(whoosh, 5, document(1, "Flour"))
    with whoosh.replacement(6) as batch:
        batch.put(document(2, "Grain"))
        batch.put(document(3, "Grain"))
        batch.put(document(3, "Oil"))
        batch.remove(2)
        assert (whoosh.change(), set(whoosh.article_ids())) == (5, {1})
        put(whoosh, 7, document(4, "Flour"))
        other = open_index(folder)  # does not take what is being written for something left over
        other.close()
        assert whoosh.search("flour").total == 2
    assert (whoosh.change(), set(whoosh.article_ids())) == (6, {3})
    assert [whoosh.search(word).total for word in ("flour", "grain", "oil")] == [0, 0, 1]
    assert not (folder / "new").exists()


def test_a_replacement_that_fails_was_never_there(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    put(whoosh, 5, document(1, "Flour"))

    def fails() -> None:
        with whoosh.replacement(6) as batch:
            batch.put(document(2, "Grain"))
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert (whoosh.change(), set(whoosh.article_ids())) == (5, {1})
    assert not (folder / "new").exists()


def test_only_one_replaces_at_a_time(folder: Path, whoosh: WhooshIndex) -> None:
    other = open_index(folder)
    with whoosh.replacement(1), pytest.raises(LibraryBusy), other.replacement(2):
        pass
    other.close()
    assert whoosh.change() == 1


def test_what_is_damaged_is_replaced_all_the_same(
    folder: Path, whoosh: WhooshIndex, document: MakeDocument
) -> None:
    put(whoosh, 5, document(1, "Flour"))
    for path in folder.iterdir():
        path.write_bytes(b"")
    with pytest.raises(BrokenIndex):
        whoosh.article_ids()
    with whoosh.replacement(6) as batch:
        batch.put(document(1, "Flour"))
    assert whoosh.search("flour").total == 1
    open_index(folder).close()


DIES = """
import os, sys
from pathlib import Path
from summit_reader.index import replacing, writer
from summit_reader.index.port import ArticleDocument
from summit_reader.index.whoosh_index import WhooshIndex

moment, folder = sys.argv[1], Path(sys.argv[2])

def die(*_):
    os._exit(9)

with WhooshIndex(folder).replacement(2) as batch:
    batch.put(ArticleDocument(1, "Grain", "en", ()))
    if moment == "while it is written":
        die()
    if moment == "before its files are safe":
        writer.settle = die
    if moment == "before they are moved":
        replacing.locked = die
    if moment == "after they are moved":
        replacing.latest_generation = die
    if moment == "before the table of contents":
        writer.put_in_place = die
    if moment == "after the table of contents":
        writer.clean_files = die
"""


@pytest.mark.parametrize(
    ("moment", "change", "text"),
    [
        ("while it is written", 1, "flour"),
        ("before its files are safe", 1, "flour"),
        ("before they are moved", 1, "flour"),
        ("after they are moved", 1, "flour"),
        ("before the table of contents", 1, "flour"),
        ("after the table of contents", 2, "grain"),
    ],
)
def test_a_crash_leaves_the_old_index_or_the_new_one_and_nothing_else(
    folder: Path, document: MakeDocument, moment: str, change: int, text: str
) -> None:
    index = open_index(folder)
    put(index, 1, document(1, "Flour"))
    index.close()
    (folder / "note.txt").write_text("mine")
    died = subprocess.run(  # noqa: S603 - our own code, killed in the middle of its work
        [sys.executable, "-c", DIES, moment, str(folder)], cwd=ROOT, check=False
    )
    assert died.returncode == 9
    index = open_index(folder)
    assert index.change() == change
    assert index.search("flour OR grain").total == index.search(text).total == 1
    index.close()
    assert sorted(path.suffix or path.name for path in folder.iterdir()) == [
        ".documents", ".postings", ".toc", ".txt", "MAIN_REPLACELOCK", "MAIN_WRITELOCK"
    ]  # fmt: skip
