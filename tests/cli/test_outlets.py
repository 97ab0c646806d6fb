from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def library(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample, to be changed."""
    return Path(shutil.copytree(sample, tmp_path / "library"))


def test_a_card_is_printed(run: Run, library: Path) -> None:
    done = run("--library", library, "outlets", "guardian")
    assert done.code == 0
    assert "The Guardian" in done.out
    assert "newspaper" in done.out
    data = run("--library", library, "outlets", "Guardian", "--json").data
    assert data["country"] == "GB"
    assert len(data["takes"]) == 1


def test_an_unknown_outlet_is_named(run: Run, library: Path) -> None:
    done = run("--library", library, "outlets", "The Nowhere Times")
    assert done.code == 2
    assert "The Nowhere Times" in done.err
    assert run("--library", library, "outlets", "--delete").code == 2


def test_labels_merging_and_splitting(run: Run, library: Path) -> None:
    asked = ("--label", "leaning=left", "--source", "own FAQ", "--date", "2024-01-02", "--json")
    (label,) = run("--library", library, "outlets", "Guardian", *asked).data["labels"]
    assert label == {"axis": "leaning", "value": "left", "source": "own FAQ", "date": "2024-01-02"}
    assert run("--library", library, "outlets", "Guardian", "--label", "left").code == 2
    assert run("--library", library, "outlets", "Guardian", "--date", "1.2.24").code == 2
    merged = run("--library", library, "outlets", "--merge", "CBS", "BBC", "--json").data
    assert "BBC" in merged["aliases"]
    split = run("--library", library, "outlets", "CBS", "--split", "BBC", "--json").data
    assert split["name"] == "BBC"
    assert len(split["takes"]) == 2
    assert run("--library", library, "outlets", "--merge", "CBS", "CBS News").code == 2
    assert run("--library", library, "outlets", "CBS", "--split", "NBC").code == 2


def test_the_bin_holds_what_was_deleted(run: Run, library: Path) -> None:
    assert run("--library", library, "bin").code == 1
    done = run("--library", library, "outlets", "Polityka", "--delete")
    assert "“Polityka” is in the bin with 0 texts and 1 take." in done.out
    assert run("--library", library, "article", "2", "--delete", "--json").data["takes"] > 0
    assert run("--library", library, "article", "2").code == 2
    lying = run("--library", library, "bin", "--json").data["bin"]
    assert {each["name"] for each in lying} >= {"Polityka"}
    assert "Polityka" in run("--library", library, "bin").out
    assert run("--library", library, "bin", "--restore-outlet", "Nobody").code == 1
    assert run("--library", library, "bin", "--restore-outlet", "polityka").code == 0
    assert run("--library", library, "article", "2", "--restore-from-bin").code == 0
    assert run("--library", library, "article", "2", "--delete").code == 0
    assert run("--library", library, "bin", "--empty", "--json").data["texts"] == 1
    assert run("--library", library, "doctor").code == 0
