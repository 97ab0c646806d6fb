from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from summit_reader.domain.errors import (
    EmptyFile,
    FileTooLarge,
    MissingFile,
    NotAFile,
    UnreadableFile,
)
from summit_reader.intake.files import SIZE_LIMIT, bytes_of


def test_the_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a text.txt"
    path.write_bytes(b"one\r\ntwo\x1a\n")
    assert bytes_of(path) == b"one\r\ntwo\x1a\n"


@pytest.mark.parametrize("name", ["missing.txt", "file.txt/inside.txt", "a" * 5_000, "a\0b"])
def test_names_under_which_there_is_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(MissingFile) as caught:
        bytes_of(tmp_path / name)
    assert name in str(caught.value)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        bytes_of(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile):
        bytes_of(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_without_end() -> None:
    with pytest.raises(NotAFile):
        bytes_of(Path("/dev/zero"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_unless_they_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("x")
    (tmp_path / "link").symlink_to("text.txt")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    assert bytes_of(tmp_path / "link") == b"x"
    with pytest.raises(MissingFile):
        bytes_of(tmp_path / "dangling")
    with pytest.raises(UnreadableFile):
        bytes_of(tmp_path / "loop")


def test_a_file_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "text.txt"
    path.write_text("x")

    def refusing(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    # Rights do not stop an administrator, who may be running this.
    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(UnreadableFile) as caught:
        bytes_of(path)
    assert "Permission denied" in str(caught.value)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(EmptyFile):
        bytes_of(path)


def test_the_largest_file_and_one_byte_more(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT)
    assert len(bytes_of(path)) == SIZE_LIMIT
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    with pytest.raises(FileTooLarge) as caught:
        bytes_of(path)
    assert "17 MB, more than the 16 MB" in str(caught.value)
