"""people: on the sample library, and on a mayor of two spellings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
LibraryOf = Callable[[dict[str, str]], Path]

TEXTS = {
    "tide.txt": "A headline\n\n“We close the harbour,” said Sergei Lavrov, the mayor.\n",
    "post.txt": "Another one\n\n“The harbour is closed,” said Sergej Lawrow, a sailor.\n",
}


@pytest.fixture
def library(library_of: LibraryOf) -> Path:
    return library_of(TEXTS)


def test_speakers_are_listed_with_outlets_and_descriptions(run: Run, sample: Path) -> None:
    outcome = run("people", "--library", sample)
    assert outcome.code == 0
    assert "Andrei Lankov  3 takes, 2 outlets" in outcome.out
    assert "South China Morning Post (HK): “veteran North Korea analyst”" in outcome.out
    assert "The Week (GB): “Professor, Seoul’s Kookmin University”" in outcome.out


def test_the_same_as_data(run: Run, sample: Path) -> None:
    everybody = run("people", "--library", sample, "--json").data["people"]
    (putin,) = [each for each in everybody if each["name"] == "Vladimir Putin"]
    outlets = {each["outlet"] for each in putin["descriptions"]}
    assert outlets == {"AFP", "eurotopics", "The Week", "World Politics Review"}


def test_one_person_comes_with_the_takes(run: Run, sample: Path) -> None:
    outcome = run("people", "Lankov", "--library", sample)
    assert "not going to shower him with money" in outcome.out
    assert "my enemy’s enemy is my friend" in outcome.out
    takes = run("people", "Lankov", "--library", sample, "--json").data["takes"]
    assert {take["outlet"] for take in takes} == {"South China Morning Post", "The Week"}


def test_a_stranger_is_bad_input(run: Run, sample: Path) -> None:
    outcome = run("people", "Nobody", "--library", sample)
    assert outcome.code == 2
    assert "Nobody here is “Nobody”" in outcome.err


def test_names_are_proposed_and_decided_on(run: Run, library: Path) -> None:
    (proposal,) = run("people", "--proposals", "--library", library, "--json").data["proposals"]
    assert set(proposal["names"]) == {"Sergei Lavrov", "Sergej Lawrow"}
    assert proposal["reason"] == "transliteration"
    assert "two transliterations" in run("people", "--proposals", "--library", library).out
    same = run("people", "--same", "Lavrov", "Lawrow", "--library", library)
    assert same.out == "“Sergei Lavrov” and “Sergej Lawrow” are one person from now on.\n"
    assert run("people", "--proposals", "--library", library).code == 1
    assert "also Sergej Lawrow" in run("people", "--library", library).out
    assert run("people", "--same", "Lavrov", "Lawrow", "--library", library).code == 1
    apart = run("people", "--separate", "sergej lawrow", "--library", library)
    assert apart.out == "“Sergej Lawrow” is a person of its own.\n"
    assert len(run("people", "--library", library, "--json").data["people"]) == 2


def test_who_is_kept_apart_is_not_proposed(run: Run, library: Path) -> None:
    assert run("people", "--apart", "Lavrov", "Lawrow", "--library", library).code == 0
    outcome = run("people", "--proposals", "--library", library)
    assert (outcome.code, outcome.out) == (1, "")


def test_in_an_empty_library_nobody_speaks(run: Run, tmp_path: Path, places: Path) -> None:
    silent = tmp_path / "silent.txt"
    silent.write_text("Nothing was said here by anybody at all.\n", encoding="utf-8")
    run("import", silent)
    assert run("people").code == 1
