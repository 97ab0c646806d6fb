"""A watched folder: what rests is taken in, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.errors import MissingFile, NotAFolder
from summit_reader.services.watching import FolderWatch

TEXT = "Harbour to close\n\nThe council met on Monday to talk about the old harbour.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


@pytest.fixture
def watch(services: Services, folder: Path) -> FolderWatch:
    return FolderWatch(folder, services.importing)


def titles(watch: FolderWatch) -> list[str]:
    return [imported.title for imported in watch.look().imported]


def test_a_file_is_taken_in_once_its_size_rests(watch: FolderWatch, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(TEXT[:20])
    assert titles(watch) == []
    path.write_text(TEXT)
    assert titles(watch) == []
    assert titles(watch) == ["Harbour to close"]
    assert titles(watch) == []


def test_what_changes_later_is_taken_in_again(watch: FolderWatch, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(TEXT)
    assert [titles(watch), titles(watch)] == [[], ["Harbour to close"]]
    path.write_text(TEXT.replace("close", "open"))
    assert [titles(watch), titles(watch)] == [[], ["Harbour to open"]]


def test_folders_inside_are_looked_into_and_hidden_or_half_files_are_not(
    watch: FolderWatch, folder: Path
) -> None:
    for name in ("in/a.txt", ".hidden/b.txt", ".c.txt", "d.txt.part", "e.txt~", "f.CRDOWNLOAD"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.replace("Harbour", f"Harbour {name[0]}"))
    (folder / "empty.txt").touch()
    watch.look()
    assert titles(watch) == ["Harbour i to close"]


def test_what_cannot_be_read_is_told_once(watch: FolderWatch, folder: Path) -> None:
    (folder / "a.bin").write_bytes(bytes(range(256)))
    watch.look()
    assert len(watch.look().failed) == 1
    assert watch.look().failed == ()


def test_a_file_that_comes_back_is_read_again(watch: FolderWatch, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(TEXT)
    assert [titles(watch), titles(watch)] == [[], ["Harbour to close"]]
    path.unlink()
    assert titles(watch) == []


def test_a_folder_that_is_none_is_said(services: Services, folder: Path) -> None:
    with pytest.raises(MissingFile):
        FolderWatch(folder / "no", services.importing).look()
    (folder / "a.txt").touch()
    with pytest.raises(NotAFolder):
        FolderWatch(folder / "a.txt", services.importing).look()
