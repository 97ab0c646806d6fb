"""stories: two papers on a harbour, and one on an orchard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
LibraryOf = Callable[[dict[str, str]], Path]

TEXTS = {
    "tide.txt": "Council closes the harbour\n\nThe town council voted to close the old harbour.\n",
    "post.txt": "Harbour closed by council\n\nThe council of the town closed the harbour today.\n",
    "apples.txt": "Frost kills blossoms\n\nNo apple tree in any orchard inland survived.\n",
}


@pytest.fixture
def library(library_of: LibraryOf) -> Path:
    return library_of(TEXTS)


def test_proposals_are_listed_with_their_texts(run: Run, library: Path) -> None:
    outcome = run("stories", "--library", library)
    assert outcome.code == 0
    assert "1  Council closes the harbour  2 texts" in outcome.out
    assert "proposed" in outcome.out
    assert "Frost" not in outcome.out


def test_a_story_is_split_merged_and_named(run: Run, library: Path) -> None:
    (story,) = run("stories", "--library", library, "--json").data["stories"]
    assert [text["article_id"] for text in story["texts"]] == [1, 2]
    split = run("stories", "--split", "1", "2", "--library", library, "--json").data["stories"]
    assert {each["proposed"] for each in split} == {False}
    one, other = (str(each["story_id"]) for each in split)
    (merged,) = run("stories", "--merge", one, other, "--library", library, "--json").data[
        "stories"
    ]
    number = str(merged["story_id"])
    named = run("stories", "--rename", number, "Our harbour", "--library", library)
    assert f"{number}  Our harbour  2 texts" in named.out
    assert run("stories", "--find", "--library", library).out == named.out


@pytest.mark.parametrize(
    "wrong",
    [("--split", "1"), ("--split", "1", "3"), ("--merge", "1", "9"), ("--rename", "x", "y")],
)
def test_what_cannot_be_done_is_said(run: Run, library: Path, wrong: tuple[str, ...]) -> None:
    before = run("stories", "--library", library).out
    outcome = run("stories", *wrong, "--library", library)
    assert outcome.code == 2
    assert outcome.err
    assert run("stories", "--library", library).out == before


def test_a_library_without_stories_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXTS["tide.txt"], encoding="utf-8")
    folder = tmp_path / "One"
    assert run("import", path, "--library", folder).code == 0
    outcome = run("stories", "--library", folder)
    assert outcome.code == 1
    assert "No two texts" in outcome.err
