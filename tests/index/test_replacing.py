"""A new index is written beside the old one: whatever happens, one of the two is in use, whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summit_reader.domain.errors import LibraryBusy
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.port import ArticleDocument
from summit_reader.index.whoosh_index import WhooshIndex, open_index
from tests.index.dying import die_while
from tests.index.writing import put

MakeDocument = Callable[..., ArticleDocument]


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


@pytest.mark.parametrize(
    ("moment", "change", "text"),
    [
        ("while it is written", 1, "flour"),
        ("before the files are safe", 1, "flour"),
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
    die_while("replacement", moment, folder)
    index = open_index(folder)
    assert index.change() == change
    assert index.search("flour OR grain").total == index.search(text).total == 1
    index.close()
    assert sorted(path.suffix or path.name for path in folder.iterdir()) == [
        ".documents", ".postings", ".toc", ".txt", "MAIN_REPLACELOCK", "MAIN_WRITELOCK"
    ]  # fmt: skip
