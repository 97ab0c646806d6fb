"""points, point and relate, on the sample library and on two papers of one harbour."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from summit_reader import shipped
from summit_reader.compare.word_vectors import UnreadableVectors

Run = Callable[..., Any]
LibraryOf = Callable[[dict[str, str]], Path]

TIDE = """Harbour to close

“We will close the old harbour for good,” said Ada Byrne, the mayor, after 7 hours.

The crane at the quay was paid for by the town.
"""
POST = """Harbour closed

Ada Byrne told the press: “We will close the old harbour for good.” Others may not.
"""


@pytest.fixture
def library(library_of: LibraryOf) -> Path:
    return library_of({"tide.txt": TIDE, "post.txt": POST})


@pytest.fixture
def own_sample(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample that may be changed."""
    return Path(shutil.copytree(sample, tmp_path / "sample"))


def test_points_are_made_changed_and_removed(run: Run, library: Path) -> None:
    def questions(*arguments: str) -> list[tuple[str, str]]:
        data = run("points", *arguments, "--library", library, "--json").data
        return [(each["question"], each["second_phrase"]) for each in data["points"]]

    assert questions("--add", "Who pays?", "taxes") == [("Who pays?", "taxes")]
    questions("--add", "What next?")
    assert questions("--move", "what next", "1")[0] == ("What next?", "")
    assert questions("--rename", "What next?", "And then?")[0] == ("And then?", "")
    assert questions("--phrase", "and then", "the time after")[0] == ("And then?", "the time after")
    shown = run("points", "--library", library)
    assert "And then? (the time after)" in shown.out
    assert questions("--remove", "and then") == [("Who pays?", "taxes")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--add", " "),
        ("--add", "one", "two", "three"),
        ("--rename", "nothing", "else"),
        ("--move", "Who pays?", "first"),
        ("--story", "1"),
        ("--suggest", "--story", "99"),
    ],
)
def test_a_wrong_call_changes_nothing(run: Run, library: Path, arguments: tuple[str, ...]) -> None:
    run("points", "--add", "Who pays?", "--library", library)
    assert run("points", *arguments, "--library", library).code == 2
    (point,) = run("points", "--library", library, "--json").data["points"]
    assert point["question"] == "Who pays?"


def test_words_that_outlets_share_are_suggested(run: Run, sample: Path) -> None:
    data = run("points", "--suggest", "--library", sample, "--json").data["suggestions"]
    words = {each["words"]: each["outlets"] for each in data}
    assert words["sanctions"] >= 4
    assert words["China"] >= 4
    assert words["Hanoi"] >= 3
    assert not {"said", "Thursday", "February"} & words.keys()
    assert "sanctions: " in run("points", "--suggest", "--library", sample).out


def test_nothing_is_suggested_where_nothing_is_shared(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TIDE, encoding="utf-8")
    run("import", tmp_path / "one.txt", "--library", tmp_path / "One")
    assert run("points", "--suggest", "--library", tmp_path / "One").code == 1


def test_a_question_is_answered_outlet_by_outlet(run: Run, sample: Path) -> None:
    shown = run("point", "Sanctions relief", "--library", sample)
    assert shown.code == 0
    assert "AFP (FR)" in shown.out
    assert "words: relief, sanctions" in shown.out
    assert "World Politics Review (US)  no take found; a paywall ends its text" in shown.out or (
        "weak" in shown.out
    )
    data = run("point", "Sanctions relief", "--library", sample, "--json").data
    assert not data["is_point"]
    best = {each["outlet"]: each["proposals"] for each in data["outlets"]}
    assert best["AFP"][0]["confidence"] > 0.6
    assert not best["AFP"][0]["weak"]
    assert best["AFP"][0]["reasons"]["rare words"] == ["relief", "sanctions"]
    absent = {each["outlet"]: each["absence"] for each in data["outlets"]}
    assert absent["BBC"] == "excerpt only"


def test_nothing_on_it_anywhere(run: Run, sample: Path) -> None:
    outcome = run("point", "pancakes", "--library", sample)
    assert outcome.code == 1
    assert "No outlet here" in outcome.err
    assert run("point", " ", "--library", sample).code == 2


def test_what_is_proposed_is_accepted_and_refused(run: Run, own_sample: Path) -> None:
    def told() -> dict[str, Any]:
        data = run("point", "Sanctions relief", "--library", own_sample, "--json").data
        return {each["outlet"]: each for each in data["outlets"]}

    run("points", "--add", "Sanctions relief", "--library", own_sample)
    proposals = told()["AFP"]["proposals"]
    number = proposals[0]["number"]
    accepted = run("point", "sanctions relief", "--accept", number, "--library", own_sample)
    assert accepted.code == 0
    (take,) = told()["AFP"]["takes"]
    assert take["text"] == proposals[0]["text"]
    assert (take["decision"], take["decided_by"]) == ("accepted", "reader")
    on_point = str(take["take_id"])
    run("point", "sanctions relief", "--refuse", on_point, "--library", own_sample)
    assert told()["AFP"]["takes"] == []
    assert number not in [each["number"] for each in told()["AFP"]["proposals"]]


@pytest.mark.parametrize("number", ["5:99999", "nonsense", "99999"])
def test_what_is_not_proposed_cannot_be_accepted(run: Run, own_sample: Path, number: str) -> None:
    outcome = run("point", "Where is China?", "--accept", number, "--library", own_sample)
    assert outcome.code == 2
    assert number in outcome.err


def test_deciding_needs_a_point(run: Run, sample: Path) -> None:
    outcome = run("point", "Never asked?", "--accept", "1", "--library", sample)
    assert outcome.code == 2
    assert "no point “Never asked?”" in outcome.err


def test_takes_are_put_in_order(run: Run, own_sample: Path) -> None:
    def order() -> list[int]:
        data = run("point", "Where is China?", "--library", own_sample, "--json").data
        return [take["take_id"] for each in data["outlets"] for take in each["takes"]]

    before = order()
    run("point", "Where is China?", "--move", before[-1], "1", "--library", own_sample)
    assert order() == [before[-1], *before[:-1]]


def test_a_relation_is_said_and_printed(run: Run, library: Path) -> None:
    nothing = run("relate", "1", "2", "--library", library)
    assert (nothing.code, nothing.out) == (1, "Nothing is said of the two.\n")
    said = run("relate", "1", "2", "different question", "--library", library)
    assert said.out == "Take 2 to take 1: different question\n"
    data = run("relate", "2", "1", "--library", library, "--json").data
    assert data == {"relation": "different question", "first": 1, "second": 2}
    assert run("relate", "1", "2", "none", "--library", library).code == 0
    assert run("relate", "1", "2", "--library", library).code == 1


@pytest.mark.parametrize(
    "arguments", [("1", "9", "agrees"), ("1", "1", "agrees"), ("1", "2", "loves"), ("a", "2")]
)
def test_a_relation_that_cannot_be(run: Run, library: Path, arguments: tuple[str, ...]) -> None:
    assert run("relate", *arguments, "--library", library).code == 2


def test_a_grid_within_a_story(run: Run, sample: Path) -> None:
    (story,) = run("stories", "--library", sample, "--json").data["stories"]
    number = str(story["story_id"])
    within = run("compare", "--grid", "--story", number, "--library", sample, "--json").data
    whole = run("compare", "--grid", "--library", sample, "--json").data
    assert within["story"] == story["title"]
    assert within["points"] == whole["points"]
    assert "missing: nothing of it is in the story" in " ".join(
        run("compare", "--grid", "--story", number, "--library", sample).out.split()
    )
    assert run("compare", "--grid", "--story", "99", "--library", sample).code == 2
    assert run("compare", "Where is China?", "--story", number, "--library", sample).code == 2


def test_word_vectors_that_cannot_be_read_are_told(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> NoReturn:
        message = "cut short"
        raise UnreadableVectors(message)

    monkeypatch.setattr(shipped, "vectors", damaged)
    outcome = run("doctor", "--library", library)
    assert outcome.code == 1
    assert "TROUBLE   word vectors" in outcome.out
    assert "by their words alone" in " ".join(outcome.out.split())
    assert run("point", "Who paid for the crane?", "--library", library).code == 0


def test_vectors_of_passages_that_are_cut_short_are_made_anew(run: Run, library: Path) -> None:
    (rows,) = (library / "vectors").glob("*.rows")
    rows.write_bytes(b"")
    assert run("doctor", "--library", library).code == 0
    (anew,) = (library / "vectors").glob("*.rows")
    assert anew.stat().st_size
