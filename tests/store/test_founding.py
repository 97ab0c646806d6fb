from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from summit_reader.domain.errors import LibraryExists, LibraryReadOnly, NotALibrary
from summit_reader.store import properties
from summit_reader.store.database import Database
from summit_reader.store.founding import founded


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_library_knows_its_name(tmp_path: Path) -> None:
    with founded(tmp_path / "a" / "b", "Sample", is_sample=True):
        pass
    with closing(Database.open(tmp_path / "a" / "b")) as database, database.read() as work:
        assert properties.name(work) == "Sample"
        assert properties.is_sample(work)
        assert properties.current_comparison(work) is None
    assert names(tmp_path / "a") == {"b"}


def test_an_empty_folder_becomes_the_library(tmp_path: Path) -> None:
    place = tmp_path / "[odd] *name"
    place.mkdir()
    with founded(place, "Odd"):
        pass
    Database.open(place).close()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(LibraryExists), founded(tmp_path, "x"):
        pass
    assert names(tmp_path) == {"letter.txt"}


def test_a_file_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(NotALibrary), founded(tmp_path / "letter.txt", "x"):
        pass
    with pytest.raises((NotALibrary, LibraryReadOnly)), founded(tmp_path / "letter.txt/a", "x"):
        pass


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no such place")
def test_a_place_that_takes_no_folder_is_named() -> None:
    with pytest.raises(LibraryReadOnly), founded(Path("/proc/nowhere/library"), "x"):
        pass


def test_what_is_not_finished_is_not_there(tmp_path: Path) -> None:
    def fail() -> None:
        with founded(tmp_path / "library", "x") as place:
            (place / "half").write_text("")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert names(tmp_path) == set()


def test_a_folder_filled_meanwhile_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "library"

    def found() -> None:
        with founded(place, "x"):
            place.mkdir()
            (place / "letter.txt").write_text("Dear Ada")

    with pytest.raises(LibraryExists):
        found()
    assert names(tmp_path) == {"library"}
    assert names(place) == {"letter.txt"}


def test_what_a_killed_process_left_is_swept_and_fresh_work_is_not(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".library.new-0", tmp_path / ".library.new-1"
    for place in (old, fresh):
        place.mkdir()
    os.utime(old, (0, 0))
    with founded(tmp_path / "library", "x"):
        pass
    assert names(tmp_path) == {"library", ".library.new-1"}
