"""backups: made, listed, compared, gone back to, carried away."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def library(tmp_path: Path, sample: Path) -> Path:
    return shutil.copytree(sample, tmp_path / "copy")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "convoy.txt"
    path.write_text("Aid convoy reaches the border\n\nForty lorries reached the border.", "utf-8")
    return path


def test_without_any_there_is_nothing_to_list(run: Run, library: Path) -> None:
    outcome = run("backups", "--library", library)
    assert outcome.code == 1
    assert "--make makes one" in outcome.out


def test_one_is_made_and_gone_back_to(run: Run, library: Path, text: Path) -> None:
    made = run("backups", "--make", "--library", library, "--json").data
    assert made["reason"] == "by hand"
    run("import", text, "--library", library)
    assert run("search", "lorries", "--library", library).code == 0
    changes = run("backups", "--compare", "1", "--library", library, "--json").data["changes"]
    assert {"what": "texts", "here": 6, "there": 5} in changes
    assert "pinned takes" in run("backups", "--compare", "1", "--library", library).out
    assert run("backups", "--restore", "1", "--library", library).code == 0
    assert run("search", "lorries", "--library", library).code == 1
    reasons = [
        backup["reason"]
        for backup in run("backups", "--library", library, "--json").data["backups"]
    ]
    assert reasons == ["before a restore", "by hand"]
    listed = run("backups", "--library", library).out
    assert listed.split()[0] == "1"
    assert "before a restore" in listed


def test_there_is_no_such_number(run: Run, library: Path) -> None:
    outcome = run("backups", "--restore", "3", "--library", library)
    assert outcome.code == 2
    assert "There is no backup" in outcome.err


def test_a_damaged_library_goes_back_and_is_kept(run: Run, library: Path) -> None:
    run("backups", "--make", "--library", library)
    database = library / "library.db"
    database.write_bytes(database.read_bytes()[:5000])
    assert run("search", "flour", "--library", library).code == 2
    outcome = run("backups", "--restore", "1", "--library", library, "--json")
    assert outcome.code == 0
    assert Path(outcome.data["damaged"]).stat().st_size == 5000
    assert run("search", "flour", "--library", library).code == 0


def test_a_library_is_carried_in_one_file(run: Run, library: Path, tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "all.library", tmp_path / "elsewhere"
    assert run("backups", "--pack", file, "--library", library).code == 0
    assert run("backups", "--unpack", file, "--library", elsewhere).code == 0
    assert run("search", "flour", "--library", elsewhere).code == 0
    again = run("backups", "--unpack", file, "--library", elsewhere)
    assert again.code == 2
    assert "is not empty" in again.err
