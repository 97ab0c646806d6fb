"""align and compare --grid, on the sample library and on two papers of one harbour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
LibraryOf = Callable[[dict[str, str]], Path]

TIDE = """Harbour to close

“We will close the old harbour for good,” said Ada Byrne, the mayor, after 7 hours.
"""
POST = """Harbour closed

Ada Byrne told the press: “We will close the old harbour for good.” Others may not.
"""


@pytest.fixture
def library(library_of: LibraryOf) -> Path:
    return library_of({"tide.txt": TIDE, "post.txt": POST})


def test_pairs_are_printed_with_their_reasons(run: Run, library: Path) -> None:
    outcome = run("align", "1", "2", "--library", library)
    assert outcome.code == 0
    assert "certain  the same words: We will close the old harbour for good" in outcome.out
    assert "the same speaker: Ada Byrne" in outcome.out
    (pair,) = run("align", "1", "2", "--library", library, "--json").data["pairs"]
    assert (pair["certain"], pair["confidence"]) == (True, 1.0)


def test_differences_are_printed(run: Run, library: Path) -> None:
    outcome = run("align", "1", "2", "--differences", "--library", library)
    assert outcome.code == 0
    assert "first: 7" in outcome.out
    data = run("align", "1", "2", "--differences", "--library", library, "--json").data
    assert data["hedges"]["only_second"] == ["may"]
    assert data["negations"]["only_second"] == ["not"]


def test_a_text_that_is_not_there_is_bad_input(run: Run, library: Path) -> None:
    outcome = run("align", "1", "9", "--library", library)
    assert outcome.code == 2
    assert "no text with the number 9" in outcome.err


def test_the_grid_of_the_sample_has_its_empty_cells(run: Run, sample: Path) -> None:
    outcome = run("compare", "--grid", "--library", sample)
    assert outcome.code == 0
    lines = {line.rsplit("  ", 6)[0].strip(): line for line in outcome.out.splitlines()}
    world = next(line for name, line in lines.items() if name.startswith("World Politics"))
    turun = next(line for name, line in lines.items() if name.startswith("Turun"))
    assert "cut" in world
    assert "excerpt" in turun
    assert "silent" not in world + turun


def test_the_grid_as_data_names_what_is_missing(run: Run, sample: Path) -> None:
    outlets = ("World Politics Review", "turun sanomat", "Harbour Gazette")
    data = run("compare", "--grid", "--outlets", *outlets, "--library", sample, "--json").data
    assert data["outlets"] == ["World Politics Review", "Turun Sanomat", "Harbour Gazette"]
    absences = {
        cell["outlet"]: {each["cells"][at]["absence"] for each in data["points"]}
        for at, cell in enumerate(data["points"][0]["cells"])
    }
    assert absences == {
        "World Politics Review": {None, "cut"},
        "Turun Sanomat": {None, "excerpt only"},
        "Harbour Gazette": {"not in library"},
    }
    pay = data["points"][0]
    assert (pay["question"], pay["outlets"], pay["voices"]) == ("Will Russia pay?", 6, 8)


@pytest.mark.parametrize(
    "wrong", [(), ("Will Russia pay?", "--grid"), ("Will Russia pay?", "--outlets", "AFP")]
)
def test_compare_needs_a_point_or_the_grid(run: Run, sample: Path, wrong: tuple[str, ...]) -> None:
    outcome = run("compare", *wrong, "--library", sample)
    assert outcome.code == 2
    assert "compare needs a point" in outcome.err
