"""article and restore: on a page with something of everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

PAGE = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.

Subscribe now or lose it all. “The quay will rot by May,” said Ada Byrne in the hall.

Related stories
• The crane that never came
• Fishermen march on the hall

2 comments
Tom Reed says:
It was closed long ago.
Ann Lee says:
High time.
A walrus could have told you.
"""


@pytest.fixture
def library(run: Run, tmp_path: Path) -> Path:
    page, folder = tmp_path / "page.txt", tmp_path / "Pages"
    page.write_text(PAGE, encoding="utf-8")
    assert run("import", page, "--library", folder).code == 0
    return folder


def test_what_was_set_apart_is_listed_with_numbers(run: Run, library: Path) -> None:
    outcome = run("article", "1", "--library", library)
    assert outcome.code == 0
    lines = [" ".join(line.split()) for line in outcome.out.splitlines()]
    for line in (
        "Harbour to close for good",
        "3 The crane that never came",
        "6-7 Tom Reed It was closed long ago.",
        "8-10 Ann Lee High time. A walrus could have told you.",
        "5 comment widget 2 comments",
    ):
        assert line in lines
    data = run("article", "1", "--library", library, "--json").data
    assert [one["numbers"] for one in data["comments"]] == [[6, 7], [8, 9, 10]]
    assert [(one["number"], one["kind"], one["restored"]) for one in data["removed"]] == [
        (1, "promotion", False), (2, "related story", False), (5, "comment widget", False),
    ]  # fmt: skip


def test_parts_are_restored_and_removed_again(run: Run, library: Path) -> None:
    before = run("article", "1", "--library", library).out
    outcome = run("restore", "1", "1", "8-10", "--library", library)
    assert (outcome.code, outcome.out) == (
        0, "Restored: 4 parts of text 1.\n1 take came to light.\n",
    )  # fmt: skip
    shown = run("article", "1", "--library", library).out
    assert "promotion · restored" in shown
    assert shown.index("rot by May") < shown.index("Removed:")
    undone = run("restore", "1", "8-10", "1", "--undo", "--library", library, "--json")
    assert undone.data == {"article": 1, "removed": 4, "takes": -1}
    assert run("article", "1", "--library", library).out == before


def test_restoring_twice_changes_nothing_more(run: Run, library: Path) -> None:
    run("restore", "1", "2", "--library", library)
    again = run("restore", "1", "2", "2", "--library", library, "--json")
    assert again.data == {"article": 1, "restored": 0, "takes": 0}


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (("restore", "1", "1", "11"), "Text 1 has no part 11."),
        (("restore", "2", "1"), "There is no text with the number 2 here."),
        (("article", "7"), "There is no text with the number 7 here."),
        (("restore", "1", "0"), "'0' is not a number"),
        (("restore", "1", "6-3"), "'6-3' is not a run of numbers"),
        (("restore", "1", "1-999999999"), "is not a run of numbers"),
        (("article", "one"), "'one' is not a number"),
    ],
)
def test_what_is_not_there_is_told(
    run: Run, library: Path, call: tuple[str, ...], sentence: str
) -> None:
    outcome = run(*call, "--library", library)
    assert outcome.code == 2
    assert sentence in " ".join(outcome.err.split())


def test_a_comment_is_found_with_who_wrote_it(run: Run, library: Path) -> None:
    outcome = run("search", "walrus", "--scope", "comments", "--library", library)
    assert outcome.code == 0
    assert "A walrus could have told you." in outcome.out
    assert "— comment by Ann Lee" in outcome.out
    assert run("search", "walrus", "--exact", "--library", library).code == 1
